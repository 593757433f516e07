/// Reads well-known binary (OGC 06-103r4, 8.2): points, lines, polygons, their collections, either byte order, with Z
/// or M (both are left out), as ISO writes them or as PostGIS does.
///
/// Every count is held against the bytes that are left before anything is made of it, so that no blob makes more of
/// itself than it is long.
public struct WellKnownBinary {
  private let bytes: [UInt8]
  private let source: String
  private var position = 0

  /// Collections inside each other, at most.
  public static let greatestDepth = 16

  private init(_ bytes: [UInt8], source: String) {
    self.bytes = bytes
    self.source = source
  }

  /// The geometry of a blob.
  ///
  /// - Parameter source: what is shown in errors.
  /// - Throws: DR-150 for bytes that are no such geometry, and the errors of the geometry's maker (DR-101, DR-104).
  public static func geometry(
    _ bytes: [UInt8], source: String
  ) throws(UserError) -> Geometry {
    var reader = WellKnownBinary(bytes, source: source)
    let geometry = try reader.geometry(depth: 0)
    guard reader.position == bytes.count else {
      throw reader.broken("\(bytes.count - reader.position) bytes are left over")
    }
    return geometry
  }

  private func broken(_ problem: String) -> UserError {
    UserError(
      "DR-150", .badData, at: source, "its geometry is broken: \(problem)",
      remedy: "write the file again with a tool that knows the format")
  }

  /// What a geometry begins with.
  private struct Head {
    let type: UInt32
    let isLittle: Bool
    /// Doubles of a position: 2 to 4.
    let ordinates: Int
  }

  private mutating func head() throws(UserError) -> Head {
    let order = try byte()
    guard order <= 1 else { throw broken("byte order \(order)") }
    var code = try count(isLittle: order == 1)
    var ordinates = 2
    // PostGIS marks Z, M and a reference system by the highest bits.
    if code & 0x2000_0000 != 0 {
      _ = try count(isLittle: order == 1)
    }
    for bit: UInt32 in [0x8000_0000, 0x4000_0000] where code & bit != 0 { ordinates += 1 }
    code &= 0x0FFF_FFFF
    // ISO adds 1000 for Z, 2000 for M, 3000 for both.
    switch code / 1000 {
    case 0: break
    case 1, 2: ordinates += 1
    case 3: ordinates += 2
    default: throw broken("type \(code)")
    }
    guard ordinates <= 4 else { throw broken("type \(code)") }
    return Head(type: code % 1000, isLittle: order == 1, ordinates: ordinates)
  }

  private mutating func geometry(depth: Int) throws(UserError) -> Geometry {
    guard depth <= Self.greatestDepth else {
      throw broken("more than \(Self.greatestDepth) collections inside each other")
    }
    let head = try head()
    switch head.type {
    case 1:
      let point = try coordinate(head)
      return point.x.isNaN && point.y.isNaN ? try .multiPoint([]) : try .point(point)
    case 2: return try .lineString(try line(head))
    case 3:
      let rings = try rings(head)
      return try .polygon(shell: rings.first ?? [], holes: Array(rings.dropFirst()))
    case 4: return try .multiPoint(try parts(head, depth).flatMap(\.points))
    case 5: return try .multiLineString(try parts(head, depth).flatMap(\.lines))
    case 6: return try .multiPolygon(try parts(head, depth).flatMap(\.polygons))
    case 7: return try .collection(try parts(head, depth))
    default: throw broken("type \(head.type)")
    }
  }

  private mutating func parts(_ head: Head, _ depth: Int) throws(UserError) -> [Geometry] {
    // The least that a part can be is an empty line: order, type, count.
    let wanted = try count(head, atLeast: 9)
    var parts: [Geometry] = []
    for _ in 0..<wanted {
      let part = try geometry(depth: depth + 1)
      let fits =
        switch head.type {
        case 4: part.type == .point || (part.type == .multiPoint && part.isEmpty)
        case 5: part.type == .lineString
        case 6: part.type == .polygon
        default: true
        }
      guard fits else { throw broken("a \(part.type.rawValue) in type \(head.type)") }
      parts.append(part)
    }
    return parts
  }

  private mutating func rings(_ head: Head) throws(UserError) -> [[Coordinate]] {
    let wanted = try count(head, atLeast: 4)
    var rings: [[Coordinate]] = []
    for _ in 0..<wanted { rings.append(try line(head)) }
    return rings
  }

  private mutating func line(_ head: Head) throws(UserError) -> [Coordinate] {
    let wanted = try count(head, atLeast: 8 * head.ordinates)
    var line: [Coordinate] = []
    line.reserveCapacity(wanted)
    for _ in 0..<wanted { line.append(try coordinate(head)) }
    return line
  }

  private mutating func coordinate(_ head: Head) throws(UserError) -> Coordinate {
    let x = try double(isLittle: head.isLittle)
    let y = try double(isLittle: head.isLittle)
    for _ in 2..<max(head.ordinates, 2) { _ = try double(isLittle: head.isLittle) }
    return Coordinate(x: x, y: y)
  }

  /// A number of things of which each takes so many bytes or more.
  private mutating func count(_ head: Head, atLeast size: Int) throws(UserError) -> Int {
    let wanted = Int(try count(isLittle: head.isLittle))
    guard wanted <= (bytes.count - position) / size else {
      throw broken("\(wanted) parts in \(bytes.count - position) bytes")
    }
    return wanted
  }

  private mutating func byte() throws(UserError) -> UInt8 {
    guard position < bytes.count else { throw broken("it ends too early") }
    position += 1
    return bytes[position - 1]
  }

  private mutating func count(isLittle: Bool) throws(UserError) -> UInt32 {
    UInt32(truncatingIfNeeded: try number(4, isLittle: isLittle))
  }

  private mutating func double(isLittle: Bool) throws(UserError) -> Double {
    Double(bitPattern: try number(8, isLittle: isLittle))
  }

  private mutating func number(_ size: Int, isLittle: Bool) throws(UserError) -> UInt64 {
    guard bytes.count - position >= size else { throw broken("it ends too early") }
    var value: UInt64 = 0
    for index in 0..<size {
      let byte = UInt64(bytes[position + (isLittle ? size - 1 - index : index)])
      value = value << 8 | byte
    }
    position += size
    return value
  }
}
