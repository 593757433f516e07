import Geometry
import Territory

/// Fields of a row of measurements, in the order in which they are scanned.
enum MeasurementField: Int, CaseIterable {
  case lon, lat, rsrp, sinr, downlink, uplink, drive, device, time, network

  /// Place among the fields of a row.
  var place: Int { rawValue }

  /// Name in the book of columns and in reports.
  var name: String { self == .network ? "operator" : "\(self)" }
}

/// The samples of one block of a file, column by column; clusters and networks by the block's own numbers.
struct MeasurementBlock: Sendable {
  private(set) var positions: [Coordinate] = []
  /// SS-RSRP, SS-SINR, downlink and uplink rate; empty where the file has no such column.
  private(set) var values: [[Float]] = [[], [], [], []]
  private(set) var clusters: [Int32] = []
  private(set) var networks: [Int32] = []
  private(set) var clusterWords = WordTable()
  private(set) var networkWords = WordTable()
  /// Lines, blank ones included.
  private(set) var lines = 0
  private(set) var rows = 0
  private(set) var log = RefusalLog()
  /// Of each sample the line it stands on.
  private var sampleLines: [Int32] = []
  private var scratch: [UInt8] = []

  /// Of each place whether the table has the column.
  private let columns: [Bool]
  private let clusterSource: ClusterSource

  /// - Parameters:
  ///   - text: whole lines.
  ///   - columns: of each place whether the table has the column.
  init(
    _ text: UnsafeBufferPointer<UInt8>, _ scanner: FieldScanner, columns: [Bool],
    clusterSource: ClusterSource
  ) {
    self.columns = columns
    self.clusterSource = clusterSource
    var fields = [UnsafeBufferPointer<UInt8>](
      repeating: UnsafeBufferPointer(rebasing: text[0..<0]), count: scanner.count)
    var start = 0
    while start < text.count {
      var end = start
      while end < text.count, text[end] != UInt8(ascii: "\n") { end += 1 }
      let row = scanner.scan(UnsafeBufferPointer(rebasing: text[start..<end]), into: &fields)
      switch row {
      case .blank: break
      case .openQuote:
        rows += 1
        log.note(.openQuote, line: lines)
      case .fields:
        rows += 1
        if let problem = add(fields) { log.note(problem, line: lines) }
      }
      lines += 1
      start = end + 1
    }
  }

  /// Adds a sample, or says what is wrong with it.
  private mutating func add(_ fields: [UnsafeBufferPointer<UInt8>]) -> MeasurementProblem? {
    guard let x = NumberText.double(fields[MeasurementField.lon.place]),
      let y = NumberText.double(fields[MeasurementField.lat.place])
    else { return .noPosition }
    guard let level = value(fields, .rsrp, -156 ... -31) else { return .level }
    guard let sinr = value(fields, .sinr, -23...40) else { return .sinr }
    guard let downlink = value(fields, .downlink, 0...100_000),
      let uplink = value(fields, .uplink, 0...100_000)
    else { return .rate }
    if columns[MeasurementField.rsrp.place] { values[0].append(level) }
    if columns[MeasurementField.sinr.place] { values[1].append(sinr) }
    if columns[MeasurementField.downlink.place] { values[2].append(downlink) }
    if columns[MeasurementField.uplink.place] { values[3].append(uplink) }
    positions.append(Coordinate(x: x, y: y))
    sampleLines.append(Int32(truncatingIfNeeded: lines))
    addCluster(fields)
    if columns[MeasurementField.network.place] {
      let word = Self.trimmed(fields[MeasurementField.network.place])
      networks.append(word.isEmpty ? -1 : networkWords.index(of: word))
    }
    return nil
  }

  /// A value, NaN where there is none, nil where it cannot be.
  private func value(
    _ fields: [UnsafeBufferPointer<UInt8>], _ field: MeasurementField,
    _ range: ClosedRange<Double>
  ) -> Float? {
    let text = fields[field.place]
    guard let number = NumberText.double(text) else {
      return Self.isMissing(Self.trimmed(text)) ? .nan : nil
    }
    if range.contains(number) { return Float(number) }
    return Self.missingNumbers.contains(number) ? .nan : nil
  }

  /// What tools write where nothing was measured.
  private static let missingNumbers: Set<Double> = [-999, -9999, -99999, -32768]
  private static let missingWords = Set(
    ["", "-", "--", "nan", "null", "none", "na", "n/a", "nil", "\\n", "#n/a"].map {
      Array($0.utf8)
    })

  private static func isMissing(_ word: UnsafeBufferPointer<UInt8>) -> Bool {
    guard !word.isEmpty else { return true }
    guard word.count <= 4 else { return false }
    return missingWords.contains(word.map { (65...90).contains($0) ? $0 | 0x20 : $0 })
  }

  private static func trimmed(_ text: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
    var (start, end) = (0, text.count)
    while start < end, text[start] <= 0x20 { start += 1 }
    while end > start, text[end - 1] <= 0x20 { end -= 1 }
    return UnsafeBufferPointer(rebasing: text[start..<end])
  }

  private mutating func addCluster(_ fields: [UnsafeBufferPointer<UInt8>]) {
    let word: UnsafeBufferPointer<UInt8>
    switch clusterSource {
    case .block: return
    case .drive: word = Self.trimmed(fields[MeasurementField.drive.place])
    case .device: word = Self.trimmed(fields[MeasurementField.device.place])
    case .deviceDay:
      let device = Self.trimmed(fields[MeasurementField.device.place])
      guard !device.isEmpty else {
        clusters.append(-1)
        return
      }
      scratch.removeAll(keepingCapacity: true)
      scratch.append(contentsOf: device)
      scratch.append(0)
      DayText.append(Self.trimmed(fields[MeasurementField.time.place]), to: &scratch)
      clusters.append(scratch.withUnsafeBufferPointer { clusterWords.index(of: $0) })
      return
    }
    clusters.append(word.isEmpty ? -1 : clusterWords.index(of: word))
  }

  /// Takes positions to degrees of EPSG:4490 and leaves out what is not in China.
  mutating func locate(_ transformer: CoordinateTransformer?) {
    var places = positions.map(Optional.some)
    if let transformer {
      var moved = positions
      if (try? transformer.transform(&moved)) != nil {
        places = moved.map(Optional.some)
      } else {
        places = positions.map { try? transformer.transform($0) }
      }
    }
    var kept = 0
    for index in positions.indices {
      guard let place = places[index], SampleAggregator.domain.contains(place) else {
        let given = places[index] ?? Coordinate(x: .nan, y: .nan)
        let turned = Coordinate(x: given.y, y: given.x)
        log.note(
          SampleAggregator.domain.contains(turned) ? .swapped : .outside,
          line: Int(sampleLines[index]))
        continue
      }
      positions[kept] = place
      for column in values.indices where !values[column].isEmpty {
        values[column][kept] = values[column][index]
      }
      if !clusters.isEmpty { clusters[kept] = clusters[index] }
      if !networks.isEmpty { networks[kept] = networks[index] }
      kept += 1
    }
    let lost = positions.count - kept
    positions.removeLast(lost)
    for column in values.indices where !values[column].isEmpty { values[column].removeLast(lost) }
    if !clusters.isEmpty { clusters.removeLast(lost) }
    if !networks.isEmpty { networks.removeLast(lost) }
    sampleLines = []
  }
}
