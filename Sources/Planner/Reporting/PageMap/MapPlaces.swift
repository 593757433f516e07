import Geometry
import Territory

/// The settlements of a map, in columns: what is told of them whatever the run.
struct MapPlaces {
  /// A settlement.
  struct Entry {
    let id: String
    let name: String
    let kind: SettlementKind
    /// Number of the unit it counts in.
    let unit: Int?
    /// Degrees; one without is drawn where the one before it is.
    let position: Coordinate?
    let residents: Int
  }

  private let entries: [Entry]

  init(_ entries: [Entry]) { self.entries = entries }

  /// Codes, names, and of each the kind, the unit's number from 1 (0 for none), the steps from the place before,
  /// residents.
  func value(_ grid: MapGrid) -> JSONValue {
    var packed = PackedNumbers()
    var before = MapGrid.Point(column: 0, row: 0)
    for entry in entries {
      let point = entry.position.map { grid.point($0) } ?? before
      packed.append(entry.kind.tier)
      packed.append(entry.unit.map { $0 + 1 } ?? 0)
      packed.append(signed: point.column - before.column)
      packed.append(signed: point.row - before.row)
      before = point
      packed.append(entry.residents)
    }
    return [
      "codes": .array(entries.map { .string($0.id) }),
      "names": .array(entries.map { .string($0.name) }), "figures": .string(packed.base64),
    ]
  }
}
