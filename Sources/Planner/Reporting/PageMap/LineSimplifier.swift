public import Geometry

/// Leaves out positions of a line that lie close to the line without them.
///
/// Douglas and Peucker (1973), "Algorithms for the reduction of the number of points required to represent a
/// digitized line or its caricature", on an explicit stack. Ends stay, so that lines that met still meet; a line
/// that is simplified once is the same for both areas beside it. A closed line keeps at least three corners where
/// it has them.
public enum LineSimplifier {
  /// The indices of the positions that stay, rising.
  ///
  /// - Parameter tolerance: largest distance of what is left out from what stays, in the positions' unit.
  public static func kept(_ line: [Coordinate], tolerance: Double) -> [Int] {
    guard line.count > 2 else { return Array(line.indices) }
    var keeps = [Bool](repeating: false, count: line.count)
    let last = line.count - 1
    keeps[0] = true
    keeps[last] = true
    var spans: [(first: Int, last: Int)] = [(0, last)]
    if line[0] == line[last], line.count > 3 {
      // The two corners that are farthest apart, then the one farthest from the line between them.
      let far = farthest(line, 0, last).index
      keeps[far] = true
      let (near, beyond) = (farthest(line, 0, far), farthest(line, far, last))
      let third = near.square >= beyond.square ? near.index : beyond.index
      keeps[third] = true
      let corners = [0, min(far, third), max(far, third), last]
      spans = zip(corners, corners.dropFirst()).map { (first: $0, last: $1) }
    }
    while let span = spans.popLast() {
      guard span.last > span.first + 1 else { continue }
      let (index, square) = farthest(line, span.first, span.last)
      guard square > tolerance * tolerance else { continue }
      keeps[index] = true
      spans.append((span.first, index))
      spans.append((index, span.last))
    }
    return line.indices.filter { keeps[$0] }
  }

  /// The position between two that is farthest from the segment between them, the first of equal ones.
  private static func farthest(
    _ line: [Coordinate], _ first: Int, _ last: Int
  ) -> (index: Int, square: Double) {
    var best = (index: min(first + 1, last), square: -1.0)
    let (start, end) = (line[first], line[last])
    let (along, across) = (end.x - start.x, end.y - start.y)
    let length = along * along + across * across
    for index in first + 1..<max(last, first + 1) {
      let (x, y) = (line[index].x - start.x, line[index].y - start.y)
      let share = length > 0 ? min(max((x * along + y * across) / length, 0), 1) : 0
      let (aside, up) = (x - share * along, y - share * across)
      let square = aside * aside + up * up
      if square > best.square { best = (index, square) }
    }
    return best
  }
}
