public import Geometry

/// Something that activities use while they run and that is free again afterwards.
public struct RenewableResource: Hashable, Sendable {
  /// Name, shown in errors.
  public let id: String
  /// Units there are in every period.
  public let capacity: Int

  /// A resource.
  public init(id: String, capacity: Int) {
    self.id = id
    self.capacity = capacity
  }
}

/// Work that runs without a break.
public struct MakespanActivity: Hashable, Sendable {
  /// Name, unique in the project.
  public let id: String
  /// Whole periods, 0 for a milestone.
  public let duration: Int
  /// Units in use in every period of it, one figure a resource of the project.
  public let demands: [Int]
  /// Ids of the activities that start only when this one has finished.
  public let successors: [String]

  /// An activity.
  public init(id: String, duration: Int, demands: [Int], successors: [String] = []) {
    self.id = id
    self.duration = duration
    self.demands = demands
    self.successors = successors
  }
}

/// A resource-constrained project scheduling problem (RCPSP; Pritsker, Watters and Wolfe 1969):
/// activities with whole durations, precedence and renewable resources, of which the makespan is
/// minimised.
public struct MakespanProject: Hashable, Sendable {
  /// In the order given.
  public let activities: [MakespanActivity]
  /// In the order given.
  public let resources: [RenewableResource]
  /// Indices of each activity's successors, ascending, each once.
  public let successors: [[Int]]
  /// Indices of each activity's predecessors, ascending, each once.
  public let predecessors: [[Int]]
  /// Indices of the activities, each after all its predecessors.
  let topologicalOrder: [Int]

  /// Most activities of a project.
  public static let greatestActivityCount = 10_000
  /// Most resources of a project.
  public static let greatestResourceCount = 1_000
  /// Largest capacity, and largest sum of all durations in periods.
  public static let greatestFigure = 1_000_000
  /// Most resources times the sum of all durations in periods, so that their use fits in memory.
  public static let greatestResourcePeriods = 20_000_000

  /// - Throws: `DR-620` for too many activities or resources, `DR-621` for an id that stands twice,
  ///   `DR-622` for a duration, demand or capacity out of range, `DR-623` for demands that are not as
  ///   many as the resources, `DR-624` for a demand above the capacity, `DR-625` for a successor that
  ///   is not an activity, `DR-626` for activities that wait for each other, `DR-628` for too many
  ///   resources in too long a time.
  public init(
    activities: [MakespanActivity], resources: [RenewableResource]
  ) throws(UserError) {
    try Self.check(activities, resources)
    var indices: [String: Int] = [:]
    for (index, activity) in activities.enumerated() { indices[activity.id] = index }
    var successors: [[Int]] = []
    var predecessors = [[Int]](repeating: [], count: activities.count)
    for (index, activity) in activities.enumerated() {
      var after: Set<Int> = []
      for id in activity.successors {
        guard let successor = indices[id] else {
          throw UserError(
            "DR-625", .badData, at: activity.id, "its successor '\(id)' is not an activity",
            remedy: "give the successor too, or do not name it")
        }
        after.insert(successor)
      }
      successors.append(after.sorted())
      for successor in successors[index] { predecessors[successor].append(index) }
    }
    self.activities = activities
    self.resources = resources
    self.successors = successors
    self.predecessors = predecessors
    var order: [Int] = []
    var waiting = predecessors.map(\.count)
    order.reserveCapacity(activities.count)
    for index in activities.indices where waiting[index] == 0 { order.append(index) }
    var next = 0
    while next < order.count {
      for successor in successors[order[next]] {
        waiting[successor] -= 1
        if waiting[successor] == 0 { order.append(successor) }
      }
      next += 1
    }
    topologicalOrder = order
    if let lost = waiting.firstIndex(where: { $0 > 0 }) {
      throw UserError(
        "DR-626", .badData, at: activities[lost].id,
        "it waits for itself, or for activities that wait for each other",
        remedy: "give successors that lead in no circle")
    }
  }

  private static func check(
    _ activities: [MakespanActivity], _ resources: [RenewableResource]
  ) throws(UserError) {
    guard activities.count <= greatestActivityCount, resources.count <= greatestResourceCount
    else {
      throw UserError(
        "DR-620", .badData, at: "project",
        "it has \(activities.count) activities and \(resources.count) resources",
        remedy: """
          give at most \(greatestActivityCount) activities and \(greatestResourceCount) resources
          """)
    }
    var seen: Set<String> = []
    for resource in resources { try checkFigure("capacity", resource.capacity, of: resource.id) }
    for id in resources.map(\.id) where !seen.insert(id).inserted { throw twice(id) }
    seen = []
    var total = 0
    for activity in activities {
      guard seen.insert(activity.id).inserted else { throw twice(activity.id) }
      try checkFigure("duration", activity.duration, of: activity.id)
      total += activity.duration
      try checkFigure("sum of durations", total, of: activity.id)
      guard activity.demands.count == resources.count else {
        throw UserError(
          "DR-623", .badData, at: activity.id,
          "it has \(activity.demands.count) demands, the project \(resources.count) resources",
          remedy: "give one demand a resource")
      }
      for (resource, demand) in zip(resources, activity.demands) {
        try checkFigure("demand on \(resource.id)", demand, of: activity.id)
        guard demand <= resource.capacity else {
          throw UserError(
            "DR-624", .badData, at: activity.id,
            "it demands \(demand) of \(resource.id), which has \(resource.capacity)",
            remedy: "demand at most the capacity")
        }
      }
    }
    guard total * resources.count <= greatestResourcePeriods else {
      throw UserError(
        "DR-628", .badData, at: "project",
        "\(resources.count) resources over \(total) periods are too many",
        remedy: "give longer periods, or at most \(greatestResourcePeriods) as their product")
    }
  }

  private static func checkFigure(
    _ name: String, _ value: Int, of id: String
  ) throws(UserError) {
    guard !(0...greatestFigure).contains(value) else { return }
    throw UserError(
      "DR-622", .badData, at: id, "\(name) is \(value)",
      remedy: "give a whole number from 0 to \(greatestFigure)")
  }

  private static func twice(_ id: String) -> UserError {
    UserError(
      "DR-621", .badData, at: id, "the id stands twice", remedy: "give every one an id of its own")
  }
}
