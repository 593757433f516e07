import Radio
import Siting
import Territory
import Testing

@Suite struct PackagePricingTests {
  @Test func aPackageByHand() throws {
    let geodata = try Geodata.locate(programPath: #filePath, environment: [:])
    let costs = try CostBook.read(path: geodata.path("books/costs.yaml"))
    let bands = try BandBook.read(path: geodata.path("books/bands.yaml"))
    let configuration = try #require(bands.configuration("n78-64T64R"))
    let price = PackagePricing(costs: costs).price(
      [.init(120, configuration)], sites: 100,
      trunk: BackhaulRule(
        fibreYuanPerMetre: 40, detour: 1, microwaveYuanPerHop: 0, microwaveMetres: 0,
        routeLimitMetres: 1e9
      ).link(to: 0, metres: 5000))
    // 3 of 100 sites are new; fibre 100 x 200 + 5000 m.
    #expect(price.newSites == 3)
    #expect(price.fibreMetres == 25_000)
    #expect(
      price.yuan == 120 * (129_000 + 40_000 + 70_000) + 3 * 275_000 + 97 * 35_000 + 25_000 * 40)
    #expect(price.crewDays == 3 * 60 + 117 * 3)
    // 2.25 + 1.55 x 0.3 kW, times 1.3, over 8760 h.
    #expect(price.energyKilowattHoursPerYear == Int((120 * 2.715 * 1.3 * 8760).rounded()))
  }

  @Test func secondCarriersHaveTheirOwnPriceAndPower() throws {
    let geodata = try Geodata.locate(programPath: #filePath, environment: [:])
    let costs = try CostBook.read(path: geodata.path("books/costs.yaml"))
    let bands = try BandBook.read(path: geodata.path("books/bands.yaml"))
    let main = try #require(bands.configuration("n78-64T64R"))
    let second = try #require(bands.configuration("n1-4T4R"))
    let pricing = PackagePricing(costs: costs)
    let alone = pricing.price([.init(100, main)], sites: 100, trunk: nil)
    let both = pricing.price(
      [.init(100, main), .init(20, second)], sites: 100, trunk: nil)
    #expect(both.yuan - alone.yuan == 20 * (85_000 + 40_000 + 70_000))
    // 0.8 + 0.55 x 0.3 kW, times 1.3, over 8760 h.
    let more = both.energyKilowattHoursPerYear - alone.energyKilowattHoursPerYear
    #expect(abs(Double(more) - 20 * 0.965 * 1.3 * 8760) <= 1)
  }

  @Test func aStationComesNearThePublishedAverage() throws {
    // 184.9 bn yuan for more than 650 000 stations in 2021: about 283 000 yuan a station.
    let geodata = try Geodata.locate(programPath: #filePath, environment: [:])
    let costs = try CostBook.read(path: geodata.path("books/costs.yaml"))
    let bands = try BandBook.read(path: geodata.path("books/bands.yaml"))
    let pricing = PackagePricing(costs: costs)
    let mean = try ["n41-64T64R", "n78-64T64R"].reduce(0.0) { sum, name in
      let configuration = try #require(bands.configuration(name))
      return sum
        + Double(
          pricing.price(
            [.init(1000, configuration)], sites: 1000, trunk: nil
          ).yuan) / 2000
    }
    #expect(abs(mean / 283_000 - 1) < 0.15)
  }
}
