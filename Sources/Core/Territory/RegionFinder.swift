public import Geometry

/// Finds the unit that a user means by a code or a name.
public struct RegionFinder: Sendable {
  private let gazetteer: Gazetteer

  /// A finder in a gazetteer.
  public init(_ gazetteer: Gazetteer) { self.gazetteer = gazetteer }

  /// The unit for an adcode (`33`, `3301`, `330100`, `330122103`), a Chinese name with or without
  /// its suffix (`浙江`, `杭州市`) or an English name where one is bundled (`Hangzhou`).
  ///
  /// Of several units of one name, one that holds all the others is meant, else the one that is a province.
  ///
  /// - Throws: DR-230 for an unknown name, with the nearest; DR-231 for an ambiguous one, with the
  ///   choices.
  public func unit(for text: String) throws(UserError) -> AdministrativeUnit {
    let wanted = text.filter { !$0.isWhitespace }
    if let unit = byCode(wanted) { return unit }
    let exact = gazetteer.units.filter { $0.level != .town && $0.name == wanted }
    let found = exact.isEmpty ? byLooseName(wanted) : exact
    if let top = found.first(where: { top in
      found.allSatisfy { gazetteer.lineage(of: $0.adcode).contains(top.adcode) }
    }) {
      return top
    }
    // A province's name is everybody's word for the province (海南), whatever district far away shares it.
    let provinces = found.filter { $0.level == .province }
    if provinces.count == 1 { return provinces[0] }
    guard found.isEmpty else {
      throw UserError(
        "DR-231", .usage, at: "--region",
        "'\(text)' is ambiguous: \(list(found))", remedy: "give the code")
    }
    throw UserError(
      "DR-230", .usage, at: "--region", "no unit is called '\(text)'",
      remedy:
        "did you mean \(list(nearest(to: wanted)))? Give a code, or a name as in `deepreach units`")
  }

  private func byCode(_ text: String) -> AdministrativeUnit? {
    if let unit = gazetteer[text] { return unit }
    guard !text.isEmpty, text.allSatisfy({ $0.isASCII && $0.isNumber }) else { return nil }
    guard text.count < 6, text.count.isMultiple(of: 2) else { return nil }
    return gazetteer[text + String(repeating: "0", count: 6 - text.count)]
  }

  private func byLooseName(_ text: String) -> [AdministrativeUnit] {
    let stem = UnitName.stem(text)
    let english = UnitName.plain(text)
    return gazetteer.units.filter { unit in
      guard unit.level != .town else { return false }
      return UnitName.stem(unit.name) == stem
        || (!english.isEmpty && UnitName.plain(unit.englishName) == english)
    }
  }

  /// At most five units whose names are closest by edit distance.
  private func nearest(to text: String) -> [AdministrativeUnit] {
    let plain = UnitName.plain(text)
    let scored = gazetteer.units.lazy.filter { $0.level != .town }.map { unit in
      let chinese = UnitName.distance(UnitName.stem(unit.name), UnitName.stem(text))
      let english =
        plain.isEmpty || unit.englishName.isEmpty
        ? Int.max : UnitName.distance(UnitName.plain(unit.englishName), plain)
      return (min(chinese, english), unit)
    }
    return scored.sorted { ($0.0, $0.1.level, $0.1.adcode) < ($1.0, $1.1.level, $1.1.adcode) }
      .prefix(5).map(\.1)
  }

  private func list(_ units: [AdministrativeUnit]) -> String {
    units.prefix(8).map { unit in
      let parent = unit.parent.flatMap { gazetteer[$0]?.name } ?? ""
      return "\(unit.adcode) \(parent)\(unit.name)"
    }.joined(separator: ", ")
  }
}

/// Comparing names of units.
enum UnitName {
  private static let suffixes = [
    "特别行政区", "维吾尔自治区", "壮族自治区", "回族自治区", "自治区", "自治州", "自治县", "自治旗", "地区",
    "新区", "林区", "特区", "省", "市", "盟", "县", "区", "旗",
  ]

  /// A Chinese name without its suffix; names of two characters keep theirs only when the suffix is
  /// the whole rest (`通州` stays).
  static func stem(_ name: String) -> String {
    for suffix in suffixes where name.hasSuffix(suffix) && name.count - suffix.count >= 2 {
      return String(name.dropLast(suffix.count))
    }
    return name
  }

  /// A Latin name folded to lower-case letters; empty for others.
  static func plain(_ name: String) -> String {
    let folded = name.lowercased().filter { $0.isASCII && $0.isLetter }
    for suffix in ["province", "city", "shi", "sheng"]
    where folded.hasSuffix(suffix) && folded.count > suffix.count + 2 {
      return String(folded.dropLast(suffix.count))
    }
    return folded
  }

  /// Levenshtein distance by characters.
  static func distance(_ one: String, _ other: String) -> Int {
    let a = Array(one)
    let b = Array(other)
    var row = Array(0...b.count)
    for (i, left) in a.enumerated() {
      var diagonal = row[0]
      row[0] = i + 1
      for (j, right) in b.enumerated() {
        let above = row[j + 1]
        row[j + 1] = min(above + 1, row[j] + 1, diagonal + (left == right ? 0 : 1))
        diagonal = above
      }
    }
    return row[b.count]
  }
}
