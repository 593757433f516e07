internal import Kernels

/// The points of a path from a mast to a target, at equal steps no longer than asked for.
///
/// The sweep and the path by itself both take their points from here: they lie on the same bits.
struct TerrainRay {
  /// The mast in the height field.
  let start: HeightField.Position
  /// From point to point, in cells.
  let columnStep: Double
  let rowStep: Double
  /// Steps, at least two.
  let intervals: Int
  /// Length of a step.
  let stepKilometres: Double

  /// - Parameters:
  ///   - start: the mast.
  ///   - end: the target.
  ///   - lengthMetres: from one to the other.
  ///   - stepMetres: longest step.
  @inline(__always)
  init(
    from start: HeightField.Position, to end: HeightField.Position, lengthMetres: Double,
    stepMetres: Double
  ) {
    // The margin keeps rounding from adding a step to a whole number of them.
    intervals = max(Int((lengthMetres / stepMetres - 1e-9).rounded(.up)), 2)
    let share = 1 / Double(intervals)
    self.start = start
    columnStep = (end.column - start.column) * share
    rowStep = (end.row - start.row) * share
    stepKilometres = lengthMetres * share / 1000
  }

  /// Length of the path.
  var lengthKilometres: Double { stepKilometres * Double(intervals) }

  /// Where a point lies.
  func position(_ index: Int) -> HeightField.Position {
    HeightField.Position(
      column: start.column + Double(index) * columnStep, row: start.row + Double(index) * rowStep)
  }

  var kernelRay: deepreach_ray {
    deepreach_ray(
      column: start.column, row: start.row, column_step: columnStep, row_step: rowStep,
      intervals: Int32(intervals))
  }
}
