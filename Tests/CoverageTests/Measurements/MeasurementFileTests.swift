import Coverage
import Foundation
import Geometry
import Territory
import TestSupport
import Testing

@Suite struct MeasurementFileTests {
  static let names = ColumnNames(
    columns: [
      "lon": ["longitude", "经度"], "lat": ["latitude", "纬度"], "rsrp": ["ss rsrp", "电平"],
      "sinr": ["ss sinr"], "downlink": ["dl mbps"], "uplink": ["ul mbps"], "drive": ["路线"],
      "device": ["imei"], "time": ["时间"], "operator": ["运营商"],
    ], values: ["operator": ["mobile": ["中国移动", "CMCC"], "unicom": ["电信", "联通"]]])

  private func read(
    _ text: String, crs: CoordinateSystem = .wgs84, choice: ColumnChoice = ColumnChoice(),
    isStrict: Bool = false, threads: Int = 2
  ) throws(UserError) -> (measurements: MeasurementSet, report: MeasurementReport) {
    try MeasurementFile(crs: crs, names: Self.names, choice: choice, isStrict: isStrict)
      .read(Data(text.utf8), name: "m.csv", threads: threads)
  }

  @Test func readsColumnsByTheirTitles() throws {
    let (set, report) = try read(
      """
      id,经度,纬度,SS-RSRP (dBm),ss_sinr,dl_mbps,运营商
      1,120.1,30.2,-95.5,3,100,中国移动
      2,120.2,30.3,-100,,,CMCC
      3,120.3,30.4,NaN,-999,50,联通
      """)
    #expect(set.longitudes == [120.1, 120.2, 120.3])
    #expect(set.latitudes == [30.2, 30.3, 30.4])
    #expect(set.rsrpDBm[0] == -95.5)
    #expect(set.rsrpDBm[2].isNaN)
    #expect(set.sinrDB[0] == 3)
    #expect(set.sinrDB[1].isNaN)
    #expect(set.sinrDB[2].isNaN)
    #expect(set.uplinkMbps.isEmpty)
    #expect(set.groupNames == ["mobile", "unicom"])
    #expect(set.groups == [0, 0, 1])
    #expect(set.clusters.isEmpty)
    #expect(report.rows == 3)
    #expect(report.kept == 3)
    #expect(report.missing == ["rsrp": 1, "sinr": 2, "downlink": 1])
    #expect(report.networks == ["mobile": 2, "unicom": 1])
    #expect(report.unused == ["id"])
    #expect(report.clusterSource == .block)
  }

  @Test func daysOfDevicesAreClusters() throws {
    let (set, report) = try read(
      """
      lon,lat,rsrp,imei,时间
      120,30,-90,a,2022-03-01 08:00:00
      120,30,-90,a,2022-03-01 23:00:00
      120,30,-90,a,2022-03-02 08:00:00
      120,30,-90,b,2022-03-01T08:00:00
      120,30,-90,,2022-03-01T08:00:00
      120,30,-90,c,20220301080000
      120,30,-90,c,20220301235959
      120,30,-90,d,1646092800
      120,30,-90,d,1646150399
      120,30,-90,d,1646150400
      120,30,-90,d,1646150400000
      """)
    // 1646150400 is midnight in Beijing, the beginning of 2 March 2022.
    #expect(set.clusters == [0, 0, 1, 2, -1, 3, 3, 4, 4, 5, 5])
    #expect(report.clusterSource == .deviceDay)
    #expect(report.clusters == 6)
  }

  @Test func rowsThatCannotBeRightAreRefusedByLine() throws {
    let (set, report) = try read(
      """
      lon,lat,rsrp,sinr,dl mbps
      120,30,-90,1,1
      x,30,-90,1,1

      120,30,-20,1,1
      120,30,-90,99,1
      120,30,-90,1,-5
      30,120,-90,1,1
      -5,51,-90,1,1
      "120,30,-90,1,1
      =1+1,30,-90,1,1
      120,30,nan,1,1
      """)
    #expect(set.count == 2)
    #expect(report.rows == 10)
    #expect(report.kept == 2)
    #expect(report.refused == 8)
    var lines: [MeasurementProblem: [Int]] = [:]
    for refusal in report.refusals { lines[refusal.problem] = refusal.lines }
    #expect(
      lines == [
        .noPosition: [3, 11], .level: [5], .sinr: [6], .rate: [7], .swapped: [8], .outside: [9],
        .openQuote: [10],
      ])
  }

  @Test func strictRefusesTheFirstOfThem() {
    let error = userError {
      try read("lon,lat,rsrp\n120,30,-90\n1,2,-90\n120,30,-5\n", isStrict: true)
    }
    #expect(error?.code == "DR-492")
    #expect(error?.place == "m.csv:3")
  }

  @Test func shiftedAndProjectedPositionsComeToDegrees() throws {
    let place = Coordinate(longitude: 120.153, latitude: 30.287)
    for crs in [CoordinateSystem.gcj02, .bd09, .epsg(4549)] {
      let given = try CoordinateTransformer(from: crs, to: .cgcs2000).inverse(place)
      let (set, _) = try read("lon,lat,rsrp\n\(given.x),\(given.y),-90\n", crs: crs)
      #expect(abs(set.longitudes[0] - place.x) < 1e-6)
      #expect(abs(set.latitudes[0] - place.y) < 1e-6)
    }
  }

  @Test func columnsCanBeNamed() throws {
    let choice = ColumnChoice(
      columns: ["lon": "A", "lat": "B", "rsrp": "C"],
      constants: ["operator": "电信"])
    let (set, report) = try read("C;B;A\n-90;30;120\n", choice: choice)
    #expect(set.longitudes == [120])
    #expect(set.groupNames == ["unicom"])
    #expect(set.groups == [0])
    #expect(report.guessed.isEmpty)
    #expect(
      userError {
        try read("lon,lat,rsrp\n", choice: ColumnChoice(constants: ["rsrp": "-90"]))
      }?.code == "DR-260")
    #expect(
      userError { try read("lon,lat,rsrp\n", choice: ColumnChoice(columns: ["lon": "Z"])) }?.code
        == "DR-261")
  }

  @Test(arguments: [
    ("", "DR-201"), ("lon,lat\n1,2\n", "DR-491"), ("lat,rsrp\n1,2\n", "DR-491"),
    ("lon,lat,rsrp\n", "DR-492"), ("lon,lat,rsrp", "DR-492"), ("lon,lat,rsrp\n1,2,3\n", "DR-492"),
    ("lon,lat,rsrp\0\n", "DR-490"), ("\u{FEFF}\n", "DR-201"),
  ])
  func hostileTablesAreRefused(text: String, code: String) {
    #expect(userError { try read(text) }?.code == code)
  }

  @Test func endlessHeaderIsRefused() {
    let text = String(repeating: "lon,", count: 400_000)
    #expect(userError { try read(text) }?.code == "DR-490")
  }

  @Test func headersInGBKAreRead() throws {
    // 经度,纬度,电平
    let header: [UInt8] = [
      0xBE, 0xAD, 0xB6, 0xC8, 0x2C, 0xCE, 0xB3, 0xB6, 0xC8, 0x2C, 0xB5, 0xE7, 0xC6, 0xBD,
    ]
    let (set, _) = try MeasurementFile(crs: .wgs84, names: Self.names)
      .read(Data(header + Array("\r\n120,30,-90\r\n".utf8)), name: "m.csv", threads: 1)
    #expect(set.rsrpDBm == [-90])
  }

  /// Blocks of a file of many megabytes come together as they stood, for any number of threads.
  @Test func longFilesComeTogetherInOrder() throws {
    var text = "lon,lat,rsrp,imei\n"
    let rows = 300_000
    for row in 0..<rows {
      text +=
        "\(110 + row % 1000).\(row % 97),30.123456,\(row % 5000 == 0 ? -1 : -90),ue\(row / 100)\n"
    }
    let (one, first) = try read(text, threads: 1)
    let (two, second) = try read(text, threads: 3)
    #expect(one.longitudes == two.longitudes)
    #expect(one.clusters == two.clusters)
    #expect(first.refusals.map(\.lines) == second.refusals.map(\.lines))
    #expect(first.rows == rows)
    #expect(first.kept + first.refused == rows)
    let level = try #require(first.refusals.first { $0.problem == .level })
    #expect(level.rows == rows / 5000)
    #expect(level.lines == (0..<20).map { 2 + 5000 * $0 })
  }

  /// Bytes at random in the place of some of a good file's never crash it, and every row is kept or refused.
  @Test(arguments: UInt64(1)...300)
  func damagedFilesAreReadOrRefused(seed: UInt64) throws {
    var random = RandomNumbers(seed: seed)
    var bytes = Array(
      "lon,lat,rsrp,imei,时间,运营商\n120,30,-90,a,2022-03-01 08:00:00,CMCC\n\"121\",31,-95,b,1646150400,电信\n"
        .utf8)
    for _ in 0..<1 + random.below(12) {
      bytes[random.below(bytes.count)] = UInt8(random.below(256))
    }
    do throws(UserError) {
      let (set, report) = try MeasurementFile(crs: .wgs84, names: Self.names)
        .read(Data(bytes), name: "m.csv", threads: 2)
      #expect(report.kept + report.refused == report.rows)
      #expect(set.count == report.kept)
    } catch {
      #expect(error.code.hasPrefix("DR-"))
    }
  }
}
