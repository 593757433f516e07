public import FoundationEssentials
public import Geometry
public import Territory

/// Reads measurements from delimited text: a drive test, grids of measurement reports, or tests of the
/// crowd, with a row for each sample.
///
/// Columns are told by their titles (``ColumnNames``) or by the planner (``ColumnChoice``): longitude,
/// latitude, SS-RSRP in dBm, SS-SINR in dB, rates in Mbit/s, what puts samples together, and whose network
/// it was. A row that cannot be right is refused with its line and reason; a value that is not there is
/// missing.
public struct MeasurementFile: Sendable {
  /// Coordinate system of the positions.
  public let crs: CoordinateSystem
  /// Whether one row that cannot be right refuses the file.
  public let isStrict: Bool
  private let names: ColumnNames
  private let choice: ColumnChoice

  /// Bytes that a task reads at once.
  private static let block = 4 << 20

  /// A reader.
  public init(
    crs: CoordinateSystem, names: ColumnNames, choice: ColumnChoice = ColumnChoice(),
    isStrict: Bool = false
  ) {
    self.crs = crs
    self.names = names
    self.choice = choice
    self.isStrict = isStrict
  }

  /// Reads a file.
  ///
  /// - Throws: DR-210, and as ``read(_:name:threads:)``.
  public func read(
    path: String, threads: Int
  ) throws(UserError) -> (measurements: MeasurementSet, report: MeasurementReport) {
    try read(InputFile.mapped(at: path), name: path, threads: threads)
  }

  /// Reads the bytes of a file. The result does not depend on the number of threads.
  ///
  /// - Throws: DR-490 for bytes that are no table of text, DR-491 without a column of positions or of
  ///   anything measured, DR-492 where nothing is left or, of a strict reader, a row is refused; DR-260 and
  ///   DR-261 for a choice of columns that does not fit; DR-111 for an unknown coordinate system.
  public func read(
    _ data: Data, name: String, threads: Int
  ) throws(UserError) -> (measurements: MeasurementSet, report: MeasurementReport) {
    let header = try MeasurementHeader(data, name: name, names: names, choice: choice)
    if !crs.isPlainDegrees { _ = try CoordinateTransformer(from: crs, to: .cgcs2000) }
    let body = header.byteCount
    let tasks = max(1, (data.count - body + Self.block - 1) / Self.block)
    let (scanner, columns, source) = (header.scanner, header.places, header.clusterSource)
    let crs = crs
    var blocks = ConcurrentMap.map(count: tasks, threads: threads) { task in
      data.withUnsafeBytes { raw in
        let bytes = raw.bindMemory(to: UInt8.self)
        let start = Self.rowStart(bytes, body + task * Self.block, body)
        let end = Self.rowStart(bytes, body + (task + 1) * Self.block, body)
        var block = MeasurementBlock(
          UnsafeBufferPointer(rebasing: bytes[start..<end]), scanner, columns: columns,
          clusterSource: source)
        block.locate(
          crs.isPlainDegrees ? nil : try? CoordinateTransformer(from: crs, to: .cgcs2000))
        return block
      }
    }
    var assembly = MeasurementAssembly(header)
    assembly.reserve(blocks.reduce(0) { $0 + $1.positions.count })
    for index in blocks.indices {
      assembly.add(blocks[index])
      blocks[index] = MeasurementBlock.empty
    }
    assembly.finish()
    let report = assembly.report
    try check(report)
    return (try assembly.set(), report)
  }

  /// Where the first row starts that begins at an offset or after it.
  private static func rowStart(
    _ bytes: UnsafeBufferPointer<UInt8>, _ offset: Int, _ body: Int
  ) -> Int {
    guard offset > body else { return body }
    var position = min(offset, bytes.count) - 1
    while position < bytes.count, bytes[position] != UInt8(ascii: "\n") { position += 1 }
    return min(position + 1, bytes.count)
  }

  private func check(_ report: MeasurementReport) throws(UserError) {
    let firsts = report.refusals.compactMap { refusal in
      refusal.lines.first.map { (line: $0, problem: refusal.problem) }
    }
    if isStrict, let first = firsts.min(by: { $0.line < $1.line }) {
      throw UserError(
        "DR-492", .badData, at: "\(report.file):\(first.line)",
        "the row is refused: \(first.problem.rawValue)",
        remedy: "mend it, or leave --strict out to go on without such rows")
    }
    guard report.kept > 0 else {
      let worst = report.refusals.max { $0.rows < $1.rows }
      let reason =
        worst.flatMap { $0.rows > 0 ? ", most for \($0.problem.rawValue)" : nil } ?? ""
      throw UserError(
        "DR-492", .badData, at: report.file,
        "no sample is left of \(report.rows) rows\(reason)",
        remedy: "check the columns and the coordinate system")
    }
  }
}
