import Coverage
import Radio
import Scheduling
import Siting
import Territory

/// Sums of a run that the page's charts are drawn from.
struct PageFigures {
  /// A region's part of the schedule.
  struct Region {
    let name: String
    /// Whole yuan by quarter of the schedule.
    var spent: [Int]
    /// Packages that are scheduled.
    var packages = 0
    var stations = 0
    var newSites = 0
    var kilowattHoursPerYear = 0
    var carbonTonnesPerYear = 0.0

    var spentYuan: Int { spent.reduce(0, +) }

    mutating func add(
      _ entry: ScheduledPackage, from first: Quarter, kilogramsPerKilowattHour: Double
    ) {
      for payment in entry.payments {
        let index = payment.quarter.index - first.index
        if spent.indices ~= index { spent[index] += payment.yuan }
      }
      let energy = entry.package.energyKilowattHoursPerYear
      packages += 1
      stations += entry.package.stations
      newSites += entry.package.newSites
      kilowattHoursPerYear += energy
      carbonTonnesPerYear += Double(energy) * kilogramsPerKilowattHour / 1000
    }
  }

  private let result: PlanResult
  private let language: Language
  /// Provinces of the country, prefectures of a region, or its counties where it is one prefecture; by adcode. The campuses' networks
  /// are the last, where any are scheduled.
  let regions: [Region]
  /// The campuses' networks; nil where none are scheduled.
  let campuses: Region?
  /// Quarters of the schedule.
  let quarters: [Quarter]

  init(_ result: PlanResult, _ language: Language, sources: PageSources) {
    self.result = result
    self.language = language
    let quarters = result.schedule?.limits.quarters ?? []
    self.quarters = quarters
    let level = Self.level(result)
    let places = Dictionary(
      result.settlements.map { ($0.settlement.id, $0.settlement) }, uniquingKeysWith: { $1 })
    var regions: [String: Region] = [:]
    for entry in result.schedule?.packages ?? [] {
      let isCampus = entry.package.purpose == .campus
      let place = places[entry.package.settlement]
      guard let first = quarters.first,
        let owner = isCampus ? "" : place.map({ Self.owner($0, level) })
      else { continue }
      var region =
        regions[owner]
        ?? Region(
          name: isCampus
            ? PageWords.campuses.text(language) : Self.name(owner, result, language),
          spent: [Int](repeating: 0, count: quarters.count))
      region.add(
        entry, from: first,
        kilogramsPerKilowattHour: sources.kilogramsPerKilowattHour(
          in: place?.provinceAdcode ?? entry.package.provinceAdcode))
      regions[owner] = region
    }
    campuses = regions.removeValue(forKey: "")
    self.regions = regions.sorted { $0.key < $1.key }.map(\.value) + [campuses].compactMap { $0 }
  }

  private static func level(_ result: PlanResult) -> UnitLevel {
    guard !result.regions.isEmpty else { return .province }
    let prefectures = Set(result.settlements.map { owner($0.settlement, .prefecture) })
    return prefectures.count > 1 ? .prefecture : .county
  }

  private static func owner(_ settlement: Settlement, _ level: UnitLevel) -> String {
    switch level {
    case .province: return settlement.provinceAdcode
    case .prefecture:
      return settlement.prefectureAdcode ?? settlement.countyAdcode ?? settlement.provinceAdcode
    case .county, .town:
      let county = settlement.kind == .city ? nil : settlement.countyAdcode
      return county ?? settlement.prefectureAdcode ?? settlement.provinceAdcode
    }
  }

  static func name(_ adcode: String, _ result: PlanResult, _ language: Language) -> String {
    guard let unit = result.gazetteer[adcode] else { return adcode }
    return language == .english && !unit.englishName.isEmpty ? unit.englishName : unit.name
  }

  /// Settlements of a kind with deep coverage, before and as planned, and all of them.
  func deep(_ kind: SettlementKind) -> (before: Int, planned: Int, all: Int) {
    let own = result.settlements.filter { $0.settlement.kind == kind }
    return (
      own.count { $0.status == .deep }, own.count { $0.plannedStatus == .deep }, own.count
    )
  }

  /// Share of a kind's residents with deep coverage, in per cent: before the plan, then at the end of each quarter.
  func deepShares(_ kind: SettlementKind, _ timeline: StatusTimeline) -> [Double] {
    var sums = [Int](repeating: 0, count: quarters.count + 1)
    var all = 0
    for (outcome, changes) in zip(result.settlements, timeline.changes)
    where outcome.settlement.kind == kind {
      all += outcome.settlement.population
      let start: Int? =
        outcome.status == .deep
        ? 0 : changes.first { $0.status == .deep }.map { $0.quarter + 1 }
      guard let start else { continue }
      for index in start..<sums.count { sums[index] += outcome.settlement.population }
    }
    return sums.map { all > 0 ? Double($0) / Double(all) * 100 : 0 }
  }

  /// Places of a kind by tenths of priority.
  func priorities(_ kind: SettlementKind) -> [Int] {
    var counts = [Int](repeating: 0, count: 10)
    for outcome in result.settlements where outcome.settlement.kind == kind {
      counts[min(9, max(0, Int(outcome.readiness.priority * 10)))] += 1
    }
    return counts
  }
}
