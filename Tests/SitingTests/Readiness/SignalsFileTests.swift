import Geometry
import Siting
import Territory
import TestSupport
import Testing

@Suite struct SignalsFileTests {
  private let file = SignalsFile(
    fullScores: PlanWorld.readiness.fullScores, counties: ["330182", "330183"],
    settlements: ["330182", "330182200"])

  private func signals(_ text: String) throws(UserError) -> PlaceSignals {
    try file.signals(in: CSVTable(name: "s.csv", bytes: Array(text.utf8)))
  }

  @Test func sharesAndFlagsAreTakenAndEmptyCellsAreUnknown() throws {
    let read = try signals(
      """
      adcode,traffic,localSupport,power,localCommitment,assisted,border
      330182,0.25,1,1,0,1,
      330183,,,,,,0
      """)
    let one = try #require(read.counties["330182"])
    #expect(one.traffic == 0.25)
    #expect(one.localSupport == 1)
    #expect(one.power == true)
    #expect(one.localCommitment == false)
    #expect(one.assisted == true)
    #expect(one.border == nil)
    #expect(one.industry == nil)
    var other = ReadinessSignals()
    other.border = false
    #expect(read.counties["330183"] == other)
  }

  @Test func nativeUnitsAreFullFromTheBooksFigureOn() throws {
    let read = try signals(
      """
      id,trafficGigabytes,industryEmployees,transportHubs,scenicAreas
      330182,5,10000,1,7
      330182200,20,,4,1
      """)
    let one = try #require(read.settlements["330182"])
    #expect(one.traffic == 0.25)
    #expect(one.industry == 0.25)
    #expect(one.transport == 0.25)
    #expect(one.scenic == 1)
    let town = try #require(read.settlements["330182200"])
    #expect(town.traffic == 1)
    #expect(town.industry == nil)
    #expect(town.scenic == 0.5)
  }

  @Test func aSettlementsOwnRowGoesBeforeItsCountysAndThatBeforeTheMap() throws {
    var read = try signals(
      """
      adcode,id,traffic,industry,border
      330182,,0.2,0.3,0
      ,330182200,0.9,,
      """)
    read.borderCounties = ["330182", "330183"]
    func record(_ id: String, _ kind: SettlementKind, county: String, seats: [String])
      -> SettlementRecord
    {
      let seat = Seat(
        position: PlaneWorld.origin, population: 1, positionKind: .modelled)
      return SettlementRecord(
        id: id, name: id, kind: kind, countyAdcode: county, prefectureAdcode: nil,
        provinceAdcode: "330000", population: 1, populationKind: .estimated,
        seats: seats.map { (seat, $0) })
    }
    let town = read.signals(
      of: record("330182200", .townSeat, county: "330182", seats: ["330182"]))
    #expect(town.traffic == 0.9)
    #expect(town.industry == 0.3)
    #expect(town.border == false)
    let seat = read.signals(
      of: record("330182", .countySeat, county: "330182", seats: ["330182"]))
    #expect(seat.traffic == 0.2)
    // A city on the border with one of its districts.
    let city = read.signals(
      of: record("330100", .city, county: "330102", seats: ["330102", "330183"]))
    #expect(city.border == true)
    #expect(city.traffic == nil)
    let inland = read.signals(of: record("3301", .city, county: "330102", seats: ["330102"]))
    #expect(inland.border == false)
    #expect(PlaceSignals().signals(of: record("1", .city, county: "2", seats: ["2"])).border == nil)
  }

  @Test(
    arguments: [
      ("adcode,trafic\n330182,1\n", "DR-580", "s.csv:1"),
      ("adcode,traffic,traffic\n330182,1,1\n", "DR-580", "s.csv:1"),
      ("adcode,adcode,traffic\n330182,330182,1\n", "DR-580", "s.csv:1"),
      ("adcode,traffic\n330182,1.01\n", "DR-581", "s.csv:2"),
      ("adcode,traffic\n330182,-0.1\n", "DR-581", "s.csv:2"),
      ("adcode,traffic\n330182,nan\n", "DR-206", "s.csv:2"),
      ("adcode,traffic\n330182,inf\n", "DR-206", "s.csv:2"),
      ("adcode,traffic\n330182,much\n", "DR-206", "s.csv:2"),
      ("adcode,power\n330182,0.5\n", "DR-581", "s.csv:2"),
      ("adcode,industryEmployees\n330182,-1\n", "DR-581", "s.csv:2"),
      ("adcode,industryEmployees\n330182,1e300\n", "DR-581", "s.csv:2"),
      ("adcode,traffic\n330182,1\n330199,1\n", "DR-582", "s.csv:3"),
      ("id,traffic\n330183,1\n", "DR-582", "s.csv:2"),
      ("adcode,traffic\n330182,1\n330183,1\n330182,1\n", "DR-583", "s.csv:4"),
      ("id,traffic\n330182,1\n330182,0\n", "DR-583", "s.csv:3"),
      ("adcode,traffic\n", "DR-584", "s.csv"),
      ("adcode\n330182\n", "DR-584", "s.csv"),
      ("adcode,traffic\n,1\n", "DR-585", "s.csv:2"),
      ("traffic\n1\n", "DR-585", "s.csv:2"),
      ("adcode,id,traffic\n330182,330182,1\n", "DR-585", "s.csv:2"),
      ("adcode,traffic,trafficGigabytes\n330182,0.1,9\n", "DR-586", "s.csv:2"),
    ]) func aMistakeIsRefusedWithItsPlace(text: String, code: String, place: String)
  {
    let error = userError { try signals(text) }
    #expect(error?.code == code)
    #expect(error?.place == place)
    #expect(error?.status == .badData)
  }

  @Test func theSameSignalBothWaysIsFineWhereOneCellIsEmpty() throws {
    let read = try signals(
      "adcode,traffic,trafficGigabytes\n330182,,5\n330183,0.5,\n")
    #expect(read.counties["330182"]?.traffic == 0.25)
    #expect(read.counties["330183"]?.traffic == 0.5)
  }

  /// The reader must end in one clear error whatever bytes it gets.
  @Test(arguments: 0..<300) func anyBytesAreReadOrRefused(seed: Int) {
    var random = SeededGenerator(seed: UInt64(seed))
    let parts = [
      "adcode", "id", "traffic", "power", ",", "\n", "330182", "0.5", "1", "\"", "-", "\u{FEFF}",
      "nan", "",
    ]
    let text = (0..<Int.random(in: 0...24, using: &random)).map { _ in
      parts.randomElement(using: &random) ?? ""
    }.joined()
    do throws(UserError) {
      let read = try signals(text)
      for entry in read.counties.values { #expect((entry.traffic ?? 0) <= 1) }
    } catch {
      #expect(error.code.hasPrefix("DR-"))
      #expect(!error.remedy.isEmpty)
    }
  }
}
