import Geometry
import TestSupport
import Territory
import Testing

@Suite struct CampusEstimateTests {
  private static let header = "CODE,EMPL_OCCU,EMPL_INDU_MANU,EMPL_INDU_MINI,EMPL_INDU_UTIL\n"

  /// A million residents: 1e6 x 0.81 x 0.5803 x 0.1773 in manufacturing, 0.30 of them in equipment.
  @Test func employeesInClosedForm() throws {
    let set = try IndustryWorld().estimate()
    let row = try #require(
      set.employment.first {
        $0.county == IndustryWorld.west && $0.industry == "equipment-manufacturing"
      })
    #expect(row.employees == Int((1e6 * 0.81 * 0.5803 * 0.1773 * 0.30).rounded()))
    #expect(row.onCampuses == row.employees && row.dataKind == .estimated)
    #expect(set.campuses.allSatisfy { $0.dataKind == .estimated && $0.terminalKind == .estimated })
    #expect(set.repairs.isEmpty)
  }

  /// Nobody is lost or invented: employees are on campuses or in the table, whatever the population.
  @Test(arguments: [0, 999, 50_000, 333_333, 1_000_000, 7_654_321])
  func employeesAreConserved(population: Int) throws {
    let world = try IndustryWorld(population: population)
    let set = try world.estimate()
    let least = world.book.estimate.leastEmployees.value
    for row in set.employment {
      let own = set.campuses.filter { $0.county == row.county && $0.industry == row.industry }
      #expect(own.reduce(0) { $0 + $1.employees } == row.onCampuses)
      #expect(Double(row.employees) < least ? row.onCampuses == 0 : row.onCampuses == row.employees)
      let sizes = own.map(\.employees)
      #expect((sizes.max() ?? 0) - (sizes.min() ?? 0) <= 1)
    }
    #expect(Set(set.campuses.map(\.id)).count == set.campuses.count)
  }

  @Test func positionsLieInTheirCountyAndHangOnTheSeedAlone() throws {
    let world = try IndustryWorld(population: 9_000_000)
    let one = try world.estimate()
    #expect(one.campuses.count > 20)
    for campus in one.campuses {
      #expect(world.counties.county(at: campus.position) == campus.county)
    }
    #expect(try world.estimate().campuses.map(\.position) == one.campuses.map(\.position))
    #expect(try world.estimate(seed: 2).campuses.map(\.position) != one.campuses.map(\.position))
    // A region's campuses are those of the country there.
    let east = try world.estimate { $0 == IndustryWorld.east }
    #expect(
      east.campuses.map(\.position)
        == one.campuses.filter { $0.county == IndustryWorld.east }.map(\.position))
  }

  @Test func countiesHaveTheirOwnShares() throws {
    let set = try IndustryWorld().estimate(
      Self.header + "330101,0.5,0.4,0.1,0\n330199,0.5,0.4,0.1,0\n330102,#DIV/0!,#DIV/0!,,\n")
    func employees(_ county: String, _ industry: String) -> Int? {
      set.employment.first { $0.county == county && $0.industry == industry }?.employees
    }
    #expect(employees("330101", "mining") == 40_500)
    #expect(employees("330101", "power") == 0)
    #expect(employees("330102", "mining") == Int((1e6 * 0.81 * 0.5803 * 0.0087).rounded()))
    #expect(set.repairs.map(\.kind) == [.nationalShares, .unknownCounty])
  }

  @Test(arguments: [
    ("330101,0.5,1.4,0.1,0\n", "DR-918"), ("330101,0.5,0.4,-0.1,0\n", "DR-918"),
    ("330101,nan,0.4,0.1,0\n", "DR-918"), ("330101,0.5,0.6,0.3,0.3\n", "DR-918"),
    ("330101,0.5,0.4,0.1,0\n330101,0.5,0.4,0.1,0\n", "DR-916"),
    ("110101,0.5,0.4,0.1,0\n", "DR-921"), ("330101,0.5\n", "DR-202"),
  ]) func mistakesAreNamed(rows: String, code: String) throws {
    let world = try IndustryWorld()
    let error = userError { try world.estimate(Self.header + rows) }
    #expect(error?.code == code, "\(error?.description ?? "none")")
    #expect(error?.place.hasPrefix("e.csv") == true)
  }

  /// With all branches there, their shares must make up everybody.
  @Test func wholeTablesSumToOne() {
    let header = "CODE,EMPL_OCCU,EMPL_INDU_MANU,EMPL_INDU_MINI,EMPL_INDU_UTIL,EMPL_INDU_AGHU\n"
    func read(_ row: String) -> UserError? {
      userError { try EmploymentFile(name: "e.csv", bytes: Array((header + row).utf8)) }
    }
    #expect(read("330101,0.5,0.4,0.1,0.1,0.3995\n") == nil)
    #expect(read("330101,0.5,0.4,0.1,0.1,0.3\n")?.code == "DR-918")
  }
}
