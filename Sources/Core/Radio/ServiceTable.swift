public import Geometry

/// A figure tabulated against horizontal distance at a fixed step, for the row kernels.
///
/// The last two entries are the figure beyond the table (0 for a probability), so that a distance
/// beyond the end needs no test. Entries are rounded to multiples of 2⁻²⁰ (1e-6): the C library's
/// last bit differs between processors, and must not reach the results.
public struct ServiceTable: Hashable, Sendable {
  /// Distance between entries.
  public let stepMetres: Float
  /// From distance 0 on; at least two.
  public let entries: [Float]

  /// Distance beyond which the table holds its last entry only.
  public var reachMetres: Float { stepMetres * Float(entries.count - 2) }

  /// Tabulates a function from 0 to a limit.
  ///
  /// - Parameters:
  ///   - beyond: value of everything beyond the limit.
  ///   - floor: entries at the far end below this are left out: the table then ends where the
  ///     function has died away.
  /// - Throws: DR-303 for a step that is not above 0 or a limit that takes more than a million steps.
  public init(
    stepMetres: Double, limitMetres: Double, beyond: Double, floor: Double,
    _ value: (Double) -> Double
  ) throws(UserError) {
    guard stepMetres > 0, limitMetres >= 0, limitMetres / stepMetres <= 1e6 else {
      throw UserError(
        "DR-303", .badData, at: "distance table",
        "a step of \(stepMetres) m to \(limitMetres) m",
        remedy: "give a step above 0 m and a limit of at most a million steps")
    }
    let scale = 1_048_576.0
    var entries = (0...Int(limitMetres / stepMetres)).map { index in
      let exact = value(Double(index) * stepMetres)
      return exact < floor ? Float(beyond) : Float((exact * scale).rounded() / scale)
    }
    while let last = entries.last, last == Float(beyond) { entries.removeLast() }
    entries += [Float(beyond), Float(beyond)]
    self.stepMetres = Float(stepMetres)
    self.entries = entries
  }

  /// The figure at a distance, linear between entries; the same arithmetic as the kernels'.
  public func value(atMetres distance: Float) -> Float {
    let position = min(distance * (1 / stepMetres), Float(entries.count - 2))
    let index = Int(position)
    let below = entries[index]
    return below + (position - Float(index)) * (entries[index + 1] - below)
  }
}

extension ServiceTable {
  /// The probability of service at a fixed step, within 1e-3 of the exact one down to the floor.
  ///
  /// - Parameter floor: probability below which a place counts as out of reach. Line of sight lingers
  ///   far out (0.4 % at 5 km in cities), and would keep every site busy with the whole raster.
  /// - Throws: DR-303 for a bad step.
  public init(
    _ service: ServiceProbability, stepMetres: Double = 5, floor: Double = 0.05
  ) throws(UserError) {
    try self.init(
      stepMetres: stepMetres, limitMetres: service.limitMetres, beyond: 0, floor: floor
    ) { service.probability(atMetres: $0) }
  }

  /// Mean SS-RSRP (dB average over line of sight) every 5 m, in dBm; beyond the limit −200 dBm.
  ///
  /// - Throws: DR-303 for a bad step.
  public init(
    model: any PathLossModel, budget: LinkBudget, stepMetres: Double = 5
  ) throws(UserError) {
    try self.init(
      stepMetres: stepMetres, limitMetres: model.validDistanceMetres.upperBound, beyond: -200,
      floor: -200
    ) { budget.ssRSRP(lossDB: model.meanLossDB(distance2DMetres: $0)) }
  }
}
