public import Radio

/// How far one cell reaches with a probability at its edge, with and without line of sight mixed by their probability.
public struct EdgeReach: Sendable {
  private let model: any PathLossModel
  /// Probability of service at the edge.
  public let edgeProbability: Double

  /// - Parameter edgeProbability: above 0, below 1.
  public init(model: any PathLossModel, edgeProbability: Double) {
    self.model = model
    self.edgeProbability = edgeProbability
  }

  /// Probability that the loss at a horizontal distance is at most one in dB.
  public func probability(atMetres distance: Double, maximumLossDB maximum: Double) -> Double {
    let ground = max(distance, model.validDistanceMetres.lowerBound)
    let sight = model.lineOfSightProbability(distance2DMetres: ground)
    let clear = NormalDistribution.upperTail(
      (model.lineOfSightLossDB(distance2DMetres: ground) - maximum)
        / model.lineOfSightShadowingDB(distance2DMetres: ground))
    let blocked = NormalDistribution.upperTail(
      (model.nonLineOfSightLossDB(distance2DMetres: ground) - maximum)
        / model.nonLineOfSightShadowingDB)
    return sight * clear + (1 - sight) * blocked
  }

  /// Distance up to which the probability is kept everywhere, to a centimetre, within the model's range; nil where
  /// it is not kept even beside the antenna.
  public func radiusMetres(maximumLossDB maximum: Double) -> Double? {
    func isServed(_ distance: Double) -> Bool {
      probability(atMetres: distance, maximumLossDB: maximum) >= edgeProbability
    }
    let range = model.validDistanceMetres
    guard isServed(range.lowerBound) else { return nil }
    var inside = range.lowerBound
    while inside < range.upperBound {
      var outside = min(inside + Self.stepMetres, range.upperBound)
      if isServed(outside) {
        inside = outside
        continue
      }
      while outside - inside > 0.01 {
        let middle = (inside + outside) / 2
        if isServed(middle) { inside = middle } else { outside = middle }
      }
      return inside
    }
    return range.upperBound
  }

  private static let stepMetres = 2.0

  /// Mean loss at a distance, for means over a cell.
  func meanLossDB(atMetres distance: Double) -> Double {
    model.meanLossDB(distance2DMetres: max(distance, model.validDistanceMetres.lowerBound))
  }
}
