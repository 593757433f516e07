/// What errors of a prediction come to: measured less predicted, dB.
public struct ErrorFigures: Hashable, Sendable {
  /// Squares.
  public let count: Int
  /// Mean.
  public let meanDB: Double
  /// Standard deviation.
  public let deviationDB: Double
  /// Root of the mean square.
  public let rootMeanSquareDB: Double
  /// Mean of the sizes.
  public let meanAbsoluteDB: Double
  /// Median of the sizes, which gross errors hardly move.
  public let medianAbsoluteDB: Double

  /// The figures of errors; all 0 of none.
  public init(_ errors: [Double]) {
    count = errors.count
    let size = Double(max(errors.count, 1))
    let mean = errors.reduce(0, +) / size
    let square = errors.reduce(0) { $0 + $1 * $1 } / size
    meanDB = mean
    rootMeanSquareDB = square.squareRoot()
    let variance = errors.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    deviationDB = errors.count > 1 ? (variance / (size - 1)).squareRoot() : 0
    meanAbsoluteDB = errors.reduce(0) { $0 + abs($1) } / size
    medianAbsoluteDB = RobustLine.median(errors.map(abs))
  }
}
