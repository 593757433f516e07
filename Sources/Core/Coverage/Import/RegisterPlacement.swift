import Geometry
import Territory

/// Takes the positions of rows to degrees and holds them against what the rows state.
struct RegisterPlacement: Sendable {
  let system: CoordinateSystem
  /// Whether the whole table has its columns exchanged.
  let isExchanged: Bool
  let rules: RegisterRules

  /// Rows that a task places.
  static let blockRows = 1 << 15

  /// What became of a block of rows: their positions in degrees of EPSG:4490, rounded to 1e-7 degrees, whether
  /// each can be used, and what is to be said.
  struct Placed: Sendable {
    var positions: [Coordinate] = []
    var areUsable: [Bool] = []
    var problems: [RegisterProblem] = []
  }

  func place(_ rows: ArraySlice<RegisterRow>) -> Placed {
    var placed = Placed()
    placed.positions = rows.map { isExchanged ? Self.turned($0.position) : $0.position }
    placed.areUsable = [Bool](repeating: true, count: rows.count)
    let transformer = system.isPlainDegrees ? nil : try? CoordinateTransformer(from: system)
    let raw = placed.positions
    transform(&placed, transformer)
    var last: RegisterRow?
    for (index, row) in rows.enumerated() {
      // Cells of one site follow each other most often: what holds of one holds of the next.
      if let last, index > 0, last.position == row.position, last.unit == row.unit {
        placed.positions[index] = placed.positions[index - 1]
        continue
      }
      let before = placed.problems.count
      judge(row, index, raw[index], transformer, &placed)
      last = placed.problems.count == before ? row : nil
    }
    return placed
  }

  private static func turned(_ position: Coordinate) -> Coordinate {
    Coordinate(x: position.y, y: position.x)
  }

  /// Positions that have no image become NaN. Rows of cells of one site follow each other most often, and are
  /// transformed once.
  private func transform(_ placed: inout Placed, _ transformer: CoordinateTransformer?) {
    guard let transformer else { return }
    var distinct: [Coordinate] = []
    var places: [Int] = []
    for position in placed.positions {
      if distinct.last != position { distinct.append(position) }
      places.append(distinct.count - 1)
    }
    do throws(UserError) {
      try transformer.transform(&distinct)
    } catch {
      for index in distinct.indices {
        distinct[index] =
          (try? transformer.transform(distinct[index])) ?? Coordinate(x: .nan, y: .nan)
      }
    }
    for index in places.indices { placed.positions[index] = distinct[places[index]] }
  }

  private func judge(
    _ row: RegisterRow, _ index: Int, _ raw: Coordinate, _ transformer: CoordinateTransformer?,
    _ placed: inout Placed
  ) {
    var position = placed.positions[index]
    let isOnEarth = abs(position.x) <= 180 && abs(position.y) <= 90
    if !(rules.home.map { $0.contains(position) } ?? isOnEarth) {
      let other = Self.turned(raw)
      let exchanged = transformer == nil ? other : try? transformer?.transform(other)
      if let exchanged, let home = rules.home, home.contains(exchanged) {
        guard rules.repairsExchanged else {
          placed.areUsable[index] = false
          placed.problems.append(problem(.exchanged, row))
          return
        }
        placed.problems.append(problem(.exchangedRepaired, row))
        position = exchanged
      } else if !isOnEarth {
        placed.areUsable[index] = false
        placed.problems.append(problem(.noSuchPlace, row))
        return
      } else {
        placed.problems.append(problem(.outsideChina, row))
      }
    }
    position.x = (position.x * 1e7).rounded() / 1e7
    position.y = (position.y * 1e7).rounded() / 1e7
    placed.positions[index] = position
    guard row.unit >= 0, let units = rules.units else { return }
    let unit = Int(row.unit)
    guard !units.contains(position, in: unit) else { return }
    let distance = units.distanceMetres(position, to: unit)
    guard distance > StatedUnits.toleranceMetres else { return }
    var found = problem(.outsideUnit, row)
    found.metres = Float(distance)
    placed.problems.append(found)
  }

  private func problem(_ reason: RegisterReason, _ row: RegisterRow) -> RegisterProblem {
    RegisterProblem(line: row.line, reason: reason)
  }
}
