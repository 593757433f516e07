public import Geometry
import Territory

/// Path loss from one mast to the cells of a grid round it.
public struct SitePrediction: Sendable {
  /// The cells.
  public let grid: PredictionGrid
  /// Where losses come from.
  public let propagation: MastPropagation
  /// One a cell, row by row from the north-west, as rasters have them.
  public let points: [PointLoss]

  /// - Parameters:
  ///   - grid: the cells.
  ///   - propagation: where losses come from.
  ///   - threads: the result does not depend on it.
  /// - Throws: what `MastPropagation.points(along:)` throws.
  public init(
    _ grid: PredictionGrid, by propagation: MastPropagation, threads: Int = 1
  ) throws(UserError) {
    self.grid = grid
    self.propagation = propagation
    let columns = grid.raster.columns
    let rows = try ConcurrentMap.map(count: grid.raster.rows, threads: threads) {
      (row) throws(UserError) -> [PointLoss] in
      var points = [PointLoss](repeating: PointLoss(without: .beyondRadius), count: columns)
      guard let (first, inside) = grid.points(ofRow: row) else { return points }
      points.replaceSubrange(
        first..<first + inside.count, with: try propagation.points(along: inside))
      return points
    }
    points = Array(rows.joined())
  }

  /// Cells in a state.
  public func count(_ state: PointState) -> Int {
    points.reduce(0) { $0 + ($1.state == state ? 1 : 0) }
  }

  /// Cells by the model that answered, in the order of `propagation.modelNames`.
  public var countByModel: [Int] {
    var counts = [Int](repeating: 0, count: propagation.modelNames.count)
    for point in points where point.state == .computed { counts[Int(point.model)] += 1 }
    return counts
  }

  /// Calls a rule for every cell with a loss, with its number and its offset from the mast, by rows on
  /// several threads; other cells get `none`.
  func map<Value: Sendable>(
    none: Value, threads: Int, _ rule: @Sendable (PointLoss, Coordinate) -> Value
  ) -> [Value] {
    let columns = grid.raster.columns
    let rows = ConcurrentMap.map(count: grid.raster.rows, threads: threads) {
      (row) -> [Value] in
      (0..<columns).map { column in
        let point = points[row * columns + column]
        guard point.state == .computed else { return none }
        return rule(point, grid.offset(column: column, row: row))
      }
    }
    return Array(rows.joined())
  }
}
