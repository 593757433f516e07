public import Territory

/// Signals by place: of settlements, of counties, and what the map says of counties.
public struct PlaceSignals: Hashable, Sendable {
  /// By adcode of the county.
  public var counties: [String: ReadinessSignals] = [:]
  /// By id of the settlement.
  public var settlements: [String: ReadinessSignals] = [:]
  /// Counties on the land border; nil where that is not known.
  public var borderCounties: Set<String>?

  /// Nothing known.
  public init() {}

  /// What is known of a settlement: its own row, then its county's (of a city the county with its
  /// centre), then the map. A city is on the border when one of its seats is.
  public func signals(of record: SettlementRecord) -> ReadinessSignals {
    var map = ReadinessSignals()
    map.border = borderCounties.map { border in
      record.seats.contains { border.contains($0.county) }
    }
    let own = settlements[record.id] ?? ReadinessSignals()
    let county = record.countyAdcode.flatMap { counties[$0] } ?? ReadinessSignals()
    return own.completed(by: county).completed(by: map)
  }
}
