import Geometry
import Radio
import Testing

/// Cells of the four common bands in every scenario, outdoors and in mixed buildings.
struct ServiceCase: CustomTestStringConvertible, Sendable {
  let scenario: String
  let carrierGHz: Double
  let watts: Double
  let blocks: Int
  let gainDBi: Double
  let indoors: Bool

  static let all: [ServiceCase] = ["UMa", "UMi", "RMa"].flatMap { scenario in
    [(0.773, 240.0, 160, 15.0), (2.13, 240, 216, 17), (2.6, 240, 273, 18), (3.5, 200, 273, 18)]
      .flatMap { carrier, watts, blocks, gain in
        [false, true].map {
          ServiceCase(
            scenario: scenario, carrierGHz: carrier, watts: watts, blocks: blocks, gainDBi: gain,
            indoors: $0)
        }
      }
  }

  func service() throws -> ServiceProbability {
    let model: any MacroPathLossModel =
      switch scenario {
      case "UMa": try UrbanMacro(carrierGHz: carrierGHz)
      case "UMi": try UrbanMicroStreetCanyon(carrierGHz: carrierGHz)
      default: try RuralMacro(carrierGHz: carrierGHz)
      }
    let budget = try LinkBudget(
      conductedPowerWatts: watts, resourceBlocks: blocks, subcarrierSpacingKHz: 30,
      ssbGainDBi: gainDBi, bodyLossDB: 3)
    return ServiceProbability(
      model: model, budget: budget, thresholdDBm: indoors ? -110 : -105,
      place: indoors ? .indoors(highLossShare: 0.4) : .outdoors)
  }

  var testDescription: String {
    "\(scenario) \(carrierGHz) GHz \(indoors ? "indoors" : "outdoors")"
  }
}

@Suite("Probability of service against distance")
struct ServiceTableTests {
  @Test("falls with distance", arguments: ServiceCase.all)
  func monotone(cell: ServiceCase) throws {
    let service = try cell.service()
    var before = 1.0
    for distance in stride(from: 0.0, through: service.limitMetres, by: 3) {
      let now = service.probability(atMetres: distance)
      #expect(now <= before + 1e-12 && now >= 0)
      before = now
    }
  }

  @Test("the table keeps within 1e-3 down to its floor", arguments: ServiceCase.all)
  func table(cell: ServiceCase) throws {
    let service = try cell.service()
    let table = try ServiceTable(service)
    // In its last step the table falls from the floor to 0.
    let end = Double(table.reachMetres - table.stepMetres)
    var worst = 0.0
    for distance in stride(from: 0.0, to: end, by: 0.7) {
      let exact = service.probability(atMetres: distance)
      worst = max(worst, abs(Double(table.value(atMetres: Float(distance))) - exact))
    }
    #expect(worst <= 1e-3)
    let reach = Double(table.reachMetres)
    #expect(reach > service.limitMetres || service.probability(atMetres: reach) < 0.05)
    #expect(service.probability(atMetres: end) >= 0.05)
    #expect(table.value(atMetres: 1e6) == 0)
  }

  @Test("the radius is where the probability is met", arguments: ServiceCase.all)
  func radius(cell: ServiceCase) throws {
    let service = try cell.service()
    let radius = service.coverageRadiusMetres(probability: 0.75)
    #expect(service.probability(atMetres: radius) >= 0.75)
    #expect(service.probability(atMetres: radius + 0.01) < 0.75)
    #expect(service.coverageRadiusMetres(probability: 0.9) <= radius)
  }
}
