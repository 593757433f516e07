import Coverage
import Reporting
import Territory

/// A rule of reliability as text.
struct RuleSheet {
  private let rule: ReliabilityRule
  private let isFull: Bool

  init(_ rule: ReliabilityRule, isFull: Bool) {
    self.rule = rule
    self.isFull = isFull
  }

  func text(_ language: Language) -> String {
    let title = language == .chinese ? rule.titleChinese : rule.titleEnglish
    guard isFull else { return "\(rule.name)  \(title)" }
    var lines = ["\(rule.name)  \(title)", rule.description, "source: \(rule.source)"]
    let figures: [(name: String, figure: Figure?)] = [
      ("SS-RSRP", rule.served.rsrpDBm), ("SS-SINR", rule.served.sinrDB),
      ("downlink", rule.served.downlinkMbps), ("uplink", rule.served.uplinkMbps),
      ("required share", rule.requiredShare), ("confidence", rule.confidence),
      ("least samples", rule.leastSamples), ("least clusters", rule.leastClusters),
      ("least share of the area", rule.leastAreaShare),
      ("least area", rule.leastClaimSquareKilometres),
      ("\(rule.cell.shape.rawValue) cell", rule.cell.areaSquareMetres),
      ("block of samples without a cluster", rule.blockMetres),
    ]
    for (name, figure) in figures {
      guard let figure else { continue }
      let value = DecimalText.trimmed(figure.value, decimals: 4)
      let unit = figure.unit == "1" ? "" : " " + figure.unit
      lines.append("\(name): \(value)\(unit) [\(figure.kind.rawValue): \(figure.source)]")
    }
    lines.append("without a value: \(rule.served.missing.rawValue)")
    lines.append("unmeasured area: \(rule.unmeasured.rawValue)")
    return lines.joined(separator: "\n")
  }
}
