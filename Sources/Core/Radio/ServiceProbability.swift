/// Probability that one cell's SS-RSRP reaches a threshold, against the distance to it.
///
/// With and without line of sight the loss is log-normal around its own median; the two are mixed by
/// the probability of line of sight, and indoors over the kinds of building. A soft mixture of
/// distributions, not of losses: P = P_LOS Q((PL_LOS − MAPL)/σ_LOS) + (1 − P_LOS) Q((PL_NLOS −
/// MAPL)/σ_NLOS).
public struct ServiceProbability: Sendable {
  /// Where the user stands.
  public enum Place: Hashable, Sendable {
    case outdoors
    /// Inside a building, with the share of high-loss buildings (0 to 1).
    case indoors(highLossShare: Double)
  }

  /// A share of users behind a wall of some loss.
  private struct Branch: Sendable {
    let share: Double
    let maximumLossDB: Double
    /// Nil: the model's outdoor deviations.
    let deviationDB: Double?
  }

  private let model: any MacroPathLossModel
  private let branches: [Branch]

  /// - Parameter thresholdDBm: SS-RSRP that counts as service.
  public init(
    model: any MacroPathLossModel, budget: LinkBudget, thresholdDBm: Double, place: Place,
    glass: BuildingEntryLoss.GlassRelease = .release18
  ) {
    self.model = model
    let maximum = budget.maximumLossDB(thresholdDBm: thresholdDBm)
    switch place {
    case .outdoors:
      branches = [Branch(share: 1, maximumLossDB: maximum, deviationDB: nil)]
    case .indoors(let highLossShare):
      let inside = BuildingEntryLoss.meanIndoorLossDB(
        maximumDepthMetres: model.maximumIndoorDepthMetres)
      let kinds: [(BuildingEntryLoss.Building, Double)] = [
        (.lowLoss, 1 - highLossShare), (.highLoss, highLossShare),
      ]
      branches = kinds.filter { $0.1 > 0 }.map { building, share in
        let entry = BuildingEntryLoss(building, carrierGHz: model.carrierGHz, glass: glass)
        let shadowing = model.indoorShadowingDB
        return Branch(
          share: share, maximumLossDB: maximum - entry.wallLossDB - inside,
          deviationDB: (shadowing * shadowing + entry.deviationDB * entry.deviationDB).squareRoot())
      }
    }
  }

  /// Largest distance the path-loss model is stated for.
  public var limitMetres: Double { model.validDistanceMetres.upperBound }

  /// Probability of service at a horizontal distance; below 10 m that of 10 m.
  public func probability(atMetres distance: Double) -> Double {
    let ground = max(distance, model.validDistanceMetres.lowerBound)
    let sight = model.lineOfSightProbability(distance2DMetres: ground)
    let clearLoss = model.lineOfSightLossDB(distance2DMetres: ground)
    let blockedLoss = model.nonLineOfSightLossDB(distance2DMetres: ground)
    let clearDeviation = model.lineOfSightShadowingDB(distance2DMetres: ground)
    var sum = 0.0
    for branch in branches {
      let clear = NormalDistribution.upperTail(
        (clearLoss - branch.maximumLossDB) / (branch.deviationDB ?? clearDeviation))
      let blocked = NormalDistribution.upperTail(
        (blockedLoss - branch.maximumLossDB)
          / (branch.deviationDB ?? model.nonLineOfSightShadowingDB))
      sum += branch.share * (sight * clear + (1 - sight) * blocked)
    }
    return sum
  }

  /// The largest distance, up to the model's limit, at which the probability is at least that
  /// asked for, to a millimetre; 0 where it is nowhere so. NaN asks for nothing and gets 0.
  public func coverageRadiusMetres(probability wanted: Double) -> Double {
    // From the far end inwards: RMa's deviation steps at the breakpoint, so that the probability
    // may cross more than once far down in the tail.
    let step = 10.0
    var outside = limitMetres
    if probability(atMetres: outside) >= wanted { return outside }
    while outside > 0 {
      var inside = max(outside - step, 0)
      if probability(atMetres: inside) >= wanted {
        while outside - inside > 0.001 {
          let middle = (inside + outside) / 2
          if probability(atMetres: middle) >= wanted { inside = middle } else { outside = middle }
        }
        return inside
      }
      outside = inside
    }
    return 0
  }
}
