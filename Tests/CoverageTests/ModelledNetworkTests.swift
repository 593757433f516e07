import Coverage
import Geometry
import Radio
import Territory
import TestSupport
import Testing

@Suite struct ModelledNetworkTests {
  @Test(arguments: [1, 2, 7, 40, 150, 400, 900]) func everyStationIsPlaced(stations: Int) throws {
    let place = AssessedPlace(try PlaneWorld.square(sideMetres: 4000), cellMetres: 50)
    let sites = network.sites(stations: stations, at: place)
    #expect(sites.reduce(0) { $0 + $1.configurations.count } == stations)
    #expect(Set(sites.map(\.id)).count == sites.count)
    #expect(sites.allSatisfy { $0.kind == .modelled && $0.status == .existing })
    #expect(network.sites(stations: stations, at: place) == sites)
  }

  @Test func fewStationsSpreadAndManyGrowDense() throws {
    let place = AssessedPlace(try PlaneWorld.square(sideMetres: 4000), cellMetres: 50)
    #expect(spacing(network.sites(stations: 20, at: place), place) <= 800 + 1e-6)
    let dense = spacing(network.sites(stations: 300, at: place), place)
    #expect(dense < 300 && dense >= 200 - 1e-6)
  }

  @Test func noStationNoSite() throws {
    let place = AssessedPlace(try PlaneWorld.square(sideMetres: 500), cellMetres: 50)
    #expect(network.sites(stations: 0, at: place).isEmpty)
  }

  @Test func secondCarriersStartAtTheCentre() throws {
    let place = AssessedPlace(try PlaneWorld.square(sideMetres: 600), cellMetres: 50)
    let sites = network.sites(stations: 25, at: place)
    let doubled = sites.prefix { $0.configurations == ["a", "b"] }
    #expect(!doubled.isEmpty)
    #expect(sites.dropFirst(doubled.count).allSatisfy { $0.configurations == ["a"] })
  }

  @Test(arguments: [5, 60, 300]) func sitesGoFromTheCentreOutward(stations: Int) throws {
    let place = AssessedPlace(try PlaneWorld.square(sideMetres: 4000), cellMetres: 50)
    let distances = network.sites(stations: stations, at: place).map { site in
      let local = place.frame.local(Albers.china.project(site.position))
      return (local.x * local.x + local.y * local.y).squareRoot()
    }
    #expect(distances[0] < 1e-3)
    #expect(zip(distances, distances.dropFirst()).allSatisfy { $0 <= $1 + 1e-3 })
  }

  @Test func withoutASecondCarrierThePointsAreTheLimit() throws {
    let place = AssessedPlace(try PlaneWorld.square(sideMetres: 600), cellMetres: 50)
    let single = ModelledNetwork(
      group: .unicom,
      setup: ModelledNetwork.MorphologySetup(
        interSiteDistanceMetres: 400, configuration: "a", secondConfiguration: nil,
        heightMetres: 25))
    let sites = single.sites(stations: 500, at: place)
    #expect(sites.count == place.latticePoints(spacingMetres: 200).count)
    #expect(sites.allSatisfy { $0.configurations == ["a"] })
  }

  private var network: ModelledNetwork {
    ModelledNetwork(
      group: .unicom,
      setup: ModelledNetwork.MorphologySetup(
        interSiteDistanceMetres: 400, configuration: "a", secondConfiguration: "b",
        heightMetres: 25))
  }

  private func spacing(_ sites: [Site], _ place: AssessedPlace) -> Double {
    let local = sites.map { place.frame.local(Albers.china.project($0.position)) }
    var least = Double.infinity
    for (index, one) in local.enumerated() {
      for other in local.dropFirst(index + 1) {
        let (dx, dy) = (one.x - other.x, one.y - other.y)
        least = min(least, (dx * dx + dy * dy).squareRoot())
      }
    }
    return least
  }
}
