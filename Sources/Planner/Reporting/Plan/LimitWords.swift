import Geometry
public import Scheduling
import Territory

/// What a step more of each limit that binds would bring at most, in words: the shadow price times a step that
/// people decide on.
public struct LimitWords: Sendable {
  /// A limit that binds.
  public struct Step: Sendable {
    /// The limit's name, with the group or province that it is for.
    public let limit: String
    /// Account with the greatest price.
    public let tightest: LimitAccount
    /// What the step would bring at most, in the objective's unit.
    public let worth: Double
    /// Size of the step in the resource's unit: in every account, or in the tightest alone.
    public let size: Double
  }

  /// The one worth most first.
  public let steps: [Step]
  private let objective: RolloutObjective
  private let language: Language

  /// Of a schedule; no steps without one, or without a proof.
  public init(_ schedule: Schedule?, _ language: Language) {
    self.language = language
    objective = schedule?.proof?.objective ?? .service
    var accounts: [String: [LimitAccount]] = [:]
    for account in schedule?.limitAccounts ?? [] {
      accounts[account.limit, default: []].append(account)
    }
    steps = accounts.values.compactMap { Self.step($0) }.sorted {
      ($1.worth, $0.limit) < ($0.worth, $1.limit)
    }
  }

  /// A sentence a limit.
  public var sentences: [String] { steps.map(sentence) }

  private static func step(_ accounts: [LimitAccount]) -> Step? {
    guard let first = accounts.first else { return nil }
    // The earliest of equal ones.
    let tightest = accounts.reduce(first) { $1.price > $0.price ? $1 : $0 }
    guard tightest.price > 0 else { return nil }
    /// Quarters of an account.
    func quarters(_ account: LimitAccount) -> Double {
      Double(account.until.index - account.from.index + 1)
    }
    func all(_ perQuarter: Double) -> Double {
      accounts.reduce(0) { $0 + $1.price * perQuarter * quarters($1) }
    }
    let (worth, size): (Double, Double) =
      switch first.kind {
      case .capex: (tightest.price * 1e6, 1e6)
      case .opex, .energy:
        // An account holds a quarter of a year's amount for each of its quarters.
        (all(1e6 / 4), 1e6)
      case .crewDays: (all(90), 90)
      case .equipment:
        (
          tightest.price * tightest.amount / quarters(tightest) / 3,
          tightest.amount / quarters(tightest) / 3
        )
      case .stations: (all(100), 100)
      case .permits: (all(30), 10)
      }
    return Step(limit: first.limit, tightest: tightest, worth: worth, size: size)
  }

  private func sentence(_ step: Step) -> String {
    let quarter = step.tightest.from.description
    let more =
      switch step.tightest.kind {
      case .capex: Message.moreMoney.text(language, [quarter])
      case .opex: Message.moreOperation.text(language)
      case .crewDays: Message.moreCrew.text(language)
      case .equipment: Message.moreEquipment.text(language, [quarter])
      case .stations: Message.moreStations.text(language)
      case .energy: Message.moreEnergy.text(language)
      case .permits: Message.morePermits.text(language)
      }
    let unit: Message =
      switch objective {
      case .service, .earliest: .worthService
      case .cost: .worthYuan
      case .carbon: .worthCarbon
      }
    return Message.limitMore.text(
      language,
      [
        step.limit, more, step.tightest.part ?? Message.limitWhole.text(language),
        unit.text(language, [Self.atMost(step.worth)]),
      ])
  }

  /// Rounded up, as it is a bound.
  private static func atMost(_ worth: Double) -> String {
    worth >= 100
      ? DecimalText.fixed(worth.rounded(.up), decimals: 0)
      : DecimalText.trimmed((worth * 1000).rounded(.up) / 1000, decimals: 3)
  }
}
