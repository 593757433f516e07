public import Geometry

/// What a cell carries in the downlink when it is busy, Mbps.
///
/// Width of the carrier times the downlink's share of the time, the gain by layers and users at once,
/// and the mean single-layer efficiency over the places that the cell serves.
public struct CellCapacity: Hashable, Sendable {
  /// How the cell shares its time between users.
  public enum Scheduler: String, Codable, CaseIterable, Sendable {
    /// Every user the same resources: the arithmetic mean of the efficiencies.
    case equalResource = "equal-resource"
    /// Every user the same rate: the harmonic mean, where bad places cost most.
    case equalRate = "equal-rate"
  }

  /// Width that carries data.
  public let bandwidthMHz: Double
  /// Share of the time that the downlink has.
  public let downlinkShare: Double
  /// Mean efficiency of the cell with all its layers and users over that of a single layer.
  public let spatialMultiplexing: Double

  /// - Parameters:
  ///   - bandwidthMHz: 0.1 to 1000.
  ///   - downlinkShare: 0.01 to 1.
  ///   - spatialMultiplexing: 0.1 to 64.
  /// - Throws: DR-364 for a parameter outside its range.
  public init(
    bandwidthMHz: Double, downlinkShare: Double, spatialMultiplexing: Double
  ) throws(UserError) {
    func check(_ name: String, _ value: Double, _ range: ClosedRange<Double>, _ unit: String)
      throws(UserError)
    {
      try requireParameter(
        name, of: "cell capacity", value, in: range, unit: unit, code: "DR-364")
    }
    try check("bandwidth", bandwidthMHz, 0.1...1000, "MHz")
    try check("downlink share", downlinkShare, 0.01...1, "of the time")
    try check("spatial multiplexing", spatialMultiplexing, 0.1...64, "layers")
    self.bandwidthMHz = bandwidthMHz
    self.downlinkShare = downlinkShare
    self.spatialMultiplexing = spatialMultiplexing
  }

  /// Capacity with the efficiencies of the places that the cell serves; 0 when it serves none.
  public func mbps(_ served: ServedEfficiency, scheduler: Scheduler) -> Double {
    bandwidthMHz * downlinkShare * spatialMultiplexing * (served.mean(scheduler) ?? 0)
  }

  /// Capacity of a settlement: its cells together. Cells' order does not matter but for rounding.
  public static func settlementMbps(_ cells: some Sequence<Double>) -> Double {
    cells.reduce(0, +)
  }
}

/// Running sums of single-layer efficiencies over the places that one cell serves.
public struct ServedEfficiency: Hashable, Sendable {
  /// Weight of the places that are served.
  public private(set) var servedWeight = 0.0
  /// Weight of places without any efficiency: below the least SINR nothing is carried there.
  public private(set) var unservedWeight = 0.0
  private var sum = 0.0
  private var inverseSum = 0.0

  /// No places.
  public init() {}

  /// Counts a place: its efficiency in bit/s/Hz and its weight, such as residents, above 0.
  ///
  /// A weight or efficiency that is NaN or infinite is not counted.
  public mutating func add(bitsPerHertz: Double, weight: Double = 1) {
    guard weight > 0, weight.isFinite, bitsPerHertz.isFinite else { return }
    guard bitsPerHertz > 0 else {
      unservedWeight += weight
      return
    }
    servedWeight += weight
    sum += weight * bitsPerHertz
    inverseSum += weight / bitsPerHertz
  }

  /// Mean of the served places by the scheduler's rule, bit/s/Hz; nil when none is served.
  public func mean(_ scheduler: CellCapacity.Scheduler) -> Double? {
    guard servedWeight > 0 else { return nil }
    switch scheduler {
    case .equalResource: return sum / servedWeight
    case .equalRate: return servedWeight / inverseSum
    }
  }
}
