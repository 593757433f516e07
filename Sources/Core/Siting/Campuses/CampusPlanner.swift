public import Geometry
public import Radio
public import Territory

/// Finds what campuses need: the cheapest network by looking at every choice.
public struct CampusPlanner: Sendable {
  /// Requirements and figures.
  public let book: IndustryBook
  /// Slots of the campus' own cells.
  public let pattern: TDDPattern
  private let radios: [NetworkGroup: CampusRadio]
  /// In the order in which campuses without a group are given one.
  private let groups: [NetworkGroup]

  /// - Throws: as ``CampusRadio``.
  public init(
    book: IndustryBook, bands: BandBook, groups: [NetworkGroup], pattern: TDDPattern
  ) throws(UserError) {
    self.book = book
    self.pattern = pattern
    self.groups = groups
    var radios: [NetworkGroup: CampusRadio] = [:]
    for group in groups {
      radios[group] = try CampusRadio(book: book, bands: bands, group: group, pattern: pattern)
    }
    self.radios = radios
  }

  /// What each campus needs, in the campuses' order. Those without a group are given one by their id, whatever else is
  /// planned beside them; those of a group that is not planned are left out.
  public func findings(_ campuses: [Campus], threads: Int = 1) -> [CampusFinding] {
    let asked: [(Campus, CampusRadio, NetworkGroup)] = campuses.compactMap { campus in
      let group =
        campus.group.map { NetworkGroup(rawValue: $0) } ?? Self.turn(campus.id, groups)
      guard let group, let radio = radios[group] else { return nil }
      return (campus, radio, group)
    }
    return ConcurrentMap.map(count: asked.count, threads: threads) { index in
      let (campus, radio, group) = asked[index]
      return finding(campus, radio, group)
    }
  }

  /// Numbers at the ends of ids make the groups take turns.
  private static func turn(_ id: String, _ groups: [NetworkGroup]) -> NetworkGroup? {
    guard !groups.isEmpty else { return nil }
    let sum = id.utf8.reduce(UInt64(0)) { $0 &* 31 &+ UInt64($1) }
    return groups[Int(sum % UInt64(groups.count))]
  }

  private func finding(
    _ campus: Campus, _ radio: CampusRadio, _ group: NetworkGroup
  ) -> CampusFinding {
    let needs = book.scenarios.compactMap { scenario in
      campus.terminals[scenario.id].flatMap { $0 > 0 ? ScenarioNeed(scenario, terminals: $0) : nil }
    }
    let design = CampusDesign(
      book: book, pattern: pattern, radio: radio, hectares: campus.hectares,
      hallShare: book.form(campus.kind)?.hallShare.value ?? 0)
    let findings = needs.map { design.finding($0) }
    let met = zip(needs, findings).filter { $1.isMet }.map(\.0)
    return CampusFinding(
      campus: campus, group: group, band: radio.band, scenarios: findings,
      configuration: design.cheapest(for: met)?.configuration ?? design.publicOnly)
  }
}

/// A scenario at a campus, as cells see it.
struct ScenarioNeed {
  let scenario: IndustryScenario
  let terminals: Int
  /// Terminals in halls and outside that send at once; one at least, where there are terminals at all.
  let activeIndoor: Double
  let activeOutdoor: Double

  init(_ scenario: IndustryScenario, terminals: Int) {
    self.scenario = scenario
    self.terminals = terminals
    let active = max(1, Double(terminals) * scenario.activeShare.value)
    activeIndoor = active * scenario.indoorShare.value
    activeOutdoor = active - activeIndoor
  }

  var uplinkMbps: Double { (activeIndoor + activeOutdoor) * scenario.uplinkMbps.value }
}
