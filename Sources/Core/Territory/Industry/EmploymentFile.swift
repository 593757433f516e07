public import Geometry

/// Shares of employment by county: a table with the census' columns `CODE`, `EMPL_OCCU` (employed of the residents of 16
/// and more) and `EMPL_INDU_MANU`, `EMPL_INDU_MINI`, `EMPL_INDU_UTIL` (of the employed).
public struct EmploymentFile: Sendable {
  /// A county's shares.
  public struct Row: Hashable, Sendable {
    /// Line of the file.
    public let line: Int
    /// Employed of the residents of 16 and more.
    public let employed: Double
    /// Of the employed.
    public let shares: [EmploymentBranch: Double]
  }

  /// Name of the file.
  public let name: String
  /// By adcode; nil for a county without figures.
  public let rows: [String: Row?]
  /// Sums of a county's shares over all its columns `EMPL_INDU_` may differ from 1 by rounding alone.
  public static let tolerance = 0.01

  private static let columns: [(EmploymentBranch, String)] = [
    (.manufacturing, "EMPL_INDU_MANU"), (.mining, "EMPL_INDU_MINI"),
    (.utilities, "EMPL_INDU_UTIL"),
  ]

  /// Reads a file.
  ///
  /// - Throws: DR-210, the errors of CSV; DR-918 for shares that cannot be, DR-916 for a county that stands twice.
  public init(path: String) throws(UserError) {
    try self.init(name: path, bytes: InputFile.bytes(at: path))
  }

  /// Reads text; the name is for errors.
  ///
  /// - Throws: as above.
  public init(name: String, bytes: [UInt8]) throws(UserError) {
    let table = try CSVTable(name: name, bytes: DecodedText(name: name, bytes: bytes).bytes)
    let code = try table.require("CODE")
    let employed = try table.require("EMPL_OCCU")
    var branches: [(EmploymentBranch, Int)] = []
    for (branch, title) in Self.columns { branches.append((branch, try table.require(title))) }
    let all = table.header.indices.filter { table.header[$0].hasPrefix("EMPL_INDU_") }
    var rows: [String: Row?] = [:]
    for row in table.rows {
      func share(_ column: Int) throws(UserError) -> Double {
        guard let share = Double(row.cells[column]), (0...1).contains(share) else {
          throw Self.refused(
            name, row.line, "\(table.header[column]) is '\(row.cells[column])'",
            "give a share from 0 to 1")
        }
        return share
      }
      var entry: Row?
      // A spreadsheet's mark of a division by nothing, or an empty cell: the county has no figures.
      let isEmpty = ([employed] + all).allSatisfy {
        row.cells[$0].isEmpty || row.cells[$0].hasPrefix("#")
      }
      if !isEmpty {
        var sum = 0.0
        for column in all { sum += try share(column) }
        // A table cut down to the branches that are needed sums to less.
        guard sum <= 1 + Self.tolerance,
          all.count <= Self.columns.count || sum >= 1 - Self.tolerance
        else {
          throw Self.refused(
            name, row.line, "the shares of EMPL_INDU_ sum to \(sum)", "give shares that sum to 1")
        }
        var shares: [EmploymentBranch: Double] = [:]
        for (branch, column) in branches { shares[branch] = try share(column) }
        entry = Row(line: row.line, employed: try share(employed), shares: shares)
      }
      guard rows[row.cells[code]] == nil else {
        throw UserError(
          "DR-916", .badData, at: "\(name):\(row.line)", "CODE \(row.cells[code]) stands twice",
          remedy: "give every county once")
      }
      rows[row.cells[code]] = .some(entry)
    }
    self.name = name
    self.rows = rows
  }

  private static func refused(
    _ name: String, _ line: Int, _ problem: String, _ remedy: String
  ) -> UserError {
    UserError("DR-918", .badData, at: "\(name):\(line)", problem, remedy: remedy)
  }
}
