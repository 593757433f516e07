public import Geometry

/// Counties on the land border, as the bundled table has them.
public enum BorderCounties {
  /// Where the table lies in the bundled data.
  public static let file = "units/border-counties.csv"

  /// Their adcodes.
  ///
  /// - Throws: DR-210 when the table is not there, the table reader's errors when it is broken.
  public static func read(_ geodata: Geodata) throws(UserError) -> Set<String> {
    let table = try geodata.table(file)
    let adcode = try table.require("adcode")
    return Set(table.rows.map { $0.cells[adcode] })
  }
}
