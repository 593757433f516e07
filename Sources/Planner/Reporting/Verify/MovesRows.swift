import Geometry
import Scheduling

/// What moves.csv says had begun when a run was planned anew: it stands as it happened, whatever comes before it
/// and whatever the money was.
struct MovesRows {
  private(set) var begun: Set<String> = []

  init() {}

  init(_ table: RunTable) throws(UserError) {
    for row in table.rows {
      let kind = try table.text(row, "kind")
      guard [MoveKind.done, .underWay].map(\.rawValue).contains(kind) else { continue }
      begun.insert(try table.text(row, "id"))
    }
  }
}
