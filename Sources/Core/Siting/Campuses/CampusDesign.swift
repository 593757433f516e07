import Geometry
import Territory

/// The choices of one campus: which meet which needs, and what they cost.
struct CampusDesign {
  let book: IndustryBook
  let pattern: TDDPattern
  let radio: CampusRadio
  let hectares: Double
  let hallShare: Double

  struct Priced {
    let choice: CampusChoice
    let configuration: CampusConfiguration
  }

  var publicOnly: CampusConfiguration { CampusPricing(book: book).configuration(.bare, 0, 0) }

  private var hallSquareMetres: Double { hectares * 10_000 * hallShare }
  private var yardSquareMetres: Double { hectares * 10_000 * (1 - hallShare) }

  /// The cheapest network that meets all needs; of equal costs the one with fewer parts, then the first.
  func cheapest(
    for needs: [ScenarioNeed], where isMeant: (CampusChoice) -> Bool = { _ in true }
  ) -> Priced? {
    var best: Priced?
    for choice in CampusChoice.all where isMeant(choice) && isSparing(choice, needs) {
      guard needs.allSatisfy({ obstacles($0, choice).isEmpty }), fitsMacro(needs, choice),
        let configuration = configuration(choice, needs)
      else { continue }
      if let best,
        (best.configuration.costYuan, best.configuration.parts.count)
          <= (configuration.costYuan, configuration.parts.count)
      {
        continue
      }
      best = Priced(choice: choice, configuration: configuration)
    }
    return best
  }

  /// A scenario taken alone.
  func finding(_ need: ScenarioNeed) -> ScenarioFinding {
    let open = cheapest(for: [need]) { $0.core != .private }
    let found = open ?? cheapest(for: [need]) { $0.core == .private }
    let bare = lacks(need, .bare)
    let verdict: ScenarioVerdict =
      open == nil ? .no : bare.isEmpty ? .yes : .missing
    return ScenarioFinding(
      scenario: need.scenario.id, terminals: need.terminals, verdict: verdict,
      parts: found?.configuration.parts ?? [],
      obstacles: verdict == .no ? lacks(need, .strongestPublic) : bare,
      costYuan: found?.configuration.costYuan,
      latencyMilliseconds: found.map { milliseconds(need, $0.choice) },
      uplinkMbps: need.uplinkMbps)
  }

  private func lacks(_ need: ScenarioNeed, _ choice: CampusChoice) -> [ScenarioObstacle] {
    obstacles(need, choice) + (fitsMacro([need], choice) ? [] : [.capacity])
  }

  /// Whether no part of a choice is there for nobody.
  private func isSparing(_ choice: CampusChoice, _ needs: [ScenarioNeed]) -> Bool {
    let hasIndoor = needs.contains { $0.activeIndoor > 0 }
    let hasOutdoor = needs.contains { $0.activeOutdoor > 0 }
    if choice.indoor.isDedicated && !hasIndoor || choice.outdoor.isDedicated && !hasOutdoor {
      return false
    }
    // A private network's terminals are all in cells of the campus.
    return choice.core != .private
      || (choice.indoor.isDedicated || !hasIndoor) && (choice.outdoor.isDedicated || !hasOutdoor)
  }

  /// What a choice lacks for a need, but for the capacity of public cells.
  func obstacles(_ need: ScenarioNeed, _ choice: CampusChoice) -> [ScenarioObstacle] {
    let id = need.scenario.id
    var found: Set<ScenarioObstacle> = []
    for (access, active, macro, cells) in [
      (choice.indoor, need.activeIndoor, radio.macroIndoor, radio.indoor),
      (choice.outdoor, need.activeOutdoor, radio.macroOutdoor, radio.outdoor),
    ] where active > 0 {
      if !(access.isDedicated ? cells[id] != nil : macro.contains(id)) { found.insert(.rate) }
      if budget(access, choice).milliseconds > need.scenario.latencyMilliseconds.value {
        found.insert(.latency)
      }
      if availability(access, choice.core) < need.scenario.reliability.value
        || need.scenario.asks.redundancy && access.layers < 2
      {
        found.insert(.reliability)
      }
      if need.scenario.asks.positioning && !(choice.hasPositioning && access.isDedicated) {
        found.insert(.positioning)
      }
    }
    return ScenarioObstacle.allCases.filter(found.contains)
  }

  private func budget(_ access: CampusAccess, _ choice: CampusChoice) -> LatencyBudget {
    LatencyBudget(
      book.latency, pattern: pattern, isDedicated: access.isDedicated, core: choice.core,
      isLocal: choice.hasEdge)
  }

  private func milliseconds(_ need: ScenarioNeed, _ choice: CampusChoice) -> Double {
    max(
      need.activeIndoor > 0 ? budget(choice.indoor, choice).milliseconds : 0,
      need.activeOutdoor > 0 ? budget(choice.outdoor, choice).milliseconds : 0)
  }

  /// Cells in two layers fail together only by chance; cells and core stand in a row.
  func availability(_ access: CampusAccess, _ core: CampusCore) -> Double {
    let figures = book.availability
    let cell = access.isDedicated ? figures.dedicated.value : figures.macro.value
    let cells = access.layers == 2 ? 1 - (1 - cell) * (1 - cell) : cell
    switch core {
    case .shared: return cells * figures.publicCore.value
    case .slice: return cells * figures.slice.value
    case .private: return cells * figures.privateCore.value
    }
  }

  /// Whether public cells over the campus carry what is left to them.
  func fitsMacro(_ needs: [ScenarioNeed], _ choice: CampusChoice) -> Bool {
    var uplink = 0.0
    var downlink = 0.0
    for need in needs {
      for (access, active, cell) in [
        (choice.indoor, need.activeIndoor, radio.macroIndoorCell),
        (choice.outdoor, need.activeOutdoor, radio.macroOutdoorCell),
      ] where !access.isDedicated && active > 0 {
        uplink += active * need.scenario.uplinkMbps.value / cell.uplinkMbps
        downlink += active * need.scenario.downlinkMbps.value / cell.downlinkMbps
      }
    }
    let macro = book.radio.macro
    let share = (choice.core == .slice ? macro.sliceShare : macro.publicShare).value
    // Sectors of a clover of masts whose edges are that far.
    let sector = 9 * 3.0.squareRoot() / 8 * macro.edgeMetres.value * macro.edgeMetres.value / 3
    let cells = max(1, hectares * 10_000 / sector)
    return max(uplink, downlink) <= share * cells
  }

  /// Cells counted and priced; nil where no cell carries a need.
  func configuration(
    _ choice: CampusChoice, _ needs: [ScenarioNeed]
  ) -> CampusConfiguration? {
    let anchors = Int(book.positioning.anchors.value)
    func count(
      _ access: CampusAccess, _ cells: [String: CampusCell], _ squareMetres: Double,
      sectors: Double, _ active: (ScenarioNeed) -> Double
    ) -> Int? {
      let own = needs.filter { active($0) > 0 }
      guard access.isDedicated, !own.isEmpty else { return 0 }
      let known = own.compactMap { cells[$0.scenario.id] }
      guard known.count == own.count,
        let cell = known.min(by: { $0.radiusMetres < $1.radiusMetres })
      else { return nil }
      let uplink = own.reduce(0) { $0 + active($1) * $1.scenario.uplinkMbps.value }
      let downlink = own.reduce(0) { $0 + active($1) * $1.scenario.downlinkMbps.value }
      let least = own.contains { $0.scenario.asks.positioning } ? anchors : 1
      let byArea = (squareMetres / cell.squareMetres).rounded(.up)
      let byLoad = max(
        uplink / (sectors * cell.uplinkMbps), downlink / (sectors * cell.downlinkMbps)
      ).rounded(.up)
      return access.layers * max(least, Int(max(byArea, byLoad)))
    }
    guard
      let heads = count(
        choice.indoor, radio.indoor, hallSquareMetres, sectors: 1, \.activeIndoor),
      let stations = count(
        choice.outdoor, radio.outdoor, yardSquareMetres,
        sectors: book.radio.outdoor.sectors.value, \.activeOutdoor)
    else { return nil }
    let usesMacro = needs.contains {
      !choice.indoor.isDedicated && $0.activeIndoor > 0
        || !choice.outdoor.isDedicated && $0.activeOutdoor > 0
    }
    return CampusPricing(book: book).configuration(choice, heads, stations, usesMacro: usesMacro)
  }
}

extension CampusChoice {
  /// The public network as it is.
  static let bare = CampusChoice(
    indoor: CampusAccess.all[0], outdoor: CampusAccess.all[0], core: .shared, hasEdge: false,
    hasPositioning: false)
  /// All that can be added to the public network.
  static let strongestPublic = CampusChoice(
    indoor: CampusAccess.all[2], outdoor: CampusAccess.all[2], core: .slice, hasEdge: true,
    hasPositioning: true)
}
