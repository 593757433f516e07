import Geometry
import Territory

/// One figure of a row, as tables and JSON have it.
enum GreenValue {
  case text(String?)
  case count(Int?)
  /// Nil where nothing is known, or nothing applies.
  case number(Double?, decimals: Int)

  var cell: CSVCell {
    switch self {
    case .text(let text): .text(orEmpty: text)
    case .count(let count): count.map { .integer($0) } ?? .empty
    case .number(let value, let decimals): value.map { .decimal($0, decimals: decimals) } ?? .empty
    }
  }

  var json: JSONValue {
    switch self {
    case .text(let text): text.map { .string($0) } ?? .null
    case .count(let count): count.map { .int($0) } ?? .null
    case .number(let value, let decimals): value.map { .rounded($0, decimals: decimals) } ?? .null
    }
  }
}

/// Columns of rows of one kind, for CSV, JSON and the properties of features alike.
struct GreenTable<Row> {
  typealias Column = (title: String, value: (Row) -> GreenValue)
  let columns: [Column]

  func csv(_ rows: [Row]) -> [UInt8] {
    var writer = CSVWriter(header: columns.map(\.title))
    for row in rows { writer.append(columns.map { $0.value(row).cell }) }
    return writer.bytes
  }

  func object(_ row: Row) -> JSONObject {
    JSONObject(columns.map { ($0.title, $0.value(row).json) })
  }

  func json(_ rows: [Row]) -> JSONValue { .array(rows.map { .object(object($0)) }) }
}
