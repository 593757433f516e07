import Geometry
import Radio

/// A row of a register that can become part of a site.
struct RegisterRow: Sendable {
  /// As the table has it; then degrees of EPSG:4490.
  var position: Coordinate
  /// NaN where none is known.
  let heightMetres: Double
  /// Of the row's bytes.
  let hash: UInt64
  /// Where the row stands in the table's text.
  let start: Int
  let byteCount: Int32
  /// Line of the file.
  var line: Int32
  /// Number of its site's name among the names; -1 for none.
  var id: Int32
  /// Number of the unit that it states; -1 for none.
  let unit: Int32
  /// Where its azimuths stand among the block's, then among all.
  var firstAzimuth: Int32
  /// -1 for omnidirectional.
  let azimuthCount: Int16
  let configuration: Int16
  let group: NetworkGroup

  var bytes: Range<Int> { start..<start + Int(byteCount) }
  var azimuths: Range<Int> { Int(firstAzimuth)..<Int(firstAzimuth) + max(0, Int(azimuthCount)) }
}
