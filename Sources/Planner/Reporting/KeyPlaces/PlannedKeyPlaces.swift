public import Coverage
public import Geometry
public import Radio
public import Siting

/// What a plan does for key places.
public struct PlannedKeyPlaces: Sendable {
  /// Of the network as it stands.
  public let before: KeyPlaceResult
  /// In the order of the run's groups.
  public let groups: [Group]

  /// One network group's key places; all lists in the order of the places.
  public struct Group: Sendable {
    /// Whose network.
    public let group: NetworkGroup
    /// As it stands.
    public let before: [KeyPlaceFinding]
    /// What the plan was asked, by place and point.
    public let states: [[KeyPointState]]
    /// With every package built, those included that no schedule takes.
    public let planned: [KeyPlaceFinding]
    /// At the end of the schedule.
    public let scheduled: [KeyPlaceFinding]
    /// Packages for key points.
    public let packages: [WorkPackage]

    /// What was found for a group.
    public init(
      group: NetworkGroup, before: [KeyPlaceFinding], states: [[KeyPointState]],
      planned: [KeyPlaceFinding], scheduled: [KeyPlaceFinding], packages: [WorkPackage]
    ) {
      self.group = group
      self.before = before
      self.states = states
      self.planned = planned
      self.scheduled = scheduled
      self.packages = packages
    }

    /// What becomes of a point.
    func outcome(_ place: Int, _ point: Int) -> KeyPointOutcome {
      let state = states[place][point]
      if state != .served, planned[place].served[point] { return .planned }
      return switch state {
      case .served: .served
      case .asked: .notBuilt
      case .outside: .outside
      case .unreachable: .unreachable
      case .spared: .spared
      }
    }

    /// Places whose points are all served.
    static func covered(_ findings: [KeyPlaceFinding]) -> Int { findings.count(where: \.isCovered) }

    /// Key points by what becomes of them.
    var outcomes: [KeyPointOutcome: Int] {
      var counts: [KeyPointOutcome: Int] = [:]
      for place in states.indices {
        for point in states[place].indices { counts[outcome(place, point), default: 0] += 1 }
      }
      return counts
    }

    /// Whole yuan of the packages for key points.
    var costYuan: Int { packages.reduce(0) { $0 + $1.costYuan } }

    var value: JSONValue {
      let counts = outcomes
      let points = states.reduce(0) { $0 + $1.count }
      let words = KeyPointOutcome.allCases.map { outcome -> (String, JSONValue) in
        (outcome.rawValue, .int(counts[outcome, default: 0]))
      }
      return [
        "group": .string(group.rawValue), "places": .int(before.count),
        "covered": .int(Self.covered(before)), "covered_planned": .int(Self.covered(planned)),
        "covered_scheduled": .int(Self.covered(scheduled)), "points": .int(points),
        "outcomes": .object(JSONObject(words)), "packages": .int(packages.count),
        "cost_yuan": .int(costYuan),
      ]
    }
  }

  /// A result.
  public init(before: KeyPlaceResult, groups: [Group]) {
    self.before = before
    self.groups = groups
  }

  /// For `run.json`.
  public var value: JSONValue { .array(groups.map(\.value)) }

  /// Key points of a settlement in one group's network.
  struct Count {
    var points = 0
    var served = 0
    var planned = 0
    var unreachable = 0
  }

  /// By group and settlement.
  func counts() -> [NetworkGroup: [String: Count]] {
    var counts: [NetworkGroup: [String: Count]] = [:]
    for group in groups {
      for (place, finding) in group.before.enumerated() {
        for (point, settlement) in finding.settlements.enumerated() {
          guard let settlement else { continue }
          var count = counts[group.group]?[settlement] ?? Count()
          count.points += 1
          count.served += finding.served[point] ? 1 : 0
          count.planned += group.planned[place].served[point] ? 1 : 0
          count.unreachable += group.states[place][point] == .unreachable ? 1 : 0
          counts[group.group, default: [:]][settlement] = count
        }
      }
    }
    return counts
  }
}

/// What becomes of a key point.
enum KeyPointOutcome: String, CaseIterable {
  /// The network as it stands serves it.
  case served
  /// Planned stations serve it, whether they were chosen for it or not.
  case planned
  /// It lies outside all settlements of the run, where nothing is built.
  case outside = "outside-settlements"
  /// No candidate of its settlement reaches it with its main carrier.
  case unreachable = "no-candidate"
  /// The standard's share of key places is met without its place.
  case spared = "not-asked"
  /// The stations asked for would cost the settlement its status.
  case notBuilt = "not-built"
}
