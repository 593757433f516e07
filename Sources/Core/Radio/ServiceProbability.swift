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
  private let sector: Sector?

  /// The pattern that a sector's antenna adds to the path.
  public struct Sector: Hashable, Sendable {
    /// Horizontal and vertical.
    public let pattern: SectorPattern
    /// Of the base station's antenna above the user's.
    public let heightDifferenceMetres: Double

    /// A sector.
    public init(_ pattern: SectorPattern, heightDifferenceMetres: Double) {
      self.pattern = pattern
      self.heightDifferenceMetres = heightDifferenceMetres
    }

    func lossDB(atMetres distance: Double, horizontalDB: Double) -> Double {
      pattern.lossDB(
        horizontalDB: horizontalDB,
        verticalDB: pattern.verticalLossDB(
          distanceMetres: distance, heightDifferenceMetres: heightDifferenceMetres))
    }
  }

  /// - Parameter thresholdDBm: SS-RSRP that counts as service.
  public init(
    model: any MacroPathLossModel, budget: LinkBudget, thresholdDBm: Double, place: Place,
    glass: BuildingEntryLoss.GlassRelease = .release18, sector: Sector? = nil
  ) {
    self.init(
      model: model, maximumLossDB: budget.maximumLossDB(thresholdDBm: thresholdDBm), place: place,
      glass: glass, sector: sector)
  }

  /// - Parameters:
  ///   - maximumLossDB: largest loss between the antennas, on the boresight, that still serves: of the
  ///     downlink, the uplink, or the lesser of both, which decides where both are asked for.
  ///   - sector: pattern of the antenna; nil for one that radiates the same in every direction.
  public init(
    model: any MacroPathLossModel, maximumLossDB maximum: Double, place: Place,
    glass: BuildingEntryLoss.GlassRelease = .release18, sector: Sector? = nil
  ) {
    self.model = model
    self.sector = sector
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

  /// Pattern of the sector; nil for an antenna that radiates the same in every direction.
  public var pattern: SectorPattern? { sector?.pattern }

  /// Largest distance the path-loss model is stated for.
  public var limitMetres: Double { model.validDistanceMetres.upperBound }

  /// Probability of service at a horizontal distance; below 10 m that of 10 m.
  ///
  /// - Parameter horizontalLossDB: of the sector's pattern in the direction, before the cut-off.
  public func probability(
    atMetres distance: Double, horizontalLossDB: Double = 0
  ) -> Double {
    let ground = max(distance, model.validDistanceMetres.lowerBound)
    let sight = model.lineOfSightProbability(distance2DMetres: ground)
    let clearLoss = model.lineOfSightLossDB(distance2DMetres: ground)
    let blockedLoss = model.nonLineOfSightLossDB(distance2DMetres: ground)
    let clearDeviation = model.lineOfSightShadowingDB(distance2DMetres: ground)
    let pattern = sector?.lossDB(atMetres: distance, horizontalDB: horizontalLossDB) ?? 0
    var sum = 0.0
    for branch in branches {
      let maximum = branch.maximumLossDB - pattern
      let clear = NormalDistribution.upperTail(
        (clearLoss - maximum) / (branch.deviationDB ?? clearDeviation))
      let blocked = NormalDistribution.upperTail(
        (blockedLoss - maximum)
          / (branch.deviationDB ?? model.nonLineOfSightShadowingDB))
      sum += branch.share * (sight * clear + (1 - sight) * blocked)
    }
    return sum
  }

  /// The largest distance, up to the model's limit, at which the probability is at least that
  /// asked for, to a millimetre; 0 where it is nowhere so. NaN asks for nothing and gets 0.
  ///
  /// - Parameters:
  ///   - limit: where to begin the search, if the radius is known not to be larger.
  ///   - horizontalLossDB: of the sector's pattern in the direction, before the cut-off.
  public func coverageRadiusMetres(
    probability wanted: Double, within limit: Double = .infinity, horizontalLossDB: Double = 0
  ) -> Double {
    func isServed(_ distance: Double) -> Bool {
      probability(atMetres: distance, horizontalLossDB: horizontalLossDB) >= wanted
    }
    // From the far end inwards: RMa's deviation steps at the breakpoint, so that the probability
    // may cross more than once far down in the tail.
    let step = 10.0
    var outside = min(limit, limitMetres)
    if isServed(outside) { return outside }
    while outside > 0 {
      var inside = max(outside - step, 0)
      if isServed(inside) {
        while outside - inside > 0.001 {
          let middle = (inside + outside) / 2
          if isServed(middle) { inside = middle } else { outside = middle }
        }
        return inside
      }
      outside = inside
    }
    return 0
  }
}
