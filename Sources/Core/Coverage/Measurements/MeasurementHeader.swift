import FoundationEssentials
import Geometry
import Territory

/// What the first line of a file of measurements says.
struct MeasurementHeader: Sendable {
  let name: String
  let map: ColumnMap
  let scanner: FieldScanner
  /// Of each field whether the table has a column of it.
  let places: [Bool]
  let clusterSource: ClusterSource
  /// Length of the line with its line feed.
  let byteCount: Int

  /// Longest header: what is longer is no table.
  private static let greatestBytes = 1 << 20

  init(
    _ data: Data, name: String, names: ColumnNames, choice: ColumnChoice
  ) throws(UserError) {
    self.name = name
    let head = data.prefix(Self.greatestBytes)
    let end = head.firstIndex(of: UInt8(ascii: "\n"))
    var line = Array(head.prefix(upTo: end ?? head.endIndex))
    byteCount = end.map { $0 - head.startIndex + 1 } ?? data.count
    guard end != nil || data.count < Self.greatestBytes else {
      throw Self.noTable(name, "the first line is longer than a MiB")
    }
    if line.starts(with: [0xEF, 0xBB, 0xBF]) { line.removeFirst(3) }
    guard !line.contains(0) else {
      throw Self.noTable(name, "the first line has a NUL byte, as UTF-16 and binary files do")
    }
    let text = try DecodedText(name: name, bytes: line).bytes
    let delimiter = FieldScanner.delimiter(of: text)
    let table = try CSVTable(name: name, bytes: Self.commas(text, delimiter))
    map = try ColumnMap(table.header, file: name, names: names, choice: choice)
    scanner = FieldScanner(
      delimiter: delimiter,
      columns: MeasurementField.allCases.map { [map] in map.indices[$0.name] })
    places = MeasurementField.allCases.map { [map] in map.indices[$0.name] != nil }
    clusterSource = Self.clusterSource(map)
    for field in map.constants.keys.sorted() where field != MeasurementField.network.name {
      throw UserError(
        "DR-260", .usage, at: "--columns", "no constant can stand for '\(field)'",
        remedy: "give a constant for operator alone, and columns for all else")
    }
    for field in [MeasurementField.lon, .lat] where map.indices[field.name] == nil {
      throw Self.noColumn(name, field.name, table.header)
    }
    let measured: [MeasurementField] = [.rsrp, .sinr, .downlink, .uplink]
    guard measured.contains(where: { map.indices[$0.name] != nil }) else {
      throw Self.noColumn(name, "rsrp", table.header)
    }
  }

  private static func clusterSource(_ map: ColumnMap) -> ClusterSource {
    if map.indices[MeasurementField.drive.name] != nil { return .drive }
    guard map.indices[MeasurementField.device.name] != nil else { return .block }
    return map.indices[MeasurementField.time.name] != nil ? .deviceDay : .device
  }

  /// The header with commas for its delimiter, so that one reader does for all.
  private static func commas(_ line: [UInt8], _ delimiter: UInt8) -> [UInt8] {
    delimiter == UInt8(ascii: ",") ? line : line.map { $0 == delimiter ? UInt8(ascii: ",") : $0 }
  }

  private static func noTable(_ name: String, _ problem: String) -> UserError {
    UserError(
      "DR-490", .badData, at: "\(name):1", problem,
      remedy:
        "give a table as text in UTF-8 or GB18030, with a header line and a line for each sample")
  }

  private static func noColumn(_ name: String, _ field: String, _ header: [String]) -> UserError {
    UserError(
      "DR-491", .badData, at: "\(name):1", "no column is known as \(field)",
      remedy: "name it in a file for --columns; the header has: "
        + header.map { String($0.prefix(40)) }.prefix(40).joined(separator: ", "))
  }
}
