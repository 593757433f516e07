import Geometry
import Siting
import Territory

/// Points of a file for `site`.
struct SitePoints {
  let table: CSVTable
  /// Longitudes and latitudes, or x and y.
  let first: [Double]
  let second: [Double]
  let points: CoverPoints

  /// - Throws: the reader's errors, DR-205 to DR-206 for columns, DR-850 for a file without points,
  ///   DR-566 for positions that are none.
  init(path: String, isPlanar: Bool) throws(UserError) {
    table = try CSVTable(name: path, bytes: try InputFile.bytes(at: path))
    let columns = try [
      table.require(isPlanar ? "x" : "lon"), table.require(isPlanar ? "y" : "lat"),
    ]
    guard !table.rows.isEmpty else {
      throw UserError(
        "DR-850", .badData, at: path, "it has no points", remedy: "give at least one row")
    }
    var first: [Double] = []
    var second: [Double] = []
    for row in table.rows {
      first.append(try table.number(row, columns[0]))
      second.append(try table.number(row, columns[1]))
    }
    self.first = first
    self.second = second
    do throws(UserError) {
      points =
        try isPlanar
        ? CoverPoints(x: first, y: second) : CoverPoints(longitudes: first, latitudes: second)
    } catch {
      throw UserError(error.code, error.status, at: path, error.problem, remedy: error.remedy)
    }
  }

  /// Numbers of a column that need not be there.
  ///
  /// - Throws: DR-206 for a cell that is no number, DR-851 for one outside 0 to 1e12.
  func amounts(_ title: String) throws(UserError) -> [Double] {
    guard let column = table.column(title) else {
      return [Double](repeating: 1, count: table.rows.count)
    }
    var amounts: [Double] = []
    for row in table.rows {
      let amount = try table.number(row, column)
      guard (0...1e12).contains(amount) else {
        throw UserError(
          "DR-851", .badData, at: "\(table.name):\(row.line)", "\(title) is \(amount)",
          remedy: "give 0 to 1e12")
      }
      amounts.append(amount)
    }
    return amounts
  }

  /// Ids of the points: column `id`, or the number of the row, from 1.
  var ids: [String] {
    guard let column = table.column("id") else { return table.rows.indices.map { "\($0 + 1)" } }
    return table.rows.map { $0.cells[column] }
  }

  /// Exclusive groups by column `group`: equal texts are one group, empty cells none.
  var groups: [Int?] {
    guard let column = table.column("group") else { return table.rows.map { _ in nil } }
    var numbers: [String: Int] = [:]
    return table.rows.map { row in
      let text = row.cells[column]
      guard !text.isEmpty else { return nil }
      let number = numbers[text] ?? numbers.count
      numbers[text] = number
      return number
    }
  }

  /// - Throws: DR-852 for an unknown status.
  func statuses() throws(UserError) -> [CandidateSite.Status] {
    guard let column = table.column("status") else {
      return [CandidateSite.Status](repeating: .free, count: table.rows.count)
    }
    var statuses: [CandidateSite.Status] = []
    for row in table.rows {
      let text = row.cells[column]
      guard let status = text.isEmpty ? .free : CandidateSite.Status(rawValue: text) else {
        throw UserError(
          "DR-852", .badData, at: "\(table.name):\(row.line)", "the status is '\(text)'",
          remedy: "give free, existing, required, forbidden or nothing")
      }
      statuses.append(status)
    }
    return statuses
  }
}
