import Coverage
import Reporting
import Territory

/// A standard as text.
struct StandardSheet {
  private let standard: Standard
  private let isFull: Bool

  init(_ standard: Standard, isFull: Bool) {
    self.standard = standard
    self.isFull = isFull
  }

  func text(_ language: Language) -> String {
    let title = language == .chinese ? standard.titleChinese : standard.titleEnglish
    guard isFull else { return "\(standard.name)  \(title)" }
    var lines = ["\(standard.name)  \(title)", standard.description, "source: \(standard.source)"]
    for kind in SettlementKind.allCases {
      for rule in standard.rules(for: kind) {
        for criterion in rule.criteria {
          lines.append(
            "\(Message(kind).text(language)) \(Message(rule.status).text(language)): "
              + describe(criterion, language))
        }
      }
    }
    if let rule = standard.keyPlaces {
      lines.append("key places: all key points \(describe(rule)) of the places \(source(rule))")
    }
    if let rule = standard.lines {
      lines.append("lines: points \(describe(rule)) of the length \(source(rule))")
    }
    return lines.joined(separator: "\n")
  }

  private func describe(_ criterion: Criterion, _ language: Language) -> String {
    var text = Message.text(forKey: criterion.criterion.rawValue, language)
    if let level = criterion.rsrpDBm, let probability = criterion.pointProbability {
      text += " (SS-RSRP ≥ \(DecimalText.fixed(level.value, decimals: 0)) dBm"
      text += ", P ≥ \(DecimalText.fixed(probability.value, decimals: 2)))"
    }
    text += " ≥ \(DecimalText.fixed(criterion.threshold.value, decimals: 2))"
    return text + " [\(criterion.threshold.kind.rawValue): \(criterion.threshold.source)]"
  }

  private func describe(_ rule: PointRule) -> String {
    "\(rule.place.rawValue) with SS-RSRP ≥ \(DecimalText.fixed(rule.rsrpDBm.value, decimals: 0)) dBm, P ≥ "
      + DecimalText.fixed(rule.pointProbability.value, decimals: 2) + ", at ≥ "
      + DecimalText.fixed(rule.threshold.value, decimals: 2)
  }

  private func source(_ rule: PointRule) -> String {
    "[\(rule.threshold.kind.rawValue): \(rule.threshold.source)]"
  }
}
