import Geometry
import Radio
import Testing

@Suite("Probability of service")
struct ServiceProbabilityTests {
  private func budget() throws -> LinkBudget {
    try LinkBudget(
      conductedPowerWatts: 200, resourceBlocks: 273, subcarrierSpacingKHz: 30, ssbGainDBi: 18)
  }

  /// UMa at 3.5 GHz, 500 m: loss 98.2692 and 129.9158 dB, line of sight 0.036345, threshold set so
  /// that without line of sight one deviation of 6 dB is spare: 0.963655 Φ(1) + 0.036345.
  @Test("mixes the two distributions outdoors")
  func outdoors() throws {
    let budget = try budget()
    let threshold = budget.ssRSRP(lossDB: 129.9158) - 6
    let service = ServiceProbability(
      model: try UrbanMacro(carrierGHz: 3.5), budget: budget, thresholdDBm: threshold,
      place: .outdoors)
    #expect(abs(service.probability(atMetres: 500) - 0.847111) < 1e-5)
  }

  /// The same place behind a low-loss wall of 12.6975 dB and 4.1667 dB inside; deviation
  /// √(7² + 4.4²) = 8.26801 dB, so that the same threshold relative to it leaves one deviation.
  @Test("adds wall, depth and deviation indoors")
  func indoors() throws {
    let budget = try budget()
    let threshold = budget.ssRSRP(lossDB: 129.9158 + 12.6975 + 4.1667) - 8.26801
    let model = try UrbanMacro(carrierGHz: 3.5)
    let low = ServiceProbability(
      model: model, budget: budget, thresholdDBm: threshold, place: .indoors(highLossShare: 0))
    // Line of sight leaves (31.6466 + 8.26801)/8.26801 deviations: Φ(4.83) is 1 to 7e-7.
    #expect(abs(low.probability(atMetres: 500) - 0.847110) < 1e-5)
    let high = ServiceProbability(
      model: model, budget: budget, thresholdDBm: threshold, place: .indoors(highLossShare: 1))
    let half = ServiceProbability(
      model: model, budget: budget, thresholdDBm: threshold, place: .indoors(highLossShare: 0.5))
    let mean = (low.probability(atMetres: 500) + high.probability(atMetres: 500)) / 2
    #expect(abs(half.probability(atMetres: 500) - mean) < 1e-12)
    #expect(high.probability(atMetres: 500) < low.probability(atMetres: 500))
  }

  @Test("the radius is 0 where no place is served and the limit where all are")
  func extremes() throws {
    let model = try RuralMacro(carrierGHz: 0.7)
    let nowhere = ServiceProbability(
      model: model, budget: try budget(), thresholdDBm: -31, place: .indoors(highLossShare: 1))
    #expect(nowhere.coverageRadiusMetres(probability: 0.75) == 0)
    let everywhere = ServiceProbability(
      model: model, budget: try budget(), thresholdDBm: -156, place: .outdoors)
    #expect(everywhere.coverageRadiusMetres(probability: 0.75) == 5000)
    #expect(everywhere.coverageRadiusMetres(probability: .nan) == 0)
  }

  @Test("a table of mean SS-RSRP follows the budget")
  func meanTable() throws {
    let model = try UrbanMacro(carrierGHz: 3.5)
    let table = try ServiceTable(model: model, budget: try budget())
    let expected = try budget().ssRSRP(lossDB: model.meanLossDB(distance2DMetres: 500))
    #expect(abs(Double(table.value(atMetres: 500)) - expected) < 1e-4)
    #expect(table.value(atMetres: 20_000) == -200)
  }

  @Test("a bad step is refused")
  func step() throws {
    #expect(throws: UserError.self) {
      try ServiceTable(stepMetres: 0, limitMetres: 10, beyond: 0, floor: 0) { _ in 0 }
    }
  }
}
