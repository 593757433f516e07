import Geometry
import Radio
import Territory

/// The rows of a part of a register.
struct RegisterBlock: @unchecked Sendable {
  private(set) var rows: [RegisterRow] = []
  private(set) var azimuths: [Double] = []
  private(set) var ids = WordTable()
  var problems: [RegisterProblem] = []
  private(set) var rowCount = 0
  private(set) var lineCount = 0
  /// Rows of each group whose band is assumed.
  private(set) var assumedBands = [0, 0]

  // What follows is used while reading alone: the pointers are not looked at afterwards.
  private let reader: RegisterReader
  private let text: UnsafeBufferPointer<UInt8>
  private let constants: UnsafeBufferPointer<UInt8>
  private var fields: [CellBytes]
  private var meanings: [CellMeanings]
  private var unitWords = WordTable()
  private var unitByWords: [UInt64: Int32] = [:]
  private var lastUnit = (
    county: CellBytes(start: nil, count: 0), above: CellBytes(start: nil, count: 0),
    code: RegisterWords.none
  )
  private var line: Int32 = 0

  init(
    _ reader: RegisterReader, _ text: UnsafeBufferPointer<UInt8>,
    _ constants: UnsafeBufferPointer<UInt8>
  ) {
    self.reader = reader
    self.text = text
    self.constants = constants
    let count = RegisterField.allCases.count
    fields = [CellBytes](repeating: CellBytes(start: nil, count: 0), count: count)
    meanings = [CellMeanings](repeating: CellMeanings(), count: count)
  }

  mutating func read(_ range: Range<Int>) {
    var walk = DelimitedRows(
      text, range, delimiter: reader.table.delimiter, hasQuotes: reader.table.hasQuotes)
    rows.reserveCapacity(range.count / 90)
    let titles = reader.table.header.count
    while let found = walk.next() {
      let bytes = CellBytes(rebasing: text[found.bytes])
      // Spreadsheets write rows of nothing but delimiters below a table.
      if bytes.allSatisfy({ $0 <= 0x20 || $0 == reader.table.delimiter }) { continue }
      var cells: Int? = 0
      line = Int32(clamping: found.linesBefore)
      switch reader.scanner.scan(bytes, into: &fields, cells: &cells) {
      case .blank: continue
      case .openQuote: note(.quote)
      case .fields:
        if cells == titles { readRow(bytes, at: found.bytes) } else { note(.cells) }
      }
      rowCount += 1
    }
    lineCount = walk.lines
    fields = []
    meanings = []
  }

  /// Frees what has been taken over.
  mutating func clear() {
    rows = []
    azimuths = []
    problems = []
    ids = WordTable()
  }

  private mutating func note(_ reason: RegisterReason, _ cell: CellBytes? = nil) {
    var problem = RegisterProblem(line: line, reason: reason)
    if let start = cell?.baseAddress, let base = text.baseAddress, let count = cell?.count,
      start >= base, start < base + text.count
    {
      problem.value = start - base..<start - base + count
    }
    problems.append(problem)
  }

  @inline(__always)
  private func cell(_ field: RegisterField, _ place: Int) -> CellBytes {
    let cell = fields[place].trimmed
    guard cell.isEmpty else { return cell }
    return CellBytes(rebasing: constants[reader.constantRanges[place]])
  }

  /// The cell of a field and what it means.
  @inline(__always)
  private mutating func meaning(
    _ field: RegisterField, _ meaning: (CellBytes) -> Int32
  ) -> (code: Int32, cell: CellBytes) {
    let place = field.place
    guard reader.has[place] else { return (RegisterWords.none, CellBytes(start: nil, count: 0)) }
    let cell = cell(field, place)
    return (meanings[place].code(cell, meaning), cell)
  }

  private mutating func readRow(_ bytes: CellBytes, at range: Range<Int>) {
    let words = reader.words
    guard isWanted(words), let group = group(words), let position = position(),
      let configuration = configuration(words, group), let count = readAzimuths()
    else { return }
    let height = height()
    check(.power, -30...80)
    check(.tilt, -20...30)
    rows.append(
      RegisterRow(
        position: position, heightMetres: height, hash: bytes.rowHash, start: range.lowerBound,
        byteCount: Int32(clamping: range.count), line: line, id: id(), unit: unit(),
        firstAzimuth: Int32(azimuths.count - max(0, count)), azimuthCount: Int16(count),
        configuration: Int16(clamping: configuration), group: group))
  }

  /// Whether a row is of a 5G cell that stands; if not it has been noted.
  private mutating func isWanted(_ words: RegisterWords) -> Bool {
    let technology = meaning(.technology, words.technology)
    if technology.code == RegisterWords.Technology.other.rawValue {
      note(.otherTechnology, technology.cell)
      return false
    }
    if technology.code == RegisterWords.unknown {
      note(.technology, technology.cell)
      return false
    }
    let country = meaning(.mcc, words.isChina)
    if country.code == 0, !reader.hasConstant(.group) {
      note(.otherCountry, country.cell)
      return false
    }
    let status = meaning(.status, words.status)
    if status.code == RegisterWords.Status.closed.rawValue {
      note(.closed, status.cell)
      return false
    }
    if status.code == RegisterWords.Status.planned.rawValue, !reader.rules.includesPlanned {
      note(.planned, status.cell)
      return false
    }
    if status.code == RegisterWords.unknown { note(.status, status.cell) }
    return true
  }

  private mutating func group(_ words: RegisterWords) -> NetworkGroup? {
    var said = meaning(.group) { words.group($0, .group) }
    if said.code < 0 {
      let network = meaning(.mnc) { words.group($0, .mnc) }
      if network.code >= 0 || said.code == RegisterWords.none { said = network }
    }
    guard said.code >= 0 else {
      note(.group, said.cell)
      return nil
    }
    return said.code == 0 ? .mobile : .unicom
  }

  private mutating func position() -> Coordinate? {
    let x = cell(.lon, RegisterField.lon.place)
    let y = cell(.lat, RegisterField.lat.place)
    guard let east = NumberText.double(x), let north = NumberText.double(y) else {
      let isMissing = x.isMissing || y.isMissing
      note(isMissing ? .noPosition : .positionText, NumberText.double(x) == nil ? x : y)
      return nil
    }
    guard east != 0 || north != 0 else {
      note(.nullPosition, x)
      return nil
    }
    return Coordinate(x: east, y: north)
  }

  private mutating func configuration(_ words: RegisterWords, _ group: NetworkGroup) -> Int32? {
    let named = meaning(.configuration, words.configuration)
    if named.code >= 0 {
      guard reader.rules.configurations[Int(named.code)].group == group else {
        note(.bandOfGroup, named.cell)
        return nil
      }
      return named.code
    }
    let said = meaning(.band, words.band)
    let frequency = meaning(.frequency, words.bandOfFrequency)
    let channel = meaning(.arfcn, words.bandOfChannel)
    var band = said.code
    var cell = said.cell
    for other in [frequency, channel] {
      if band == RegisterWords.none {
        (band, cell) = (other.code, other.cell)
      } else if band >= 0, other.code >= 0, other.code != band {
        note(.bands, other.cell)
      }
    }
    if band == RegisterWords.none {
      band = words.assumedBand(group)
      if band >= 0 { assumedBands[group == .mobile ? 0 : 1] += 1 }
    }
    guard band >= 0 else {
      note(.band, cell)
      return nil
    }
    let antenna = meaning(.antenna, words.antenna)
    guard let found = words.configuration(band: band, group: group, antenna: antenna.code) else {
      note(.bandOfGroup, cell)
      return nil
    }
    if !found.hasAntenna { note(.antenna, antenna.cell) }
    return found.index
  }

  /// How many azimuths have been read, -1 for an omnidirectional antenna; nil where the row is refused.
  private mutating func readAzimuths() -> Int? {
    let cell = cell(.azimuth, RegisterField.azimuth.place)
    if let azimuth = NumberText.double(cell) {
      guard (0...360).contains(azimuth) else {
        note(.azimuth, cell)
        return nil
      }
      azimuths.append(azimuth == 360 ? 0 : azimuth)
      return 1
    }
    guard !cell.isMissing else { return 0 }
    let plain = ColumnNames.plain(cell.text)
    if ["omni", "omnidirectional", "全向"].contains(plain) { return -1 }
    let parts = cell.text.split { ";/ ,、，；|".contains($0) }
    let numbers = parts.compactMap { part in
      let digits = part.hasSuffix("°") || part.hasSuffix("度") ? part.dropLast() : part
      return Double(digits)
    }
    guard !numbers.isEmpty, numbers.count == parts.count,
      numbers.count <= SectorLayout.mostSectors, numbers.allSatisfy((0...360).contains)
    else {
      note(.azimuth, cell)
      return nil
    }
    azimuths += numbers.map { $0 == 360 ? 0 : $0 }
    return numbers.count
  }

  /// Height in metres to the centimetre; NaN where there is none that can be.
  private mutating func height() -> Double {
    guard reader.has(.height) else { return .nan }
    let cell = cell(.height, RegisterField.height.place)
    var value = NumberText.double(cell)
    if value == nil {
      guard !cell.isMissing else {
        note(.heightMissing)
        return .nan
      }
      if let (number, unit) = cell.numberAndRest, ["m", "米"].contains(unit) { value = number }
    }
    guard let value, SiteFile.heightRange.contains(value) else {
      note(.heightRange, cell)
      return .nan
    }
    return (value * 100).rounded() / 100
  }

  private mutating func check(_ field: RegisterField, _ range: ClosedRange<Double>) {
    guard reader.has(field) else { return }
    let cell = cell(field, field.place)
    if let value = NumberText.double(cell) {
      if range.contains(value) { return }
    } else if cell.isMissing {
      return
    }
    note(field == .power ? .power : .tilt, cell)
  }

  private mutating func id() -> Int32 {
    let cell = cell(.id, RegisterField.id.place)
    if !cell.isMissing {
      guard cell.contains(UInt8(ascii: "\"")) else { return ids.index(of: cell) }
      return Array(cell.text.utf8).withUnsafeBufferPointer { ids.index(of: $0) }
    }
    let number = self.cell(.cell, RegisterField.cell.place)
    guard !reader.has(.id), !number.isMissing else { return -1 }
    // A cell's number is its own within network and area alone.
    var joined: [UInt8] = []
    for field in [RegisterField.mcc, .mnc, .area, .cell] where reader.has(field) {
      if !joined.isEmpty { joined.append(UInt8(ascii: "-")) }
      joined.append(contentsOf: self.cell(field, field.place))
    }
    return joined.withUnsafeBufferPointer { ids.index(of: $0) }
  }

  /// The unit that the row states; -1 where it states none that is known.
  private mutating func unit() -> Int32 {
    guard reader.rules.units != nil else { return -1 }
    let words = reader.words
    let code = meaning(.adcode, words.unit(adcode:))
    if code.code >= 0 { return code.code }
    let county = cell(.unit, RegisterField.unit.place)
    let prefecture = cell(.prefecture, RegisterField.prefecture.place)
    if !county.hasSameBytes(as: lastUnit.county) || !prefecture.hasSameBytes(as: lastUnit.above) {
      let key =
        UInt64(UInt32(bitPattern: unitWords.index(of: county))) << 32
        | UInt64(UInt32(bitPattern: unitWords.index(of: prefecture)))
      lastUnit.code = unitByWords[key] ?? words.unit(county: county, prefecture: prefecture)
      unitByWords[key] = lastUnit.code
      (lastUnit.county, lastUnit.above) = (county, prefecture)
    }
    let found = lastUnit.code
    if found == RegisterWords.unknown || found < 0 && code.code == RegisterWords.unknown {
      note(.unknownUnit, county.isEmpty ? (prefecture.isEmpty ? code.cell : prefecture) : county)
    }
    return max(-1, found)
  }
}
