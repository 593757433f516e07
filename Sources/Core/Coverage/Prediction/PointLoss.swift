/// Whether a point has a loss.
public enum PointState: UInt8, CaseIterable, Sendable {
  /// A model answered.
  case computed
  /// The path crosses ground whose height is unknown, or leaves the heights.
  case unknownGround
  /// No model is stated for the distance.
  case beyondModels
  /// Farther than what was asked for.
  case beyondRadius
}

/// Path loss at one point round a mast.
public struct PointLoss: Hashable, Sendable {
  /// Whether there is a loss.
  public let state: PointState
  /// Which model answered, by its place in `MastPropagation.modelNames`.
  public let model: UInt8
  /// Loss between isotropic antennas at the share of places asked for, dB; NaN without one.
  ///
  /// With a mixture of line of sight and none it is the mean of both medians, as maps have it.
  public let lossDB: Float
  /// The same for half the places: what probabilities start from.
  public let medianLossDB: Float
  /// Standard deviation over places outdoors, dB; NaN where line of sight and none have their own.
  public let deviationDB: Float

  /// A point with a loss.
  init(model: Int, lossDB: Double, medianLossDB: Double, deviationDB: Double) {
    state = .computed
    self.model = UInt8(model)
    self.lossDB = Float(lossDB)
    self.medianLossDB = Float(medianLossDB)
    self.deviationDB = Float(deviationDB)
  }

  /// The same point with losses that are smaller by so many decibels.
  func lowered(by levelDB: Double) -> PointLoss {
    guard state == .computed else { return self }
    return PointLoss(
      model: Int(model), lossDB: Double(lossDB) - levelDB,
      medianLossDB: Double(medianLossDB) - levelDB, deviationDB: Double(deviationDB))
  }

  /// A point without one.
  init(without state: PointState) {
    self.state = state
    model = 0
    lossDB = .nan
    medianLossDB = .nan
    deviationDB = .nan
  }
}

/// How the loss of a point is spread over places: one normal distribution, or one with line of sight
/// and one without.
public struct LossMixture: Hashable, Sendable {
  /// A normal distribution of losses.
  public struct Component: Hashable, Sendable {
    /// Share of the places, 0 to 1.
    public let share: Double
    /// Median loss, dB.
    public let lossDB: Double
    /// Standard deviation outdoors, dB.
    public let deviationDB: Double
    /// Standard deviation for users in buildings, before what the buildings add, dB.
    public let indoorDeviationDB: Double

    /// A distribution.
    public init(share: Double, lossDB: Double, deviationDB: Double, indoorDeviationDB: Double) {
      self.share = share
      self.lossDB = lossDB
      self.deviationDB = deviationDB
      self.indoorDeviationDB = indoorDeviationDB
    }
  }

  /// With line of sight, or all places.
  public let first: Component
  /// Without; nil where one distribution stands for all places.
  public let second: Component?

  /// A mixture of one distribution or two.
  public init(_ first: Component, _ second: Component? = nil) {
    self.first = first
    self.second = second
  }

  /// The same with losses that are smaller by so many decibels.
  func lowered(by levelDB: Double) -> LossMixture {
    func lowered(_ component: Component) -> Component {
      Component(
        share: component.share, lossDB: component.lossDB - levelDB,
        deviationDB: component.deviationDB, indoorDeviationDB: component.indoorDeviationDB)
    }
    return LossMixture(lowered(first), second.map(lowered))
  }
}
