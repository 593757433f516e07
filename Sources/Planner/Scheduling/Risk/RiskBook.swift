public import Geometry
import Territory

/// A step of a package whose time is uncertain.
public enum RiskStep: String, Codable, CaseIterable, Sendable {
  /// Looking at the sites.
  case survey
  /// Permits and contracts.
  case permit
  /// Connection to power.
  case power
  /// From the first station to the last.
  case build
  /// Tuning before the status counts.
  case optimise
}

/// What is uncertain of a rollout: the section `risk` of a book of limits.
public struct RiskBook: Codable, Hashable, Sendable {
  /// How long a step takes over its planned days, by package.
  public struct Duration: Codable, Hashable, Sendable {
    /// Which step (``RiskStep``).
    public let step: String
    /// What its days are multiplied by.
    public let multiplier: RiskDistribution

    /// A step's time.
    public init(step: RiskStep, multiplier: RiskDistribution) {
      self.step = step.rawValue
      self.multiplier = multiplier
    }
  }

  /// How much there is of something over the planned amount, by account (a quarter, or a year).
  public struct Supply: Codable, Hashable, Sendable {
    /// Of what, as a limit's `resource` says it (``LimitedKind``); every limit of it is drawn.
    public let resource: String
    /// What its amounts are multiplied by.
    public let multiplier: RiskDistribution

    /// A supply.
    public init(resource: String, multiplier: RiskDistribution) {
      self.resource = resource
      self.multiplier = multiplier
    }
  }

  /// Times of steps; those not named take what is planned.
  public let durations: [Duration]?
  /// Amounts of limits; those not named are as planned.
  public let supply: [Supply]?
  /// What a package's cost is multiplied by; nil for what is planned.
  public let cost: RiskDistribution?

  /// A book.
  public init(durations: [Duration] = [], supply: [Supply] = [], cost: RiskDistribution? = nil) {
    self.durations = durations
    self.supply = supply
    self.cost = cost
  }

  /// - Throws: `DR-677` for a multiplier or correlation out of range; `DR-678` for a step or resource that there
  ///   is not, or that stands twice, and for figures that are no distribution.
  public func check(path: String) throws(UserError) {
    var names = Set<String>()
    for duration in durations ?? [] {
      let place = "\(path): risk.durations.\(duration.step)"
      guard RiskStep(rawValue: duration.step) != nil, names.insert(duration.step).inserted else {
        throw Self.error(
          place, "it is no step, or stands twice",
          "give each of survey, permit, power, build and optimise once at most")
      }
      try duration.multiplier.check(place)
    }
    names = []
    for supply in supply ?? [] {
      let place = "\(path): risk.supply.\(supply.resource)"
      guard LimitedKind(supply.resource) != nil, names.insert(supply.resource).inserted else {
        throw Self.error(
          place, "nothing is limited by that name, or it stands twice",
          "give each resource once at most, as limits name them")
      }
      try supply.multiplier.check(place)
    }
    try cost?.check("\(path): risk.cost")
  }

  /// All that is drawn, with its name, in the book's order.
  public var distributions: [(name: String, distribution: RiskDistribution)] {
    (durations ?? []).map { ("durations.\($0.step)", $0.multiplier) }
      + (supply ?? []).map { ("supply.\($0.resource)", $0.multiplier) }
      + (cost.map { [("cost", $0)] } ?? [])
  }

  func duration(of step: RiskStep) -> RiskDistribution? {
    durations?.first { $0.step == step.rawValue }?.multiplier
  }

  func supply(of kind: LimitedKind) -> RiskDistribution? {
    supply?.first { $0.resource == kind.description }?.multiplier
  }

  private static func error(_ place: String, _ problem: String, _ remedy: String) -> UserError {
    UserError("DR-678", .badData, at: place, problem, remedy: remedy)
  }
}
