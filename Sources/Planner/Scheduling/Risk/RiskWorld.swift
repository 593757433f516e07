import Territory

/// What is uncertain, as a problem's resources have it.
struct RiskSources: Sendable {
  /// Of each step; nil for what is planned.
  let steps: [RiskDistribution?]
  /// Of each resource, with the name that its common luck is drawn by; nil for what is planned.
  let supply: [(name: String, distribution: RiskDistribution)?]
  let cost: RiskDistribution?

  /// - Parameter kinds: of each resource; nil for one that no book names.
  init(_ book: RiskBook, kinds: [LimitedKind?]) {
    // What can only be 1 is not drawn.
    func uncertain(_ distribution: RiskDistribution?) -> RiskDistribution? {
      distribution.flatMap { $0.isExact ? nil : $0 }
    }
    steps = RiskStep.allCases.map { uncertain(book.duration(of: $0)) }
    supply = kinds.map { kind in
      guard let kind, let distribution = uncertain(book.supply(of: kind)) else { return nil }
      return (kind.description, distribution)
    }
    cost = uncertain(book.cost)
  }
}

/// One drawn world: what steps and money are multiplied by, and how much there is of every limit.
struct RiskWorld: Sendable {
  private let draw: RiskDraw
  private let steps: [RiskFactor?]
  private let cost: RiskFactor?
  /// What there is in each account before anything is booked.
  let capacity: [Int]

  init(_ layout: RiskLayout, _ sources: RiskSources, draw: RiskDraw) {
    self.draw = draw
    let packages = layout.count - layout.fixedCount
    steps = zip(RiskStep.allCases, sources.steps).map { step, distribution in
      distribution.map { RiskFactor($0, draw, name: "step.\(step.rawValue)", draws: packages) }
    }
    cost = sources.cost.map { RiskFactor($0, draw, name: "cost", draws: packages) }
    var capacity: [Int] = []
    capacity.reserveCapacity(layout.accounts.count)
    for (resource, source) in zip(layout.accounts.resources, sources.supply) {
      guard let source else {
        capacity += resource.capacity
        continue
      }
      let factor = RiskFactor(
        source.distribution, draw, name: "supply.\(source.name)", draws: resource.capacity.count)
      let owner = RiskDraw.key(resource.name)
      for (account, amount) in resource.capacity.enumerated() {
        capacity.append(
          Self.scaled(
            amount, by: factor.value(draw.bits(owner, .supply, account)),
            atMost: max(amount, Self.greatestCapacity)))
      }
    }
    self.capacity = capacity
  }

  /// Capacities of all periods of a horizon stay inside an integer when they are added.
  private static let greatestCapacity = 10_000_000_000_000_000

  /// Fills in what a package's steps are multiplied by: one number serves them all.
  func fill(_ multiplier: inout [Double], of owner: UInt64) {
    var bits = draw.bits(owner, .steps)
    for step in steps.indices {
      multiplier[step] = steps[step]?.value(bits) ?? 1
      bits >>= UInt64(RiskFactor.levelBits)
    }
  }

  /// What a package's money is multiplied by.
  func cost(of owner: UInt64) -> Double { cost?.value(draw.bits(owner, .cost)) ?? 1 }

  /// Whether every package takes the time that it is planned to.
  var hasPlannedTimes: Bool { steps.allSatisfy { $0 == nil } }

  /// An amount times a factor, in whole units.
  static func scaled(_ amount: Int, by factor: Double, atMost greatest: Int) -> Int {
    factor == 1
      ? amount : Int(min(Double(amount) * factor, Double(greatest)).rounded())
  }
}
