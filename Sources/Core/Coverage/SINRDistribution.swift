public import Radio

/// How many cells have which SS-SINR, in steps of 0.1 dB from −30 to 60 dB; what lies outside counts at
/// the ends.
public struct SINRDistribution: Hashable, Sendable {
  private static let lowestDB = -30.0
  private static let steps = 900
  private var counts = [Int32](repeating: 0, count: steps + 1)
  /// Cells in all.
  public private(set) var cells = 0

  /// No cell yet.
  public init() {}

  /// Counts a cell.
  @inline(__always)
  mutating func add(_ sinrDB: Float) {
    let step = ((Double(sinrDB) - Self.lowestDB) * 10).rounded()
    counts[Int(min(max(step, 0), Double(Self.steps)))] += 1
    cells += 1
  }

  /// Share of the cells with at least this SINR, to the nearest step; 0 without cells.
  public func share(atLeastDB sinrDB: Double) -> Double {
    guard cells > 0 else { return 0 }
    let first = ((sinrDB - Self.lowestDB) * 10).rounded()
    let above = counts.indices.filter { Double($0) >= first }.reduce(0) { $0 + Int(counts[$1]) }
    return Double(above) / Double(cells)
  }

  /// SINR that half of the cells reach, dB; nil without cells.
  public var medianDB: Double? {
    var below = 0
    for (step, count) in counts.enumerated() {
      below += Int(count)
      if below * 2 >= cells, cells > 0 { return Self.lowestDB + Double(step) / 10 }
    }
    return nil
  }

  /// Efficiencies of the cells.
  public func efficiencies(_ efficiency: SpectralEfficiency) -> ServedEfficiency {
    var served = ServedEfficiency()
    for (step, count) in counts.enumerated() where count > 0 {
      served.add(
        bitsPerHertz: efficiency.bitsPerHertz(sinrDB: Self.lowestDB + Double(step) / 10),
        weight: Double(count))
    }
    return served
  }
}
