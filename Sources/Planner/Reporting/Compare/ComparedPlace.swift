public import Coverage
public import Territory

/// One settlement in a run that is compared, by the lowest status over the groups of the run: a
/// resident is served whichever network the phone is on.
public struct ComparedPlace: Hashable, Sendable {
  /// A status that holds from the end of a quarter on.
  struct Rise: Hashable, Sendable {
    let quarter: Quarter
    let status: CoverageStatus
  }

  /// One group's network at the settlement.
  struct Network {
    let before: CoverageStatus
    var rises: [Rise] = []

    func status(at quarter: Quarter) -> CoverageStatus {
      rises.lazy.filter { $0.quarter <= quarter }.map(\.status).max().map { max($0, before) }
        ?? before
    }
  }

  /// What the scheduled packages of a settlement take and bring.
  struct Built {
    var yuan = 0
    var stations = 0

    mutating func add(yuan: Int, stations: Int) {
      self.yuan &+= yuan
      self.stations &+= stations
    }
  }

  /// Id of the settlement.
  public let settlement: String
  /// Its name.
  public let name: String
  /// What kind of settlement.
  public let kind: SettlementKind
  /// Adcode of the prefecture.
  public let prefecture: String?
  /// Adcode of the county; nil for a city.
  public let county: String?
  /// Residents.
  public let population: Int
  /// Highest status that the run's standard asks for here.
  public let target: CoverageStatus
  /// Status before the plan.
  public let before: CoverageStatus
  /// Whole yuan paid for its scheduled packages.
  public let spentYuan: Int
  /// Stations of its scheduled packages.
  public let stations: Int
  /// Rises in order of time.
  let rises: [Rise]

  init(
    settlement: String, name: String, kind: SettlementKind, prefecture: String?, county: String?,
    population: Int, target: CoverageStatus, networks: [Network], built: Built
  ) {
    self.settlement = settlement
    self.name = name
    self.kind = kind
    self.prefecture = prefecture
    self.county = county
    self.population = population
    self.target = target
    spentYuan = built.yuan
    stations = built.stations
    before = networks.map(\.before).min() ?? .none
    var rises: [Rise] = []
    var last = before
    for quarter in Set(networks.flatMap { $0.rises.map(\.quarter) }).sorted() {
      let status = networks.map { $0.status(at: quarter) }.min() ?? .none
      if status > last {
        rises.append(Rise(quarter: quarter, status: status))
        last = status
      }
    }
    self.rises = rises
  }

  /// Status when the plan is done.
  public var after: CoverageStatus { rises.last?.status ?? before }

  /// When the target is reached.
  public var reach: Reach {
    if before >= target { return .start }
    return rises.first { $0.status >= target }.map { .quarter($0.quarter) } ?? .never
  }

  /// Status at the end of a quarter; nil for before the first.
  func status(at quarter: Quarter?) -> CoverageStatus {
    guard let quarter else { return before }
    return rises.last { $0.quarter <= quarter }?.status ?? before
  }
}
