import Coverage
import Geometry
import Radio
import Siting
import Territory
import TestSupport
import Testing

@Suite struct BackhaulOrderTests {
  /// A plan of one settlement with so many packages; without any, and without a station, it cannot be
  /// built.
  private func plan(_ id: String, packages count: Int, stations: Int = 0) -> SettlementPlan {
    let audit = SettlementAudit(
      settlement: id, group: .mobile, status: stations > 0 ? .deep : .none, results: [],
      stations: stations, outdoorShare: 0, indoorShare: 0, gridPoints: 1)
    let statuses: [CoverageStatus] = [.none, .reached, .continuous, .deep]
    var last: String?
    let packages = (0..<count).map { step in
      let package = WorkPackage(
        id: "\(id)/\(step)", settlement: id, settlementName: id, kind: .townSeat,
        provinceAdcode: "330000", group: .mobile, from: statuses[step], to: statuses[step + 1],
        stations: 1, newSites: 0, costYuan: 1000, energyKilowattHoursPerYear: 0, fibreMetres: 0,
        crewDays: 0, populationServed: 10, prerequisite: last, feasible: true, priority: 0.5,
        reasons: [])
      last = package.id
      return package
    }
    return SettlementPlan(
      before: audit, after: audit, packages: packages, sites: [], unmet: nil)
  }

  @Test func theFirstPackageWaitsForTheParentsFirst() {
    let packages = BackhaulOrder.packages(
      of: [plan("a", packages: 2), plan("b", packages: 2), plan("c", packages: 1)],
      waitsFor: ["b", nil, "a"])
    #expect(packages.map(\.id) == ["a/0", "a/1", "b/0", "b/1", "c/0"])
    #expect(packages.map(\.prerequisite) == ["b/0", "a/0", nil, "b/0", "a/0"])
    #expect(packages.allSatisfy { $0.feasible })
  }

  @Test func aParentThatCannotBeBuiltShutsItsChildren() {
    let packages = BackhaulOrder.packages(
      of: [plan("a", packages: 2), plan("b", packages: 0)], waitsFor: ["b", nil])
    #expect(packages.map(\.feasible) == [false, false])
    #expect(packages[0].reasons.first == BackhaulOrder.reason)
  }

  @Test func aParentWithStationsOrOutsideIsTakenAsLinked() {
    let standing = BackhaulOrder.packages(
      of: [plan("a", packages: 1), plan("b", packages: 0, stations: 3)], waitsFor: ["b", nil])
    #expect(standing.map(\.feasible) == [true])
    let outside = BackhaulOrder.packages(of: [plan("a", packages: 1)], waitsFor: ["elsewhere"])
    #expect(outside.map(\.feasible) == [true])
    #expect(outside[0].prerequisite == nil)
  }
}
