import Coverage
import Geometry
import Siting
import Territory

/// Packages in an order in which what must come before does, without those that can never be built.
struct RolloutOrder {
  /// Feasible, with everything that they wait for feasible too.
  let packages: [RolloutPackage]
  /// The others and why.
  let left: [(package: WorkPackage, reason: UnscheduledReason)]

  /// - Throws: `DR-605` to `DR-608`.
  init(_ all: [RolloutPackage]) throws(UserError) {
    for package in all { try PackageGraph.check(package.work) }
    var index: [String: Int] = [:]
    for (position, package) in all.enumerated()
    where index.updateValue(position, forKey: package.work.id) != nil {
      throw UserError(
        "DR-606", .badData, at: package.work.id, "the id of a work package stands twice",
        remedy: "give every work package an id of its own")
    }
    var before: [[Int]] = []
    for package in all {
      var own: [Int] = []
      for name in [package.work.prerequisite].compactMap({ $0 }) + package.furtherPrerequisites {
        guard let position = index[name] else {
          throw UserError(
            "DR-607", .badData, at: package.work.id,
            "its prerequisite '\(name)' is not a work package",
            remedy: "give the prerequisite too, or leave the field empty")
        }
        own.append(position)
      }
      before.append(own)
    }
    let order = try Self.topological(all, before)
    var isBlocked = [Bool](repeating: false, count: all.count)
    var packages: [RolloutPackage] = []
    var left: [(package: WorkPackage, reason: UnscheduledReason)] = []
    for position in order {
      // What happened waits for nothing any more.
      let isWaiting = all[position].history == nil && before[position].contains { isBlocked[$0] }
      isBlocked[position] = isWaiting || !all[position].work.feasible
      if all[position].work.feasible && !isWaiting {
        packages.append(all[position])
      } else {
        left.append(
          (all[position].work, all[position].work.feasible ? .prerequisite : .notFeasible))
      }
    }
    self.packages = packages
    self.left = left
  }

  private static func topological(
    _ all: [RolloutPackage], _ before: [[Int]]
  ) throws(UserError) -> [Int] {
    var waiting = before.map(\.count)
    var followers = [[Int]](repeating: [], count: all.count)
    for (position, own) in before.enumerated() {
      for other in own { followers[other].append(position) }
    }
    var order: [Int] = []
    // By id, so that the result does not hang on the order of the rows.
    var free = MinimumHeap<RankedName>()
    for position in all.indices where waiting[position] == 0 {
      free.insert(RankedName(name: all[position].work.id, position: position))
    }
    while let next = free.popMinimum() {
      order.append(next.position)
      for follower in followers[next.position] {
        waiting[follower] -= 1
        if waiting[follower] == 0 {
          free.insert(RankedName(name: all[follower].work.id, position: follower))
        }
      }
    }
    guard order.count == all.count else {
      let lost = all.indices.first { waiting[$0] > 0 } ?? 0
      throw UserError(
        "DR-608", .badData, at: all[lost].work.id, "its prerequisites wait for each other",
        remedy: "name as prerequisite only the work package of a status below")
    }
    return order
  }
}

private struct RankedName: Comparable {
  let name: String
  let position: Int

  static func < (one: RankedName, other: RankedName) -> Bool { one.name < other.name }
}
