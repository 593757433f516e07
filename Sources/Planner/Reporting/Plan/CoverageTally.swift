public import Coverage

/// Settlements, residents and area by status.
public struct CoverageTally: Hashable, Sendable {
  /// Index by rank of the status.
  public private(set) var settlements = [0, 0, 0, 0]
  /// Index by rank of the status.
  public private(set) var residents = [0, 0, 0, 0]
  /// Index by rank of the status.
  public private(set) var squareMetres = [0.0, 0, 0, 0]

  /// Nothing counted.
  public init() {}

  /// Counts one settlement.
  public mutating func add(_ status: CoverageStatus, residents: Int, squareMetres: Double) {
    settlements[status.rank] += 1
    self.residents[status.rank] += residents
    self.squareMetres[status.rank] += squareMetres
  }

  /// Settlements counted.
  public var settlementTotal: Int { settlements.reduce(0, +) }
  /// Residents counted.
  public var residentTotal: Int { residents.reduce(0, +) }

  /// Share of residents at a status or above, 0 to 1; 0 where there are none.
  public func residentShare(atLeast status: CoverageStatus) -> Double {
    let part = residents[status.rank...].reduce(0, +)
    return residentTotal > 0 ? Double(part) / Double(residentTotal) : 0
  }

  /// Share of the area at a status or above, 0 to 1; 0 where there is none.
  public func areaShare(atLeast status: CoverageStatus) -> Double {
    let total = squareMetres.reduce(0, +)
    return total > 0 ? squareMetres[status.rank...].reduce(0, +) / total : 0
  }

  /// Settlements at a status or above.
  public func settlements(atLeast status: CoverageStatus) -> Int {
    settlements[status.rank...].reduce(0, +)
  }
}
