import Scheduling
import Territory

/// `moves.csv`: one row a package that is in the schedule before or in this one.
enum MovesTable {
  static let name = "moves.csv"

  private static let columns = [
    "id", "unit", "name", "kind", "committed", "was_start", "was_finish", "now_start",
    "now_finish", "quarters", "reason", "detail",
  ]

  static func csv(_ moves: ScheduleMoves) -> [UInt8] {
    var writer = CSVWriter(header: columns)
    for move in moves.moves {
      writer.append([
        .text(move.id), .text(move.settlement), .text(move.name), .text(move.kind.rawValue),
        .text(move.isCommitted ? "true" : "false"),
        .text(orEmpty: move.was?.lowerBound.description),
        .text(orEmpty: move.was?.upperBound.description),
        .text(orEmpty: move.now?.lowerBound.description),
        .text(orEmpty: move.now?.upperBound.description),
        move.quarters.map(CSVCell.integer) ?? .empty, .text(orEmpty: move.reason?.key),
        .text(orEmpty: move.reason?.detail),
      ])
    }
    return writer.bytes
  }
}
