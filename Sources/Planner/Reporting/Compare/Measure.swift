public import Coverage
import Geometry
public import Territory

/// A figure of a run as a whole, by which runs are compared.
public enum Measure: Hashable, Sendable {
  /// Settlements of a kind that have a status when the plan is done, by the lowest of their groups.
  case settlements(SettlementKind, CoverageStatus)
  /// Residents of the settlements that have their target when the plan is done.
  case targetResidents
  /// Packages that are scheduled.
  case packages
  /// Packages that are not.
  case packagesLeftOut
  /// Stations of the scheduled packages.
  case stations
  /// What all packages take, scheduled or not.
  case costYuan
  /// What the schedule pays.
  case spentYuan
  /// When the last settlement of a kind that has its target by the end has reached it.
  case lastReach(SettlementKind)
  /// When settlements with half of all residents have reached their target.
  case halfOfResidents

  /// All, in the order of tables.
  public static let all: [Measure] =
    SettlementKind.allCases.flatMap { kind in
      CoverageStatus.allCases.reversed().map { Measure.settlements(kind, $0) }
    } + [
      .targetResidents, .packages, .packagesLeftOut, .stations, .costYuan, .spentYuan,
    ] + SettlementKind.allCases.map(Measure.lastReach) + [.halfOfResidents]

  /// Kind of settlement that the measure is about; nil for one of all kinds.
  var kind: SettlementKind? {
    switch self {
    case .settlements(let kind, _), .lastReach(let kind): kind
    default: nil
    }
  }

  /// Name in tables for machines.
  public var key: String {
    func name(_ kind: SettlementKind) -> String { kind.rawValue.replacing("-", with: "_") }
    return switch self {
    case .settlements(let kind, let status): "\(name(kind))_\(status.rawValue)"
    case .targetResidents: "target_residents"
    case .packages: "packages"
    case .packagesLeftOut: "packages_left_out"
    case .stations: "stations"
    case .costYuan: "cost_yuan"
    case .spentYuan: "spent_yuan"
    case .lastReach(let kind): "\(name(kind))_last_quarter"
    case .halfOfResidents: "half_of_residents_quarter"
    }
  }

  /// Name for people.
  public func title(_ language: Language) -> String {
    switch self {
    case .settlements(let kind, let status):
      Message.measureSettlements.text(
        language, [Message(kind).text(language), Message(status).text(language)])
    case .targetResidents: Message.targetResidents.text(language)
    case .packages: Message.measurePackages.text(language)
    case .packagesLeftOut: Message.packagesLeftOut.text(language)
    case .stations: Message.stations.text(language)
    case .costYuan: Message.costOfAll.text(language)
    case .spentYuan: Message.spent.text(language)
    case .lastReach(let kind):
      Message.measureLast.text(language, [Message(kind).text(language)])
    case .halfOfResidents: Message.halfOfResidents.text(language)
    }
  }

  /// The figure of a run.
  public func value(of run: ComparedRun) -> MeasureValue {
    switch self {
    case .settlements(let kind, let status):
      .count(run.places.count { $0.kind == kind && $0.after == status })
    case .targetResidents: .people(run.targetResidents(at: run.until))
    case .packages: .count(run.packages)
    case .packagesLeftOut: .count(run.packagesLeftOut)
    case .stations: .count(run.stations)
    case .costYuan: .yuan(run.costYuan)
    case .spentYuan: .yuan(run.spentYuan(by: run.until))
    case .lastReach(let kind):
      .reach(
        run.places.lazy.filter { $0.kind == kind }.map(\.reach).filter { $0 != .never }.max()
          ?? .never)
    case .halfOfResidents: .reach(Self.halfOfResidents(run))
    }
  }

  private static func halfOfResidents(_ run: ComparedRun) -> Reach {
    let all = run.places.reduce(0) { $0 + $1.population }
    var served = 0
    let inOrder = run.places.filter { $0.reach != .never }.sorted { $0.reach < $1.reach }
    for place in inOrder {
      served += place.population
      if served >= all - served { return place.reach }
    }
    return .never
  }
}

/// A value of a measure.
public enum MeasureValue: Hashable, Sendable {
  /// A number of things.
  case count(Int)
  /// Whole yuan.
  case yuan(Int)
  /// People.
  case people(Int)
  /// A time.
  case reach(Reach)

  /// For tables.
  public var cell: CSVCell {
    switch self {
    case .count(let number), .yuan(let number), .people(let number): .integer(number)
    case .reach(let reach): reach.cell
    }
  }

  /// For JSON.
  var json: JSONValue {
    switch self {
    case .count(let number), .yuan(let number), .people(let number): .int(number)
    case .reach(let reach): reach.json
    }
  }

  /// For people.
  public func text(_ language: Language) -> String {
    switch self {
    case .count(let number): DecimalText.grouped(number)
    case .yuan(let yuan): Amount.yuan(yuan, language)
    case .people(let people): Amount.people(people, language)
    case .reach(let reach): reach.text(language)
    }
  }
}
