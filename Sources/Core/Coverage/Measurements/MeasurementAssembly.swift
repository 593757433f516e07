import Geometry
import Territory

extension MeasurementBlock {
  /// Nothing.
  static var empty: MeasurementBlock {
    MeasurementBlock(
      UnsafeBufferPointer(start: nil, count: 0),
      FieldScanner(delimiter: UInt8(ascii: ","), columns: []), columns: [], clusterSource: .block)
  }
}

/// Puts the blocks of a file together, in their order.
struct MeasurementAssembly {
  private(set) var report: MeasurementReport
  private let map: ColumnMap
  private var longitudes: [Double] = []
  private var latitudes: [Double] = []
  private var values: [[Float]] = [[], [], [], []]
  private var clusters: [Int32] = []
  private var groups: [Int32] = []
  private var groupNames: [String] = []
  private var clusterWords = WordTable()
  private var networkWords = WordTable()
  /// Group of each word for a network.
  private var groupOfWord: [Int32] = []
  private var lines = 2

  private static let measured: [MeasurementField] = [.rsrp, .sinr, .downlink, .uplink]

  init(_ header: MeasurementHeader) {
    map = header.map
    var columns: [String: String] = [:]
    for field in header.map.indices.keys { columns[field] = header.map.title(field) }
    report = MeasurementReport(
      file: header.name, columns: columns, guessed: header.map.guessed,
      unused: header.map.unused, clusterSource: header.clusterSource)
    for field in Self.measured where header.places[field.place] {
      report.missing[field.name] = 0
    }
  }

  mutating func reserve(_ count: Int) {
    longitudes.reserveCapacity(count)
    latitudes.reserveCapacity(count)
    for (index, field) in Self.measured.enumerated() where report.missing[field.name] != nil {
      values[index].reserveCapacity(count)
    }
    if report.clusterSource != .block { clusters.reserveCapacity(count) }
  }

  mutating func add(_ block: MeasurementBlock) {
    report.add(block.log, lineOffset: lines)
    lines += block.lines
    report.rows += block.rows
    report.kept += block.positions.count
    for position in block.positions {
      longitudes.append(position.x)
      latitudes.append(position.y)
    }
    for (index, field) in Self.measured.enumerated() {
      values[index].append(contentsOf: block.values[index])
      report.missing[field.name]? += block.values[index].count { $0.isNaN }
    }
    let numbers = clusterWords.formUnion(block.clusterWords)
    clusters.append(contentsOf: block.clusters.map { $0 < 0 ? -1 : numbers[Int($0)] })
    let words = networkWords.formUnion(block.networkWords)
    while groupOfWord.count < networkWords.count { nameGroup() }
    let groupOfWord = groupOfWord
    groups.append(
      contentsOf: block.networks.map { $0 < 0 ? -1 : groupOfWord[Int(words[Int($0)])] })
  }

  /// The group of the next word: what the word means, or the word itself.
  private mutating func nameGroup() {
    let bytes = Array(networkWords[groupOfWord.count])
    let word =
      (try? DecodedText(name: report.file, bytes: bytes)).map {
        String(decoding: $0.bytes, as: UTF8.self)
      } ?? String(decoding: bytes, as: UTF8.self)
    let name = map.meaning(of: word, in: MeasurementField.network.name) ?? word
    if let index = groupNames.firstIndex(of: name) {
      groupOfWord.append(Int32(index))
    } else {
      groupOfWord.append(Int32(groupNames.count))
      groupNames.append(name)
    }
  }

  /// The samples.
  func set() throws(UserError) -> MeasurementSet {
    try MeasurementSet(
      longitudes: longitudes, latitudes: latitudes, rsrpDBm: values[0], sinrDB: values[1],
      downlinkMbps: values[2], uplinkMbps: values[3], clusters: clusters, groups: groups,
      groupNames: groupNames)
  }

  /// Counts what only the whole file tells.
  mutating func finish() {
    let field = MeasurementField.network.name
    if groups.isEmpty, let network = map.constants[field] {
      groupNames = [map.meaning(of: network, in: field) ?? network]
      groups = [Int32](repeating: 0, count: longitudes.count)
    }
    report.clusters = clusterWords.count
    var counts = [Int](repeating: 0, count: groupNames.count)
    for group in groups where group >= 0 { counts[Int(group)] += 1 }
    for (name, count) in zip(groupNames, counts) { report.networks[name] = count }
  }
}
