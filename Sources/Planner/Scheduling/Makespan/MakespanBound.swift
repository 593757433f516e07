/// Lower bounds of a project's makespan, each proven, in periods.
public struct MakespanBound: Hashable, Sendable {
  /// Length of the longest chain of activities.
  public let criticalPath: Int
  /// The most that a resource forces: of any activities that all start late and all leave much to
  /// follow, the least head, the work over the capacity, and the least tail.
  public let resourceWork: Int
  /// By refutation (destructive improvement; Klein and Scholl 1999): one more than the longest
  /// horizon that the rules of ``MakespanWindows`` prove too short. At least the other two.
  public let refutation: Int

  /// The best of them.
  public var best: Int { max(criticalPath, resourceWork, refutation) }

  /// Steps that refutation may spend: some tenths of a second at most.
  private static let greatestWork = 60_000_000

  /// The bounds of a project.
  public init(of project: MakespanProject) {
    self.init(MakespanNetwork(project))
  }

  init(_ network: MakespanNetwork) {
    let heads = network.heads
    let tails = network.tails
    let path = (0..<network.count).reduce(0) {
      max($0, heads[$1] + network.durations[$1] + tails[$1])
    }
    let work = network.capacities.indices.reduce(0) {
      max($0, Self.forced(by: $1, network, heads, tails))
    }
    var bound = max(path, work)
    var left = Self.greatestWork
    while left > 0 {
      var windows = MakespanWindows(network, horizon: bound)
      guard windows.isRefuted(work: &left) else { break }
      bound += 1
    }
    criticalPath = path * network.unit
    resourceWork = work * network.unit
    refutation = bound * network.unit
  }

  /// The most of least head + work / capacity + least tail over all sets of the users of a resource.
  private static func forced(
    by resource: Int, _ network: MakespanNetwork, _ heads: [Int], _ tails: [Int]
  ) -> Int {
    let capacity = network.capacities[resource]
    let users = (0..<network.count).filter {
      network.demands[$0][resource] > 0 && network.durations[$0] > 0
    }
    // With the least head and tail of a set, all others that have as much belong to it too.
    let latestFirst = users.sorted { heads[$0] > heads[$1] }
    let leasts = users.count <= 1_000 ? Set(users.map { tails[$0] }) : [0]
    var most = 0
    for least in leasts {
      var work = 0
      for activity in latestFirst where tails[activity] >= least {
        work += network.demands[activity][resource] * network.durations[activity]
        most = max(most, heads[activity] + (work + capacity - 1) / capacity + least)
      }
    }
    return most
  }
}
