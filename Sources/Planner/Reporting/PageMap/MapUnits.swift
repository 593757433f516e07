import Geometry
import Territory

/// The provinces, prefectures and counties of a map, in columns.
struct MapUnits {
  /// A unit and what is told of it whatever the run.
  struct Entry {
    let unit: AdministrativeUnit
    let residents: Int
    /// Settlements that are assessed in it.
    let settlements: Int
  }

  private let entries: [Entry]
  /// Number of each unit by adcode.
  let numbers: [String: Int]

  init(_ entries: [Entry]) {
    self.entries = entries
    numbers = Dictionary(
      entries.enumerated().map { ($0.element.unit.adcode, $0.offset) },
      uniquingKeysWith: { first, _ in first })
  }

  /// Number of the unit that a settlement counts in: a city in its prefecture, the others in their county.
  func number(_ kind: SettlementKind, county: String?, prefecture: String?, province: String)
    -> Int?
  {
    [kind == .city ? nil : county, prefecture, province].lazy
      .compactMap { $0.flatMap { numbers[$0] } }.first
  }

  /// Codes, names, and of each the level, the parent's number from 1 (0 for none), residents, settlements.
  func value(_ language: Language) -> JSONValue {
    var packed = PackedNumbers()
    for entry in entries {
      packed.append(UnitLevel.allCases.firstIndex(of: entry.unit.level) ?? 0)
      packed.append(entry.unit.parent.flatMap { numbers[$0] }.map { $0 + 1 } ?? 0)
      packed.append(entry.residents)
      packed.append(entry.settlements)
    }
    return [
      "codes": .array(entries.map { .string($0.unit.adcode) }),
      "names": .array(entries.map { .string(Self.name($0.unit, language)) }),
      "figures": .string(packed.base64),
    ]
  }

  private static func name(_ unit: AdministrativeUnit, _ language: Language) -> String {
    language == .chinese || unit.englishName.isEmpty
      ? unit.name : unit.englishName + " " + unit.name
  }
}
