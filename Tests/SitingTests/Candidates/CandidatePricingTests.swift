import Geometry
import Radio
import Siting
import Territory
import TestSupport
import Testing

@Suite struct CandidatePricingTests {
  private let costs: CostBook
  private let main: AntennaConfiguration
  private let second: AntennaConfiguration
  private let bundled: String
  private let here = Coordinate(longitude: 112, latitude: 34)

  init() throws {
    let geodata = try Geodata.locate(programPath: #filePath, environment: [:])
    bundled = geodata.path("books/costs.yaml")
    costs = try CostBook.read(path: bundled)
    let bands = try BandBook.read(path: geodata.path("books/bands.yaml"))
    main = try #require(bands.configuration("n78-64T64R"))
    second = try #require(bands.configuration("n1-4T4R"))
  }

  private func candidate(
    _ kind: StationCandidate.Kind, fibre: Double? = nil, power: Double? = nil
  ) -> StationCandidate {
    StationCandidate(
      id: "a", position: here, kind: kind, fibreMetres: fibre, powerMetres: power)
  }

  private func pricing(_ nodes: [Coordinate] = [], detour: Double = 1.3) -> CandidatePricing {
    CandidatePricing(costs: costs, nodes: FibreNodes(nodes), routeDetour: detour)
  }

  /// A mast with one tenant: the planner is the second of two, each 30 % less.
  @Test func aSharedMastByHand() {
    let price = pricing().price(
      candidate(.sharedMast(tenants: 1), fibre: 500, power: 100), [main, second])
    #expect(price.stationsYuan == 129_000 + 85_000 + 2 * (40_000 + 70_000))
    #expect(price.structureYuan == 35_000)
    #expect(price.fibreYuan == 500 * 40 && price.powerYuan == 100 * 80)
    #expect(price.capexYuan == 434_000 + 35_000 + 20_000 + 8_000)
    #expect(abs(price.leaseYuanPerYear - 15_890) < 1e-9)
    // Ten years at 5 %: (1 - 1.05^-10) / 0.05 = 7.7217349.
    #expect(abs(price.leasePresentYuan - 15_890 * 7.721_734_929_184_818) < 1e-6)
    #expect(abs(price.presentYuan - 497_000 - 122_698.367) < 0.01)
  }

  @Test(arguments: [(0, 1.0), (1, 0.7), (2, 0.6), (3, 0.6), (20, 0.6)])
  func tenantsShareTheMast(present: Int, share: Double) {
    let lease = pricing().price(candidate(.sharedMast(tenants: present)), [main]).leaseYuanPerYear
    #expect(abs(lease - 22_700 * share) < 1e-9)
  }

  @Test func everyKindHasItsStructure() {
    func price(_ kind: StationCandidate.Kind) -> CandidatePrice {
      pricing().price(candidate(kind, fibre: 0), [main])
    }
    let stations = 129_000.0 + 110_000
    #expect(price(.newMast).capexYuan == stations + 275_000 + 250 * 80)
    #expect(price(.rooftop).capexYuan == stations + 40_000)
    #expect(price(.ownSite).capexYuan == stations + 35_000)
    #expect(price(.sharedMast(tenants: 0)).capexYuan == stations + 35_000)
    for kind in [StationCandidate.Kind.newMast, .rooftop, .ownSite] {
      #expect(price(kind).leaseYuanPerYear == 0 && price(kind).presentYuan == price(kind).capexYuan)
    }
    #expect(pricing().price(candidate(.newMast, power: 0), [main]).powerYuan == 0)
    #expect(pricing().price(candidate(.rooftop, fibre: 0), []).capexYuan == 40_000)
  }

  @Test func fibreComesFromTheNearestNode() {
    let degree = CoverPoints.earthRadiusMetres * .pi / 180
    let nodes = [
      Coordinate(longitude: 112, latitude: 34.01), Coordinate(longitude: 113, latitude: 35),
    ]
    let route = pricing(nodes).fibreMetres(to: candidate(.newMast))
    #expect(abs(route - 1.3 * 0.01 * degree) < 1e-3)
    #expect(pricing(nodes).fibreMetres(to: candidate(.newMast, fibre: 77)) == 77)
    #expect(pricing(nodes).fibreMetres(to: candidate(.newMast, fibre: -1)) == 0)
    #expect(pricing(nodes).fibreMetres(to: candidate(.ownSite)) == 0)
    #expect(pricing(nodes).fibreMetres(to: candidate(.ownSite, fibre: 9)) == 9)
    #expect(pricing(nodes).fibreMetres(to: candidate(.sharedMast(tenants: 1))) == route)
    #expect(pricing().fibreMetres(to: candidate(.newMast)) == 200)
    let price = pricing(nodes).price(candidate(.rooftop), [main])
    #expect(price.fibreYuan == route * 40 && price.fibreMetres == route)
  }

  @Test(arguments: [
    ("discountOfTwoTenants: {value: 0.30", "discountOfTwoTenants: {value: 1.5", "sites.discountOf"),
    ("discountRate: {value: 0.05", "discountRate: {value: -0.1", "sites.discountRate"),
    ("leaseYears: {value: 10", "leaseYears: {value: 1e9", "sites.leaseYears"),
    ("leaseYears: {value: 10", "leaseYears: {value: 2.5", "sites.leaseYears"),
    ("rooftopYuan: {value: 40000", "rooftopYuan: {value: -1", "sites.rooftopYuan"),
  ]) func aBookThatCannotBeIsRefused(found: String, replacement: String, key: String) throws {
    let text = try InputFile.text(at: bundled)
    #expect(text.contains(found))
    let scratch = try Scratch()
    let path = try scratch.file("costs.yaml", text.replacing(found, with: replacement))
    let error = userError { try CostBook.read(path: path) }
    #expect(error?.code == "DR-510" && error?.place.contains(key) == true)
  }

  @Test func moneyWithoutInterestIsCountedInFull() throws {
    let text = try InputFile.text(at: bundled)
    let scratch = try Scratch()
    for (rate, years, worth) in [("0", "10", 10.0), ("0.05", "0", 0), ("1", "2", 0.75)] {
      let path = try scratch.file(
        "costs.yaml",
        text.replacing("discountRate: {value: 0.05", with: "discountRate: {value: \(rate)")
          .replacing("leaseYears: {value: 10", with: "leaseYears: {value: \(years)"))
      #expect(try CostBook.read(path: path).sites.yearsOfPresentValue == worth)
    }
  }
}
