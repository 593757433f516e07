import Coverage
import Geometry
import Radio
import Scheduling
import TestSupport
import Territory
import Testing

/// Files of pilots as people write them.
@Suite struct PilotFileTests {
  private static let csv = """
    id,name,kind,partners,settlement,county,lon,lat,by,status,group,stations,new_sites,cost_yuan,energy_kwh_per_year,crew_days
    h,第一医院,医院,卫生健康; 教育,330921,,,,2021Q3,,,,,,,
    p,Port,port,,高亭镇,岱山县,,,2022q1,continuous,all,3,1,500,700,9
    m,,mine,,,,122.25,30.5,2021Q4,reached,unicom,,,,,

    """
  private static let yaml = """
    pilots:
      - {id: h, name: 第一医院, kind: hospital, partners: [卫生健康, 教育], settlement: 330921, by: 2021Q3}
      - id: p
        name: Port
        kind: 港口
        settlement: 高亭镇
        county: 岱山县
        by: 2022Q1
        status: continuous
        stations: 3
        new_sites: 1
        cost_yuan: 500
        energy_kwh_per_year: 700
        crew_days: 9
      - {id: m, name: ~, kind: mine, lon: 122.25, lat: 30.5, by: 2021Q4, status: reached, group: unicom}
    """

  private func read(_ text: String, _ name: String = "p.csv") throws(UserError) -> [Pilot] {
    try PilotFile(name: name, bytes: Array(text.utf8)).pilots
  }

  @Test func bothFormsSayTheSame() throws {
    let pilots = try read(Self.csv)
    #expect(
      pilots.map(\.id) == ["h", "p", "m"] && pilots.map(\.kind) == [.hospital, .port, .mine])
    #expect(pilots[0].partners == ["卫生健康", "教育"] && pilots[0].status == .deep)
    #expect(pilots[0].place == .settlement("330921") && pilots[0].work == nil)
    #expect(pilots[1].place == .named("高亭镇", county: "岱山县") && pilots[1].group == nil)
    #expect(pilots[1].by == Quarter(year: 2022, quarter: 1))
    #expect(
      pilots[1].work
        == PilotWork(
          stations: 3, newSites: 1, costYuan: 500, energyKilowattHoursPerYear: 700, crewDays: 9))
    #expect(pilots[2].place == .position(Coordinate(longitude: 122.25, latitude: 30.5)))
    #expect(pilots[2].group == .unicom && pilots[2].name == "m")
    #expect(pilots.map(\.source) == ["p.csv:2", "p.csv:3", "p.csv:4"])
    let others = try read(Self.yaml, "p.yaml")
    for (one, other) in zip(pilots, others) {
      #expect(one.at(.settlement("x")).place == other.at(.settlement("x")).place)
      #expect(
        [one.id, one.name, "\(one.kind)", "\(one.partners)", "\(one.place)", "\(one.by)"]
          == [
            other.id, other.name, "\(other.kind)", "\(other.partners)", "\(other.place)",
            "\(other.by)",
          ]
      )
      #expect(one.status == other.status && one.group == other.group && one.work == other.work)
    }
    #expect(others.map(\.source) == ["p.yaml:2", "p.yaml:3", "p.yaml:15"])
    // A list without the key above it.
    #expect(try read("- {id: a, settlement: 1, by: 2021Q1}", "p.yml").map(\.kind) == [.other])
  }

  /// A campus asks for its own network; for a status of its settlement only where one is given.
  @Test func aCampusIsAPlace() throws {
    for (text, name) in [
      ("id,campus,by,status\na,=c/1,2021Q1,\nb,330921-mining-1,2021Q1,continuous\n", "p.csv"),
      (
        "- {id: a, campus: =c/1, by: 2021Q1}\n"
          + "- {id: b, campus: 330921-mining-1, by: 2021Q1, status: continuous}\n", "p.yaml"
      ),
    ] {
      let pilots = try read(text, name)
      #expect(pilots.map(\.place) == [.campus("=c/1"), .campus("330921-mining-1")], "\(name)")
      #expect(pilots.map(\.status) == [.none, .continuous], "\(name)")
    }
  }

  @Test(
    arguments: [
      ("", "DR-201"), ("id,settlement,by\n", "DR-925"), ("id,place\na,b\n", "DR-925"),
      ("id,id,by\na,b,2021Q1\n", "DR-925"), ("id,settlement,by\n,1,2021Q1\n", "DR-925"),
      ("id,settlement,by\na/b,1,2021Q1\n", "DR-925"),
      ("id,settlement,by\na,1,2021Q1\na,2,2021Q1\n", "DR-925"),
      ("id,settlement,by\na,1,\n", "DR-926"), ("id,settlement,by\na,1,2021Q5\n", "DR-926"),
      ("id,settlement,by,kind\na,1,2021Q1,bank\n", "DR-926"),
      ("id,settlement,by,status\na,1,2021Q1,none\n", "DR-926"),
      ("id,settlement,by,group\na,1,2021Q1,both\n", "DR-926"),
      ("id,settlement,by,stations\na,1,2021Q1,-1\n", "DR-926"),
      ("id,settlement,by,cost_yuan\na,1,2021Q1,1.5\n", "DR-926"),
      ("id,settlement,by,cost_yuan\na,1,2021Q1,9223372036854775808\n", "DR-926"),
      ("id,settlement,by,stations,new_sites\na,1,2021Q1,1,2\n", "DR-926"),
      ("id,lon,lat,by\na,nan,30,2021Q1\n", "DR-926"),
      ("id,lon,lat,by\na,120,91,2021Q1\n", "DR-926"),
      ("id,lon,lat,by\na,120,,2021Q1\n", "DR-927"), ("id,by\na,2021Q1\n", "DR-927"),
      ("id,settlement,lon,lat,by\na,1,120,30,2021Q1\n", "DR-927"),
      ("id,county,lon,lat,by\na,x,120,30,2021Q1\n", "DR-927"),
      ("id,campus,settlement,by\na,c,1,2021Q1\n", "DR-927"),
      ("id,campus,county,by\na,c,x,2021Q1\n", "DR-927"),
      ("id,campus,lon,lat,by\na,c,120,30,2021Q1\n", "DR-927"),
      ("id,campus,by,status\na,c,2021Q1,none\n", "DR-926"),
    ]) func mistakesAreNamed(text: String, code: String)
  {
    let error = userError { try read(text) }
    #expect(error?.code == code, "\(text): \(String(describing: error))")
  }

  @Test(
    arguments: [
      ("a: [", "DR-250"), ("a: 1", "DR-925"), ("- a", "DR-925"), ("pilots: []", "DR-925"),
      ("- {id: a, settlement: {b: c}, by: 2021Q1}", "DR-925"), ("", "DR-925"),
      ("- {id: a, settlement: 1, by: 2021Q1, x: 1}", "DR-925"),
      ("- {id: [a, [b]], settlement: 1, by: 2021Q1}", "DR-925"),
    ]) func mistakesInYAMLAreNamed(text: String, code: String)
  {
    #expect(userError { try read(text, "p.yaml") }?.code == code, "\(text)")
  }

  /// Broken files end in an error or are read; nothing else happens.
  @Test func brokenFilesAreReadOrRefused() {
    var random = SeededGenerator(seed: 7)
    for (text, name) in [(Self.csv, "p.csv"), (Self.yaml, "p.yaml")] {
      for _ in 0..<300 {
        var bytes = Array(text.utf8)
        for _ in 0..<Int.random(in: 1...6, using: &random) {
          let index = Int.random(in: 0..<bytes.count, using: &random)
          switch Int.random(in: 0...2, using: &random) {
          case 0: bytes[index] = UInt8.random(in: 0...255, using: &random)
          case 1: bytes.remove(at: index)
          default: bytes.insert(contentsOf: bytes[index..<min(index + 9, bytes.count)], at: index)
          }
        }
        let broken = bytes
        let error = userError { try PilotFile(name: name, bytes: broken) }
        #expect(error.map { $0.place.hasPrefix(name) } ?? true)
      }
    }
  }
}
