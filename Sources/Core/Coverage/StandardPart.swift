import Territory

/// One criterion of one status: what a remedy is for.
public struct StandardPart: Hashable, Sendable {
  /// What is measured.
  public let criterion: CriterionKind
  /// Status that asks for it.
  public let status: CoverageStatus

  /// A part of a standard.
  public init(criterion: CriterionKind, status: CoverageStatus) {
    self.criterion = criterion
    self.status = status
  }
}

extension CriterionKind {
  /// Whether it is about what is received, beyond who serves.
  fileprivate var isOfSignal: Bool { self == .sinrShare || self == .leadRatio }
}

extension Criterion {
  /// The same with a threshold of 0.
  fileprivate var askingNothing: Criterion {
    Criterion(
      criterion: criterion,
      threshold: Figure(
        value: 0, unit: threshold.unit, kind: threshold.kind, source: threshold.source),
      rsrpDBm: rsrpDBm, pointProbability: pointProbability, uplinkMbps: uplinkMbps,
      sinrDB: sinrDB)
  }
}

extension Standard {
  /// All parts of the standard, of all kinds of settlement, in order of first appearance.
  public var parts: [StandardPart] {
    var parts: [StandardPart] = []
    for rule in [city, countySeat, townSeat].joined() {
      for criterion in rule.criteria {
        let part = StandardPart(criterion: criterion.criterion, status: rule.status)
        if !parts.contains(part) { parts.append(part) }
      }
    }
    return parts
  }

  /// The standard that asks for a part alone; a kind of settlement that the part is not asked of has no
  /// rule in it.
  ///
  /// SS-SINR and the lead ratio keep the shares of the status and those below it at a threshold of 0: what a
  /// station serves is known by them alone.
  public func only(_ part: StandardPart) -> Standard {
    func narrowed(_ rules: [StatusRule]) -> [StatusRule] {
      let own = rules.filter { $0.status == part.status }.flatMap(\.criteria)
        .filter { $0.criterion == part.criterion }
      guard !own.isEmpty else { return [] }
      let shares = rules.filter { $0.status <= part.status }.flatMap(\.criteria)
        .filter { part.criterion.isOfSignal && $0.layer != nil }.map(\.askingNothing)
      return [StatusRule(status: part.status, criteria: shares + own)]
    }
    return Standard(
      name: name, titleChinese: titleChinese, titleEnglish: titleEnglish,
      description: description, source: source, city: narrowed(city),
      countySeat: narrowed(countySeat), townSeat: narrowed(townSeat))
  }
}
