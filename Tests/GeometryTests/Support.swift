import Geometry
import Testing

/// The code of the user error that an expression throws; nil when it throws none.
func code(of body: () throws -> Void) -> String? {
  do {
    try body()
    return nil
  } catch {
    return (error as? UserError)?.code
  }
}

/// The user error that an expression throws; nil when it throws none.
func userError(of body: () throws -> Void) -> UserError? {
  do {
    try body()
    return nil
  } catch {
    return error as? UserError
  }
}

/// An axis-parallel square.
func square(_ x: Double, _ y: Double, _ side: Double) throws -> Geometry {
  try Geometry.polygon(shell: corners(x, y, side))
}

/// The closed anticlockwise ring of a square.
func corners(_ x: Double, _ y: Double, _ side: Double) -> [Coordinate] {
  [
    Coordinate(x: x, y: y), Coordinate(x: x + side, y: y), Coordinate(x: x + side, y: y + side),
    Coordinate(x: x, y: y + side), Coordinate(x: x, y: y),
  ]
}
