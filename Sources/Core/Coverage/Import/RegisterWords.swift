import Radio
import Synchronization
import Territory

/// What the words of a register's cells mean by the book of columns and the rules: small numbers, for tables of
/// millions of rows. A class, so that it is not copied row by row.
final class RegisterWords: Sendable {
  /// Nothing is said.
  static let none: Int32 = -2
  /// Something is said that nobody knows.
  static let unknown: Int32 = -1

  /// Meanings of a technology.
  enum Technology: Int32 { case nr, other }
  /// Meanings of a status.
  enum Status: Int32 { case existing, planned, closed }

  /// Names of the bands, sorted; numbers of bands are places here.
  let bandNames: [String]
  private let map: ColumnMap
  private let rules: RegisterRules
  private let antennas: [String]
  /// Units by the names that rows state: what the blocks have looked up, which is the same for each.
  private let unitByNames = Mutex<[String: Int32]>([:])

  init(_ map: ColumnMap, _ rules: RegisterRules) {
    self.map = map
    self.rules = rules
    bandNames = rules.bands.keys.sorted()
    antennas = rules.configurations.map { configuration in
      let plain = ColumnNames.plain(configuration.name)
      let band = ColumnNames.plain(configuration.band)
      return plain.hasPrefix(band) ? String(plain.dropFirst(band.count)) : plain
    }
  }

  func group(_ cell: CellBytes, _ field: RegisterField) -> Int32 {
    guard !cell.isMissing else { return Self.none }
    guard let meaning = map.meaning(of: cell.text, in: field.name),
      let group = NetworkGroup(rawValue: meaning)
    else { return Self.unknown }
    return group == .mobile ? 0 : 1
  }

  func isChina(_ cell: CellBytes) -> Int32 {
    cell.isMissing ? Self.none : cell.text == "460" ? 1 : 0
  }

  func technology(_ cell: CellBytes) -> Int32 {
    guard !cell.isMissing else { return Self.none }
    switch map.meaning(of: cell.text, in: "technology") {
    case "5g": return Technology.nr.rawValue
    case "other": return Technology.other.rawValue
    default: break
    }
    let plain = ColumnNames.plain(cell.text)
    if ["5g", "nr"].contains(where: plain.contains) { return Technology.nr.rawValue }
    let others = ["2g", "3g", "4g", "gsm", "cdma", "umts", "lte", "nbiot", "emtc"]
    return others.contains(where: plain.contains) ? Technology.other.rawValue : Self.unknown
  }

  func status(_ cell: CellBytes) -> Int32 {
    guard !cell.isMissing else { return Self.none }
    switch map.meaning(of: cell.text, in: "status") {
    case "existing": return Status.existing.rawValue
    case "planned": return Status.planned.rawValue
    case "closed": return Status.closed.rawValue
    default: return Self.unknown
    }
  }

  /// A band by its name, the book's words (`2.6GHz`), or the number of its name.
  func band(_ cell: CellBytes) -> Int32 {
    guard !cell.isMissing else { return Self.none }
    let text = cell.text
    let plain = ColumnNames.plain(text)
    if let named = map.meaning(of: text, in: "band") ?? Self.bandName(in: plain) {
      return number(named)
    }
    // 41 is n41; 2.6 and 2565 are frequencies.
    if let (value, _) = cell.numberAndRest, value >= 400 || text.contains(".") {
      return bandOfFrequency(cell)
    }
    return number("n" + plain)
  }

  /// `n78` in `nrn78` or `n78tdd`.
  private static func bandName(in plain: String) -> String? {
    var rest = plain[...]
    while let start = rest.firstIndex(of: "n") {
      let digits = rest[rest.index(after: start)...].prefix { $0.isASCII && $0.isNumber }
      if !digits.isEmpty { return "n" + digits }
      rest = rest[rest.index(after: start)...]
    }
    return nil
  }

  /// A band by the centre of its carrier, MHz or GHz.
  func bandOfFrequency(_ cell: CellBytes) -> Int32 {
    guard !cell.isMissing else { return Self.none }
    guard let (value, unit) = cell.numberAndRest else { return Self.unknown }
    let isGHz = unit.hasPrefix("g") || unit.isEmpty && value < 10
    return band(ofMHz: isGHz ? 1000 * value : value)
  }

  /// A band by its channel: an NR-ARFCN, or a frequency in MHz as some tables have in that column, which no
  /// channel of 5G is as low as.
  func bandOfChannel(_ cell: CellBytes) -> Int32 {
    guard !cell.isMissing else { return Self.none }
    guard let (value, _) = cell.numberAndRest, let channel = Int(exactly: value.rounded()) else {
      return Self.unknown
    }
    if (400...7125).contains(value) { return band(ofMHz: value) }
    return NRChannel.frequencyMHz(arfcn: channel).map(band(ofMHz:)) ?? Self.unknown
  }

  private func band(ofMHz frequency: Double) -> Int32 {
    NRChannel.band(ofMHz: frequency, among: rules.bands).map(number) ?? Self.unknown
  }

  private func number(_ band: String) -> Int32 {
    bandNames.firstIndex(of: band).map(Int32.init) ?? Self.unknown
  }

  /// A configuration by its name.
  func configuration(_ cell: CellBytes) -> Int32 {
    guard !cell.isMissing else { return Self.none }
    let text = map.meaning(of: cell.text, in: "configuration") ?? cell.text
    return rules.configurations.firstIndex { $0.name == text }.map(Int32.init) ?? Self.unknown
  }

  /// An antenna as number of a configuration that has it: `64T64R`, `64TR`, `64`.
  func antenna(_ cell: CellBytes) -> Int32 {
    guard !cell.isMissing else { return Self.none }
    let plain = ColumnNames.plain(cell.text)
    let digits = plain.prefix { $0.isASCII && $0.isNumber }
    let found = antennas.firstIndex { antenna in
      !antenna.isEmpty
        && (plain.contains(antenna)
          || !digits.isEmpty && ["", "tr", "t", "通道"].contains(plain.dropFirst(digits.count))
            && antenna.hasPrefix(digits + "t"))
    }
    return found.map(Int32.init) ?? Self.unknown
  }

  /// The configuration of a band and group with an antenna, or the first of the band.
  func configuration(
    band: Int32, group: NetworkGroup, antenna: Int32
  ) -> (index: Int32, hasAntenna: Bool)? {
    let name = bandNames[Int(band)]
    let wanted = antenna >= 0 ? antennas[Int(antenna)] : nil
    var first: Int32?
    for (index, configuration) in rules.configurations.enumerated()
    where configuration.band == name && configuration.group == group {
      if antennas[index] == wanted { return (Int32(index), true) }
      if first == nil { first = Int32(index) }
    }
    return first.map { ($0, antenna == Self.none) }
  }

  /// The band that is assumed for a group.
  func assumedBand(_ group: NetworkGroup) -> Int32 {
    rules.assumedBands[group].map(number) ?? Self.none
  }

  /// The unit of an adcode.
  func unit(adcode cell: CellBytes) -> Int32 {
    guard !cell.isMissing else { return Self.none }
    return rules.units?.index(adcode: cell.text).map(Int32.init) ?? Self.unknown
  }

  /// The unit of a county's and a prefecture's name.
  func unit(county: CellBytes, prefecture: CellBytes) -> Int32 {
    let name = county.isMissing ? "" : county.text
    let above = prefecture.isMissing ? "" : prefecture.text
    guard let units = rules.units, !name.isEmpty || !above.isEmpty else { return Self.none }
    let key = name + "\n" + above
    if let known = unitByNames.withLock({ $0[key] }) { return known }
    // Development zones (高新区) are in no list of counties: the prefecture then stands for them.
    let found =
      units.index(county: name, prefecture: above)
      ?? (above.isEmpty ? nil : units.index(county: "", prefecture: above))
    let code = found.map(Int32.init) ?? Self.unknown
    unitByNames.withLock { $0[key] = code }
    return code
  }
}
