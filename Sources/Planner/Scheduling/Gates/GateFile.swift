public import Geometry
import Territory

/// How far a decision is.
public enum GateState: String, CaseIterable, Sendable {
  case open, applied, granted
}

/// How far decisions are, from a file: CSV with `settlement` (id of a settlement, of a pilot for what it builds
/// itself, or `campus/ID`), `gate`, `state` and `date`.
public struct GateFile: Sendable {
  /// A decision's state; the day of the application, or of the grant where that is known.
  public struct Entry: Hashable, Sendable {
    /// How far it is.
    public let state: GateState
    /// Of an application its day.
    public let day: CivilDay?
  }

  struct Key: Hashable {
    let place: String
    let gate: String
  }

  private var entries: [Key: Entry] = [:]
  private static let columns = ["settlement", "gate", "state", "date"]

  /// Nothing is known: all is open.
  public init() {}

  /// Reads a text.
  ///
  /// - Parameters:
  ///   - places: ids of settlements and pilots.
  ///   - isCampus: whether an id stands for a campus, as `campus/ID` does.
  /// - Throws: the tables' errors; `DR-935` for an unknown column or state, and a day that is missing or none;
  ///   `DR-936` for an unknown place or gate, or one that stands twice.
  public init(
    name: String, bytes: [UInt8], gates: [DecisionGate], places: Set<String>,
    isCampus: (String) -> Bool = { _ in false }
  ) throws(UserError) {
    let table = try CSVTable(name: name, bytes: bytes)
    for (index, title) in table.header.enumerated() {
      guard Self.columns.contains(title), table.column(title) == index else {
        throw UserError(
          "DR-935", .badData, at: "\(name):1", "column '\(title)' is unknown or stands twice",
          remedy: "use each once: \(Self.columns.joined(separator: ", "))")
      }
    }
    let place = try table.require("settlement")
    let gate = try table.require("gate")
    let known = gates.map(\.name)
    for row in table.rows {
      let key = Key(place: row.cells[place], gate: row.cells[gate])
      let source = "\(name):\(row.line)"
      guard places.contains(key.place) || isCampus(key.place) else {
        throw UserError(
          "DR-936", .badData, at: source,
          "no settlement, pilot or campus has the id '\(key.place)'",
          remedy:
            "take ids from decisions.csv or settlements.geojson of a run, or from the file of pilots"
        )
      }
      guard known.contains(key.gate) else {
        throw UserError(
          "DR-936", .badData, at: source, "no gate is called '\(key.gate)'",
          remedy: "give one of: \(known.joined(separator: ", "))")
      }
      guard entries.updateValue(try Self.entry(row, table), forKey: key) == nil else {
        throw UserError(
          "DR-936", .badData, at: source, "gate \(key.gate) of \(key.place) stands twice",
          remedy: "give each gate of a place one row")
      }
    }
  }

  /// What is known of a gate at a place; open without a row.
  public func entry(_ place: String, _ gate: DecisionGate) -> Entry {
    entries[Key(place: place, gate: gate.name)] ?? Entry(state: .open, day: nil)
  }

  private static func entry(_ row: CSVTable.Row, _ table: CSVTable) throws(UserError) -> Entry {
    func cell(_ title: String) -> String { table.column(title).map { row.cells[$0] } ?? "" }
    let source = "\(table.name):\(row.line)"
    guard let state = GateState(rawValue: cell("state")) else {
      throw UserError(
        "DR-935", .badData, at: source, "state is '\(cell("state"))'",
        remedy: "give open, applied or granted")
    }
    let text = cell("date")
    let day = CivilDay(text)
    guard text.isEmpty ? state != .applied : day != nil else {
      throw UserError(
        "DR-935", .badData, at: source, "date is '\(text)'",
        remedy: "give a day such as 2021-03-15; an application needs one")
    }
    return Entry(state: state, day: day)
  }
}
