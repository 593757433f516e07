import Coverage
import Radio
import Territory

/// Interference, limiting links and the lead ratio, by kind of settlement and group.
public struct SignalTable {
  private let result: PlanResult

  /// The table of a result.
  public init(_ result: PlanResult) { self.result = result }

  /// Whether anything was looked at.
  var isEmpty: Bool {
    !result.settlements.contains { $0.groups.contains { $0.before.signal != nil } }
  }

  /// One row a kind and group. Shares are of all cells, medians over settlements.
  func table(_ language: Language) -> TextTable {
    let numbers: [Message] = [
      .sinrShareOfArea, .medianSINR, .limitedDownlink, .limitedUplink, .limitedInterference,
      .withoutSignal, .medianLead, .tooLate, .inBand, .tooEarly,
    ]
    var table = TextTable(
      [.text(Message.kind.text(language)), .text(Message.group.text(language))]
        + numbers.map { .number($0.text(language)) })
    for kind in SettlementKind.allCases {
      let own = result.settlements.filter { $0.settlement.kind == kind }
      for (position, group) in result.groups.enumerated() {
        let audits = own.map { $0.groups[position].before }
        let signals = audits.compactMap(\.signal)
        guard !signals.isEmpty else { continue }
        table.append(
          [Message(kind).text(language), Message(group).text(language)]
            + Self.signal(signals) + Self.lead(audits.compactMap(\.load)))
      }
    }
    return table
  }

  /// Cells by model, most first.
  var models: String {
    Self.models(result).sorted { ($1.value, $0.key) < ($0.value, $1.key) }
      .map { "\($0.key) \($0.value)" }.joined(separator: ", ")
  }

  /// Raster cells by path loss model of their best server, `none` without a signal; both groups.
  public static func models(_ result: PlanResult) -> [String: Int] {
    var cells: [String: Int] = [:]
    for audit in result.settlements.lazy.flatMap(\.groups).map(\.before) {
      for (name, count) in audit.signal?.models ?? [:] { cells[name, default: 0] += count }
    }
    return cells
  }

  private static func signal(_ signals: [SignalFigures]) -> [String] {
    let cells = Double(max(signals.reduce(0) { $0 + $1.cells }, 1))
    func share(_ link: LimitingLink) -> String {
      Amount.share(Double(signals.reduce(0) { $0 + ($1.limiting[link] ?? 0) }) / cells)
    }
    let served = signals.reduce(0.0) { $0 + $1.sinrShare * Double($1.cells) } / cells
    let median = median(signals.compactMap(\.medianSINRDB))
    return [
      Amount.share(served), median.map { DecimalText.fixed($0, decimals: 1) + " dB" } ?? "–",
      share(.downlink), share(.uplink), share(.interference), share(.none),
    ]
  }

  private static func lead(_ loads: [CapacityLoad]) -> [String] {
    let median = median(loads.compactMap(\.lead.ratio))
    return [median.map { DecimalText.fixed($0, decimals: 1) } ?? "–"]
      + [LeadRatio.Verdict.tooLate, .inBand, .tooEarly].map { verdict in
        String(loads.count { $0.lead.verdict == verdict })
      }
  }

  private static func median(_ values: [Double]) -> Double? {
    values.isEmpty ? nil : values.sorted()[(values.count - 1) / 2]
  }
}
