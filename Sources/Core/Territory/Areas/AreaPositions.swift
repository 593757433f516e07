public import Geometry

/// Where areas without polygons lie: the mean of the points that name them.
///
/// The mean is taken in degrees, which is right to the metre for points some kilometres apart. An area that
/// no point names lies at the mean of those areas under the same unit whose codes begin most alike.
public struct AreaPositions: Sendable {
  /// Mean position by the area's code, degrees.
  let means: [String: Coordinate]
  /// Rows read, and rows that could be taken.
  let rows: (read: Int, taken: Int)
  private(set) var findings: [ImportFinding] = []

  /// The fields that a table of points must have.
  public static let required = ["code", "lon", "lat"]

  /// Reads the points of a table.
  ///
  /// - Parameter system: what the positions come in.
  /// - Throws: DR-111 for a system that is not known.
  public init(_ table: ImportTable, system: CoordinateSystem) throws(UserError) {
    let transformer = try CoordinateTransformer(from: system)
    var sums: [String: (x: CompensatedSum, y: CompensatedSum, count: Int)] = [:]
    var taken = 0
    for row in table.rows {
      let code = table.text(row, "code")
      let (x, y) = (table.text(row, "lon"), table.text(row, "lat"))
      guard !row.isBroken, AreaCode.isPlain(code), let east = AreaCode.number(x),
        let north = AreaCode.number(y), abs(east) < 1e9, abs(north) < 1e9,
        let position = try? transformer.transform(Coordinate(x: east, y: north)),
        position.x.isFinite, position.y.isFinite, abs(position.x) <= 180, abs(position.y) <= 90
      else {
        findings.append(
          ImportFinding(
            .refused, line: row.line, code: code, name: "",
            reason: row.isBroken
              ? ImportText("a quote is not closed", "引号未闭合")
              : ImportText(
                "'\(x.prefix(40))', '\(y.prefix(40))' is no position (table of positions)",
                "'\(x.prefix(40))'、'\(y.prefix(40))' 不是位置（点位表）")))
        continue
      }
      taken += 1
      var sum = sums[code] ?? (CompensatedSum(), CompensatedSum(), 0)
      sum.x.add(position.x)
      sum.y.add(position.y)
      sum.count += 1
      sums[code] = sum
    }
    means = sums.mapValues {
      Coordinate(x: $0.x.value / Double($0.count), y: $0.y.value / Double($0.count))
    }
    rows = (table.rows.count, taken)
  }

  /// What is known of where an area lies.
  struct Place: Sendable, Equatable {
    let position: Coordinate
    /// Whether no point names the area itself.
    let isModelled: Bool
  }

  /// Where areas lie, in their order; nil where no area under the same unit has a position.
  func places(of areas: [AreaRow]) -> [Place?] {
    var siblings: [String: [(code: [UInt8], position: Coordinate)]] = [:]
    for area in areas {
      guard let position = means[area.code] else { continue }
      siblings[area.parent, default: []].append((Array(area.code.utf8), position))
    }
    return areas.map { area in
      if let position = means[area.code] { return Place(position: position, isModelled: false) }
      let code = Array(area.code.utf8)
      var longest = -1
      var (x, y, count) = (CompensatedSum(), CompensatedSum(), 0)
      for (other, position) in siblings[area.parent] ?? [] {
        let common = zip(code, other).prefix { $0 == $1 }.count
        if common > longest {
          longest = common
          (x, y, count) = (CompensatedSum(), CompensatedSum(), 0)
        }
        guard common == longest else { continue }
        x.add(position.x)
        y.add(position.y)
        count += 1
      }
      guard count > 0 else { return nil }
      return Place(
        position: Coordinate(x: x.value / Double(count), y: y.value / Double(count)),
        isModelled: true)
    }
  }
}
