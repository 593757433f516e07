import Geometry
import Siting
import Territory

/// What the rows of a file of packages say of each other.
struct PackageLinks {
  private let table: CSVTable
  private let packages: [RolloutPackage]

  init(_ table: CSVTable, _ packages: [RolloutPackage]) {
    self.table = table
    self.packages = packages
  }

  /// - Throws: `DR-650` to `DR-652`, `DR-655` and `DR-656`, with the line.
  func check() throws(UserError) {
    let before = try prerequisites()
    for (index, package) in packages.enumerated() { try checkQuarters(package, index) }
    let order = try topological(before)
    var isBlocked = packages.map { !$0.work.feasible }
    for index in order {
      if before[index].contains(where: { isBlocked[$0] }) { isBlocked[index] = true }
      guard isBlocked[index], packages[index].deadline != nil || packages[index].startFixed != nil
      else { continue }
      throw error(
        "DR-656", index, "it has a date, but it or a package before it is not feasible",
        "leave out deadline and fixed_start, or make them feasible")
    }
  }

  private func prerequisites() throws(UserError) -> [[Int]] {
    var indices: [String: Int] = [:]
    for (index, package) in packages.enumerated() {
      guard !package.work.id.isEmpty else {
        throw error("DR-650", index, "a package has no id", "give every package an id of its own")
      }
      if let other = indices.updateValue(index, forKey: package.work.id) {
        throw error(
          "DR-650", index,
          "the id '\(package.work.id)' stands in line \(table.rows[other].line) too",
          "give every package an id of its own")
      }
    }
    var before: [[Int]] = []
    for (index, package) in packages.enumerated() {
      var own: [Int] = []
      for name in [package.work.prerequisite].compactMap({ $0 }) + package.furtherPrerequisites {
        guard let other = indices[name] else {
          throw error(
            "DR-651", index, "its prerequisite '\(name)' is no package of the file",
            "give it a row too, or leave it out")
        }
        own.append(other)
      }
      before.append(own)
    }
    return before
  }

  private func checkQuarters(_ package: RolloutPackage, _ index: Int) throws(UserError) {
    if let earliest = package.earliest, let deadline = package.deadline, deadline < earliest {
      throw error(
        "DR-655", index, "its deadline \(deadline) lies before its earliest quarter \(earliest)",
        "give a later deadline")
    }
    guard let fixed = package.startFixed else { return }
    guard fixed >= package.earliest ?? fixed, fixed <= package.deadline ?? fixed else {
      throw error(
        "DR-655", index, "its fixed start \(fixed) lies outside its earliest quarter and deadline",
        "give one or the others")
    }
  }

  private func topological(_ before: [[Int]]) throws(UserError) -> [Int] {
    var waiting = before.map(\.count)
    var followers = [[Int]](repeating: [], count: before.count)
    for (index, own) in before.enumerated() {
      for other in own { followers[other].append(index) }
    }
    var order = waiting.indices.filter { waiting[$0] == 0 }
    var next = 0
    while next < order.count {
      for follower in followers[order[next]] {
        waiting[follower] -= 1
        if waiting[follower] == 0 { order.append(follower) }
      }
      next += 1
    }
    guard order.count == before.count else {
      // A walk back along what waits ends in the circle, where rows that only wait for it do not lie.
      var index = waiting.firstIndex { $0 > 0 } ?? 0
      for _ in before { index = before[index].first { waiting[$0] > 0 } ?? index }
      throw error(
        "DR-652", index, "'\(packages[index].work.id)' waits for itself by its prerequisites",
        "take one of them out of the circle")
    }
    return order
  }

  private func error(
    _ code: String, _ index: Int, _ problem: String, _ remedy: String
  ) -> UserError {
    UserError(
      code, .badData, at: "\(table.name):\(table.rows[index].line)", problem, remedy: remedy)
  }
}
