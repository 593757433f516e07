public import Geometry
public import Scheduling
import Territory

/// A `schedule.csv` that `plan` or `schedule` has written, as the schedule to keep near to.
public struct PreviousScheduleFile: Sendable {
  /// Path of the table.
  public let path: String
  /// What it says.
  public let schedule: PreviousSchedule

  /// Reads a `schedule.csv`, or that of a folder.
  ///
  /// - Throws: `DR-702` when it cannot be read; the table's errors; `DR-673` for one that is no schedule's, with
  ///   the line.
  public init(_ place: String) throws(UserError) {
    let folder = RunFolder(place).path
    path = Folder.isFolder(folder) ? "\(folder)/schedule.csv" : place
    schedule = try Self.schedule(name: path, bytes: FileAccess.read(path))
  }

  /// Whether the folder that a file lies in has a schedule; its path.
  public static func beside(_ file: String) -> String? {
    let folder = Folder.parent(file)
    let path =
      folder.isEmpty ? "schedule.csv" : folder == "/" ? "/schedule.csv" : "\(folder)/schedule.csv"
    return Folder.exists(path) ? path : nil
  }

  static func schedule(name: String, bytes: [UInt8]) throws(UserError) -> PreviousSchedule {
    let table = RunTable(try CSVTable(name: name, bytes: bytes))
    var entries: [PreviousSchedule.Entry] = []
    var lines: [String: Int] = [:]
    for row in table.rows {
      func error(_ problem: String) -> UserError {
        UserError(
          "DR-673", .badData, at: "\(name):\(row.line)", problem,
          remedy: "give a schedule.csv as plan or schedule has written it")
      }
      let id = try table.text(row, "package")
      guard !id.isEmpty else { throw error("a row names no package") }
      if let line = lines.updateValue(row.line, forKey: id) {
        throw error("'\(id)' stands in line \(line) too")
      }
      let texts = (try table.text(row, "start"), try table.text(row, "finish"))
      let isScheduled = try table.text(row, "state") == ScheduleTable.scheduled
      let span = ScheduleRows.span(texts.0, texts.1)
      guard isScheduled ? span != nil : texts.0.isEmpty && texts.1.isEmpty else {
        throw error(
          "'\(id)' is \(isScheduled ? "" : "not ")scheduled, '\(texts.0)' to '\(texts.1)'")
      }
      let payments = try table.text(row, "payments")
      guard let paid = ScheduleRows.payments(payments) else {
        throw error("the payments of '\(id)' are '\(payments)'")
      }
      guard paid.allSatisfy({ (0...RunTable.greatest).contains($0.yuan) }) else {
        throw error("the payments of '\(id)' are out of range")
      }
      entries.append(
        PreviousSchedule.Entry(
          id: id, settlement: try table.text(row, "settlement"), name: try table.text(row, "name"),
          span: span, mode: try table.text(row, "mode"), payments: paid))
    }
    return PreviousSchedule(entries)
  }
}
