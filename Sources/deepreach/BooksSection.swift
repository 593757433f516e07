import Geometry
import Territory
import Yams

/// The section `books` of a project or a scenario: figures of the bundled books that are other than
/// in the files, `costs.newTowerYuan: {scale: 0.8}` or `{set: 220000}`.
struct BooksSection: Codable {
  private struct Entry {
    let path: String
    let operation: FigureChange.Operation
    var place: String
  }

  private struct Key: CodingKey {
    let stringValue: String
    var intValue: Int? { nil }

    init(_ text: String) { stringValue = text }
    init?(stringValue: String) { self.init(stringValue) }
    init?(intValue: Int) { nil }
  }

  private static let operations = ["scale", "set"]
  private var entries: [Entry]

  /// Changes as a section; nil for none.
  init?(_ changes: [FigureChange]) {
    guard !changes.isEmpty else { return nil }
    entries = changes.map { Entry(path: $0.path, operation: $0.operation, place: $0.place) }
  }

  init(from decoder: any Decoder) throws {
    let section = try decoder.container(keyedBy: Key.self)
    entries = []
    for key in section.allKeys {
      let change = try section.nestedContainer(keyedBy: Key.self, forKey: key)
      let scale = try change.decodeIfPresent(Double.self, forKey: Key("scale"))
      let set = try change.decodeIfPresent(Double.self, forKey: Key("set"))
      let operation = scale.map(FigureChange.Operation.scale) ?? set.map { .set($0) }
      guard let operation, scale == nil || set == nil else {
        throw DecodingError.dataCorruptedError(
          forKey: key, in: section, debugDescription: "give {scale: NUMBER} or {set: NUMBER}")
      }
      entries.append(Entry(path: key.stringValue, operation: operation, place: "books"))
    }
  }

  func encode(to encoder: any Encoder) throws {
    var section = encoder.container(keyedBy: Key.self)
    for entry in entries {
      var change = section.nestedContainer(keyedBy: Key.self, forKey: Key(entry.path))
      switch entry.operation {
      case .scale(let factor): try Self.encode(factor, as: "scale", in: &change)
      case .set(let value): try Self.encode(value, as: "set", in: &change)
      }
    }
  }

  /// Whole numbers as such: the encoder writes any other number with an exponent.
  private static func encode(
    _ value: Double, as name: String, in change: inout KeyedEncodingContainer<Key>
  ) throws {
    if let whole = Int(exactly: value) {
      try change.encode(whole, forKey: Key(name))
    } else {
      try change.encode(value, forKey: Key(name))
    }
  }

  /// Refuses keys that mean nothing, with their line.
  ///
  /// - Throws: DR-811 for an unknown key, DR-810 for a section that is none.
  static func check(_ section: Node, in file: String) throws(UserError) {
    func line(_ node: Node) -> String { "\(file):\(node.mark?.line ?? 1)" }
    guard let mapping = section.mapping else {
      throw UserError(
        "DR-810", .badData, at: line(section), "books is not a list of `BOOK.KEY: {scale: NUMBER}`",
        remedy: "give figures of the books, as docs/compare.md shows")
    }
    for (figure, change) in mapping {
      for key in change.mapping?.keys.map({ $0 }) ?? []
      where !operations.contains(key.string ?? "") {
        throw UserError(
          "DR-811", .badData, at: line(key),
          "unknown key '\(key.string ?? "")' of '\(figure.string ?? "")'",
          remedy: "use only: \(operations.joined(separator: ", "))")
      }
    }
  }

  /// Notes the line of each figure.
  mutating func locate(in section: Node, of file: String) {
    for index in entries.indices {
      let key = section.mapping?.keys.first { $0.string == entries[index].path }
      entries[index].place = "\(file):\(key?.mark?.line ?? 1)"
    }
  }

  /// Lays the changes over others: of one figure the last change counts.
  ///
  /// - Throws: DR-812 for what is no figure of a book.
  func apply(to changes: inout [FigureChange]) throws(UserError) {
    for entry in entries {
      let change = try FigureChange(path: entry.path, entry.operation, at: entry.place)
      changes.removeAll { $0.path == change.path }
      changes.append(change)
    }
  }
}
