public import Geometry

/// Which path loss model answers where the one of the scenario does not.
///
/// Outside its range a model refuses, and the next one is asked, in a fixed order:
/// - UMi, then UMa, then RMa;
/// - UMa, then RMa; UMi before RMa when the mast is below UMa's lowest height;
/// - RMa, then UMa; and then UMi when the mast is below UMa's lowest height.
///
/// Models that refuse the carrier or a height drop out at once, with their refusal kept; of the rest
/// the first whose distances include the one asked for answers. Where none does there is no loss to
/// be had: the place is beyond the models, not without loss.
public struct ModelChoice: Sendable {
  /// A model in the order of asking.
  public struct Candidate: Sendable {
    /// Which.
    public let scenario: MorphologyEntry.Scenario
    /// Formulas at the carrier and heights.
    public let model: any MacroPathLossModel
    /// Distances at which the loss with line of sight is stated; the others are the model's own.
    public let sightDistanceMetres: ClosedRange<Double>

    /// Name for counts: `uma`, `umi` or `rma`.
    public var name: String { scenario.rawValue }
  }

  /// A model that was passed over.
  public struct Refusal: Sendable {
    /// Which.
    public let scenario: MorphologyEntry.Scenario
    /// What it refused, with its range.
    public let error: UserError

    /// Name for counts: `uma`, `umi` or `rma`.
    public var name: String { scenario.rawValue }
  }

  /// The scenario that was asked for.
  public let scenario: MorphologyEntry.Scenario
  /// Models that accept the carrier and the heights, in the order of asking; never empty.
  public let candidates: [Candidate]
  /// Those that do not, in that order.
  public let refusals: [Refusal]

  /// Asks the models of a scenario's order for a carrier and heights.
  ///
  /// - Throws: DR-366 when every one refuses; the message holds what each of them said.
  public init(
    _ scenario: MorphologyEntry.Scenario, carrierGHz: Double, baseStationHeightMetres: Double,
    userHeightMetres: Double = 1.5
  ) throws(UserError) {
    var candidates: [Candidate] = []
    var refusals: [Refusal] = []
    for next in Self.order(scenario, baseStationHeightMetres: baseStationHeightMetres) {
      do throws(UserError) {
        candidates.append(
          try Self.candidate(next, carrierGHz, baseStationHeightMetres, userHeightMetres))
      } catch {
        refusals.append(Refusal(scenario: next, error: error))
      }
    }
    guard !candidates.isEmpty else {
      let said = refusals.map { "\($0.error.place): \($0.error.problem), \($0.error.remedy)" }
      throw UserError(
        "DR-366", .badData, at: "path loss of \(scenario.rawValue)",
        "no model accepts the carrier and the heights",
        remedy: "change them so that one of these does: \(said.joined(separator: "; "))")
    }
    self.scenario = scenario
    self.candidates = candidates
    self.refusals = refusals
  }

  /// The first candidate, the one near the mast.
  public var first: Candidate { candidates[0] }

  /// The model for a horizontal distance, both with and without line of sight; nil beyond all.
  public func candidate(atMetres distance: Double) -> Candidate? {
    candidates.first { $0.model.validDistanceMetres.contains(distance) }
  }

  /// The model for a horizontal distance with line of sight, which RMa states twice as far; nil
  /// beyond all.
  public func sightCandidate(atMetres distance: Double) -> Candidate? {
    candidates.first { $0.sightDistanceMetres.contains(distance) }
  }

  /// Name of the model for a horizontal distance; nil beyond all.
  public func modelName(atMetres distance: Double) -> String? {
    candidate(atMetres: distance)?.name
  }

  /// Median loss with line of sight, dB; nil beyond all models.
  public func lineOfSightLossDB(distance2DMetres distance: Double) -> Double? {
    sightCandidate(atMetres: distance)?.model.lineOfSightLossDB(distance2DMetres: distance)
  }

  /// Median loss without line of sight, dB; nil beyond all models.
  public func nonLineOfSightLossDB(distance2DMetres distance: Double) -> Double? {
    candidate(atMetres: distance)?.model.nonLineOfSightLossDB(distance2DMetres: distance)
  }

  private static func order(
    _ scenario: MorphologyEntry.Scenario, baseStationHeightMetres: Double
  ) -> [MorphologyEntry.Scenario] {
    let isLow = baseStationHeightMetres < UrbanMacro.lowestBaseStationMetres
    switch scenario {
    case .urbanMicro: return [.urbanMicro, .urbanMacro, .ruralMacro]
    case .urbanMacro:
      return isLow ? [.urbanMacro, .urbanMicro, .ruralMacro] : [.urbanMacro, .ruralMacro]
    case .ruralMacro:
      return isLow ? [.ruralMacro, .urbanMacro, .urbanMicro] : [.ruralMacro, .urbanMacro]
    }
  }

  private static func candidate(
    _ scenario: MorphologyEntry.Scenario, _ carrierGHz: Double, _ baseStation: Double,
    _ user: Double
  ) throws(UserError) -> Candidate {
    let model: any MacroPathLossModel
    switch scenario {
    case .urbanMacro:
      model = try UrbanMacro(
        carrierGHz: carrierGHz, baseStationHeightMetres: baseStation, userHeightMetres: user)
    case .urbanMicro:
      model = try UrbanMicroStreetCanyon(
        carrierGHz: carrierGHz, baseStationHeightMetres: baseStation, userHeightMetres: user)
    case .ruralMacro:
      model = try RuralMacro(
        carrierGHz: carrierGHz, baseStationHeightMetres: baseStation, userHeightMetres: user)
    }
    let sight = scenario == .ruralMacro ? 10...10_000 : model.validDistanceMetres
    return Candidate(scenario: scenario, model: model, sightDistanceMetres: sight)
  }
}
