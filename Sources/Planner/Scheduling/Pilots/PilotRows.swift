import Geometry
import Territory
import Yams

/// Rows of a file of pilots, CSV or YAML: the same keys, each row with its line.
struct PilotRows {
  /// A row's texts by key; empty ones are left out.
  struct Row {
    let source: String
    let texts: [String: String]
  }

  static let keys = [
    "id", "name", "kind", "partners", "settlement", "county", "lon", "lat", "campus", "by",
    "status",
    "group", "stations", "new_sites", "cost_yuan", "energy_kwh_per_year", "crew_days",
  ]

  let rows: [Row]

  /// Rows of a text; YAML where the name ends so.
  ///
  /// - Throws: the tables' errors; `DR-250` for YAML that does not parse; `DR-925` for unknown keys, a key
  ///   twice, a file without pilots or that is no list.
  init(name: String, bytes: [UInt8]) throws(UserError) {
    let isYAML = name.hasSuffix(".yaml") || name.hasSuffix(".yml")
    rows = try isYAML ? Self.yaml(name, bytes) : Self.table(name, bytes)
    guard !rows.isEmpty else {
      throw Self.error(name, "there is no pilot in the file", "give at least one, or leave it out")
    }
  }

  private static func table(_ name: String, _ bytes: [UInt8]) throws(UserError) -> [Row] {
    let table = try CSVTable(name: name, bytes: bytes)
    for (index, title) in table.header.enumerated() {
      guard keys.contains(title), table.column(title) == index else {
        throw unknown("\(name):1", title)
      }
    }
    return table.rows.map { row in
      var texts: [String: String] = [:]
      for (title, cell) in zip(table.header, row.cells) where !cell.isEmpty {
        texts[title] = CSVWriter.unguarded(cell)
      }
      return Row(source: "\(name):\(row.line)", texts: texts)
    }
  }

  private static func yaml(_ name: String, _ bytes: [UInt8]) throws(UserError) -> [Row] {
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw UserError(
        "DR-204", .badData, at: name, "the file is not UTF-8 text", remedy: "save it as UTF-8")
    }
    let root: Node?
    do {
      root = try Yams.compose(yaml: text)
    } catch {
      throw UserError(
        "DR-250", .badData, at: name, "the YAML does not parse: \(error)",
        remedy: "mend the syntax at the line named")
    }
    guard let list = root?.sequence ?? root?.mapping?["pilots"]?.sequence else {
      throw error(name, "it is no list of pilots", "give `- id: ...` for each, or `pilots:` above")
    }
    var rows: [Row] = []
    for node in list {
      let source = "\(name):\(node.mark?.line ?? 1)"
      guard let mapping = node.mapping else {
        throw error(source, "a pilot is no list of `key: value`", "start it with `- id: ...`")
      }
      var texts: [String: String] = [:]
      for (key, value) in mapping {
        let title = key.string ?? ""
        guard keys.contains(title), texts[title] == nil else { throw unknown(source, title) }
        guard let text = Self.text(value) else {
          throw error(source, "\(title) is no text and no list of texts", "give one value")
        }
        if !text.isEmpty { texts[title] = text }
      }
      rows.append(Row(source: source, texts: texts))
    }
    return rows
  }

  /// A scalar as it is written, a list between semicolons; nil for anything else.
  private static func text(_ node: Node) -> String? {
    if let scalar = node.scalar {
      let isNull = scalar.style == .plain && ["~", "null"].contains(scalar.string)
      return isNull ? "" : scalar.string
    }
    guard let parts = node.sequence?.map({ $0.scalar?.string }) else { return nil }
    let texts = parts.compactMap { $0 }
    return texts.count == parts.count ? texts.joined(separator: ";") : nil
  }

  private static func unknown(_ place: String, _ title: String) -> UserError {
    error(
      place, "'\(title)' is unknown or stands twice",
      "use each once: \(keys.joined(separator: ", "))"
    )
  }

  private static func error(_ place: String, _ problem: String, _ remedy: String) -> UserError {
    UserError("DR-925", .badData, at: place, problem, remedy: remedy)
  }
}
