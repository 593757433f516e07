import Coverage
public import Siting
import Territory

/// What it takes to close each criterion, for people: a row a criterion and one for the whole standard.
public struct RemedySummary {
  private let remedies: [Remedy]
  private let language: Language

  /// The summary of an audit's remedies.
  public init(_ remedies: [Remedy], _ language: Language) {
    self.remedies = remedies
    self.language = language
  }

  /// For a terminal; a sentence where nothing fails.
  public func text(width: Int? = Terminal.width) -> String {
    guard !remedies.isEmpty else { return RemedyWords.nothing.text(language) }
    return [
      RemedyWords.heading.text(language), table().terminal(width: width),
      RemedyWords.caveat.text(language),
    ].joined(separator: "\n")
  }

  /// What rows are put together by.
  private struct Key: Hashable {
    let status: String
    let criterion: String
  }

  private func table() -> TextTable {
    let words: [RemedyWords] = [.failing, .closed, .stations, .cost, .bound, .gap]
    var table = TextTable(
      [.text(RemedyWords.criterion.text(language)), .text(RemedyWords.status.text(language))]
        + words.map { .number($0.text(language)) })
    var keys: [Key] = []
    var groups: [Key: [Remedy]] = [:]
    for remedy in remedies {
      let key = Key(
        status: remedy.failing?.status.rawValue ?? "",
        criterion: remedy.failing?.criterion ?? "")
      if groups[key] == nil { keys.append(key) }
      groups[key, default: []].append(remedy)
    }
    // The whole standard stands below its parts.
    keys = keys.filter { !$0.criterion.isEmpty } + keys.filter(\.criterion.isEmpty)
    for key in keys { table.append(row(key, groups[key] ?? [])) }
    return table
  }

  private func row(_ key: Key, _ own: [Remedy]) -> [String] {
    let proofs = own.compactMap(\.proof)
    let cost = proofs.reduce(0.0) { $0 + $1.costYuan }
    let bound = proofs.reduce(0.0) { $0 + $1.boundYuan }
    return [
      key.criterion.isEmpty
        ? RemedyWords.all.text(language) : Message.text(forKey: key.criterion, language),
      key.status.isEmpty ? "" : Message.text(forKey: key.status, language),
      DecimalText.grouped(own.count), DecimalText.grouped(own.count(where: \.isClosed)),
      DecimalText.grouped(own.reduce(0) { $0 + $1.stations }),
      Amount.yuan(Int(cost), language), Amount.yuan(Int(bound), language),
      Amount.share(cost > 0 ? (cost - bound) / cost : 0),
    ]
  }
}
