import Geometry
import Scheduling
import Siting
import Territory

/// The electricity and carbon of a campus' own network, once it is built; the sums of settlements do not hold it.
public struct GreenCampus: Hashable, Sendable {
  /// Id of the campus.
  public let id: String
  /// Its name; empty where the run does not say.
  public let name: String
  /// Adcode of its province.
  public let province: String
  /// Stations of its packages.
  public let stations: Int
  /// Terminals on it; nil where the run does not say.
  public let terminals: Int?
  /// Electricity of the grid's that they take.
  public let gridKilowattHoursPerYear: Int
  /// Carbon dioxide of that electricity.
  public let kilogramsPerYear: Double

  /// Carbon dioxide a year for each terminal; nil where they are not known, or none.
  public var kilogramsPerTerminal: Double? {
    terminals.flatMap { $0 > 0 ? kilogramsPerYear / Double($0) : nil }
  }

  /// What stands before a campus' id where packages have a settlement.
  private static let prefix = "campus/"
  /// The run's table of campuses, where it has one.
  static let file = "campuses.csv"

  /// What the table says of a campus.
  private struct Entry {
    var name = ""
    var terminals: Int?
  }

  /// The campuses of which packages are built, by id.
  ///
  /// - Parameter table: names and terminals; nil where the run has no such table.
  /// - Throws: DR-205 for a table without ids.
  static func all(
    _ packages: [String: [GreenPlace.Package]], _ table: RunTable?, _ books: GreenBooks
  ) throws(UserError) -> [GreenCampus] {
    let entries = try table.map { table throws(UserError) in try Self.entries(table) } ?? [:]
    let own = packages.keys.filter { $0.hasPrefix(prefix) }.sorted {
      $0.utf8.lexicographicallyPrecedes($1.utf8)
    }
    return own.map { key in
      let id = String(key.dropFirst(prefix.count))
      let built = packages[key] ?? []
      let province = built.first?.work.provinceAdcode ?? ""
      let energy = built.reduce(0) { $0 + $1.gridKilowattHoursPerYear(books) }
      return GreenCampus(
        id: id, name: entries[id]?.name ?? "", province: province,
        stations: built.reduce(0) { $0 + $1.work.stations }, terminals: entries[id]?.terminals,
        gridKilowattHoursPerYear: energy,
        kilogramsPerYear: Double(energy) * books.kilogramsPerKilowattHour(province: province))
    }
  }

  private static func entries(_ table: RunTable) throws(UserError) -> [String: Entry] {
    var entries: [String: Entry] = [:]
    for row in table.rows {
      func optional(_ title: String) throws(UserError) -> String {
        table.header.contains(title) ? try table.text(row, title) : ""
      }
      entries[try table.text(row, "id")] = Entry(
        name: try optional("name"), terminals: count(try optional("terminals")))
    }
    return entries
  }

  /// `12`, or `scenario:12;other:3`; nil for anything else.
  private static func count(_ text: String) -> Int? {
    var sum: Int?
    for part in text.split(separator: ";") {
      guard let last = part.split(separator: ":").last, let count = Int(last),
        (0...RunTable.greatest).contains(count)
      else { return nil }
      sum = (sum ?? 0) &+ count
    }
    return sum
  }
}
