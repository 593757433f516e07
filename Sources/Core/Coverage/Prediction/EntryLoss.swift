public import Geometry
public import Radio

/// What buildings add to the loss of users inside, as a mixture of normal distributions.
public struct EntryLoss: Hashable, Sendable {
  /// A share of users, and what their building adds.
  struct Branch: Hashable, Sendable {
    let share: Double
    let lossDB: Double
    let deviationDB: Double
  }

  let branches: [Branch]
  /// Whether the path's own spread is that of TR 38.901 for users inside.
  let takesIndoorDeviation: Bool

  /// Where users stand outdoors: nothing is added.
  public static let outdoors = EntryLoss(
    branches: [Branch(share: 1, lossDB: 0, deviationDB: 0)], takesIndoorDeviation: false)

  private init(branches: [Branch], takesIndoorDeviation: Bool) {
    self.branches = branches
    self.takesIndoorDeviation = takesIndoorDeviation
  }

  /// TR 38.901 clause 7.4.3.1: two kinds of walls and the mean way inside, as audits take it.
  ///
  /// - Parameters:
  ///   - carrierGHz: of the carrier.
  ///   - highLossShare: of buildings, 0 to 1.
  ///   - maximumDepthMetres: 25 where the scenario is UMa or UMi, 10 in RMa.
  public init(tr38901 carrierGHz: Double, highLossShare: Double, maximumDepthMetres: Double) {
    let inside = BuildingEntryLoss.meanIndoorLossDB(maximumDepthMetres: maximumDepthMetres)
    let kinds: [(BuildingEntryLoss.Building, Double)] = [
      (.lowLoss, 1 - highLossShare), (.highLoss, highLossShare),
    ]
    branches = kinds.filter { $0.1 > 0 }.map { building, share in
      let entry = BuildingEntryLoss(building, carrierGHz: carrierGHz)
      return Branch(
        share: share, lossDB: entry.wallLossDB + inside, deviationDB: entry.deviationDB)
    }
    takesIndoorDeviation = true
  }

  /// ITU-R P.2109 at level incidence: its distribution in a hundred equal parts.
  ///
  /// - Throws: DR-330 for a carrier outside its range.
  public init(
    p2109 building: BuildingEntryLossP2109.Building, carrierGHz: Double
  ) throws(UserError) {
    let entry = try BuildingEntryLossP2109(building, carrierGHz: carrierGHz)
    let parts = 100
    var branches: [Branch] = []
    for part in 0..<parts {
      let loss = try entry.lossDB(probability: (Double(part) + 0.5) / Double(parts))
      branches.append(Branch(share: 1 / Double(parts), lossDB: loss, deviationDB: 0))
    }
    self.branches = branches
    takesIndoorDeviation = false
  }

  /// Probability that a loss, spread over places and buildings, is not above a largest one.
  ///
  /// - Parameters:
  ///   - mixture: the path's loss.
  ///   - maximumLossDB: between the antennas in the point's direction, the pattern taken off.
  public func probability(_ mixture: LossMixture, maximumLossDB: Double) -> Double {
    var sum = part(mixture.first, maximumLossDB)
    if let second = mixture.second { sum += part(second, maximumLossDB) }
    return sum
  }

  private func part(_ component: LossMixture.Component, _ maximumLossDB: Double) -> Double {
    let own = takesIndoorDeviation ? component.indoorDeviationDB : component.deviationDB
    var sum = 0.0
    for branch in branches {
      let spread = (own * own + branch.deviationDB * branch.deviationDB).squareRoot()
      let excess = component.lossDB + branch.lossDB - maximumLossDB
      // Without any spread the loss is what it is.
      let served = spread > 0 ? NormalDistribution.upperTail(excess / spread) : excess <= 0 ? 1 : 0
      sum += branch.share * served
    }
    return component.share * sum
  }
}
