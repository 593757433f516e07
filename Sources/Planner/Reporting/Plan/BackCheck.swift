import Coverage
public import Radio
import Territory

/// The modelled coverage of the country beside what was published for the same date.
///
/// What was published does not define *covered*; so every status is shown, for places that some group
/// serves and for places that every group of the run serves.
public struct BackCheck {
  private let result: PlanResult
  private let published: PublishedCount

  /// A check; nil when the run is not of the country's modelled network, or nothing was published of
  /// coverage at the date.
  public init?(_ result: PlanResult, published: PublishedCount?) {
    guard result.regions.isEmpty, result.networkKind == .modelled, let published,
      published.citiesCovered != nil
    else { return nil }
    self.result = result
    self.published = published
  }

  /// The table with its heading.
  public func text(_ language: Language, width: Int? = Terminal.width) -> String {
    let statuses: [CoverageStatus] = [.reached, .continuous, .deep]
    var table = TextTable(
      [
        .text(Message.kind.text(language)), .number(Message.published.text(language)),
        .text(Message.servedBy.text(language)),
      ]
        + statuses.map { .number("≥ " + Message($0).text(language)) })
    for kind in SettlementKind.allCases {
      let own = result.settlements.filter { $0.settlement.kind == kind }
      guard !own.isEmpty else { continue }
      for (message, pick) in [
        (Message.anyGroup, { (statuses: [CoverageStatus]) in statuses.max() }),
        (Message.everyGroup, { (statuses: [CoverageStatus]) in statuses.min() }),
      ] {
        let reached = own.map { pick($0.groups.map(\.before.status)) ?? .none }
        table.append(
          [
            Message(kind).text(language),
            covered(kind).map(Amount.share) ?? "–", message.text(language),
          ]
            + statuses.map { status in
              Amount.share(reached.count { $0 >= status }, of: own.count)
            })
      }
    }
    return Message.backCheck.text(language, [published.date]) + "\n"
      + table.terminal(width: width)
  }

  private func covered(_ kind: SettlementKind) -> Double? {
    switch kind {
    case .city: published.citiesCovered
    case .countySeat: published.countySeatsCovered
    case .townSeat: published.townSeatsCovered
    }
  }
}
