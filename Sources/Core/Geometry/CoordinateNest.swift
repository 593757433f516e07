/// Coordinates of GeoJSON before the geometry's type is known: GeoJSON's members come in any
/// order. Lists of positions are flat arrays; only the few levels above them are nested.
enum CoordinateNest {
  case empty
  case position(Coordinate)
  case positions([Coordinate])
  case nested([CoordinateNest])
}

extension JSONCursor {
  /// Reads nested arrays of positions; ordinates after the second are left out.
  mutating func coordinateNest() throws(UserError) -> CoordinateNest {
    guard peek() == UInt8(ascii: "[") else { throw syntaxError(expected: "coordinates") }
    // How many brackets open here tells what this is: one for a position, two for a list of them.
    var brackets = 1
    var ahead = self
    ahead.index += 1
    while brackets < 3, ahead.take("[") { brackets += 1 }
    let closed = ahead.peek() == UInt8(ascii: "]")
    switch brackets {
    case 1 where closed:
      try forEachElement { (_) throws(UserError) in }
      return .empty
    case 1: return .position(try position())
    case 2 where !closed: return .positions(try positions())
    default:
      var children: [CoordinateNest] = []
      try forEachElement { (cursor) throws(UserError) in
        children.append(try cursor.coordinateNest())
      }
      return .nested(children)
    }
  }

  /// Reads a list of positions.
  mutating func positions() throws(UserError) -> [Coordinate] {
    var positions: [Coordinate] = []
    try forEachElement { (cursor) throws(UserError) in positions.append(try cursor.position()) }
    return positions
  }

  /// Reads one position.
  mutating func position() throws(UserError) -> Coordinate {
    try expect("[")
    let x = try double()
    guard take(",") else { throw syntaxError(expected: "',' and a second ordinate") }
    let y = try double()
    while take(",") { _ = try double() }
    guard take("]") else { throw syntaxError(expected: "',' or ']'") }
    return Coordinate(x: x, y: y)
  }
}
