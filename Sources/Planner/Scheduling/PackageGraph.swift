import Geometry
import Siting

/// Work packages and what must come before what.
struct PackageGraph {
  let packages: [WorkPackage]
  /// Packages without prerequisite.
  private(set) var roots: [Int] = []
  /// For each package those that name it as their prerequisite.
  private(set) var followers: [[Int]]
  /// Packages below which stands one that is not feasible.
  private(set) var isBlocked: [Bool]

  /// - Throws: `DR-606` for an id given twice, `DR-607` for a prerequisite that is not among the
  ///   packages, `DR-608` for packages that wait for each other.
  init(_ packages: [WorkPackage]) throws(UserError) {
    self.packages = packages
    followers = [[Int]](repeating: [], count: packages.count)
    isBlocked = [Bool](repeating: false, count: packages.count)
    var indices: [String: Int] = [:]
    indices.reserveCapacity(packages.count)
    for (index, package) in packages.enumerated()
    where indices.updateValue(index, forKey: package.id) != nil {
      throw UserError(
        "DR-606", .badData, at: package.id, "the id of a work package stands twice",
        remedy: "give every work package an id of its own")
    }
    for (index, package) in packages.enumerated() {
      guard let name = package.prerequisite else {
        roots.append(index)
        continue
      }
      guard let prerequisite = indices[name] else {
        throw UserError(
          "DR-607", .badData, at: package.id, "its prerequisite '\(name)' is not a work package",
          remedy: "give the prerequisite too, or leave the field empty")
      }
      followers[prerequisite].append(index)
    }
    try markBlocked()
  }

  private mutating func markBlocked() throws(UserError) {
    var isReached = [Bool](repeating: false, count: packages.count)
    var waiting = roots
    while let index = waiting.popLast() {
      isReached[index] = true
      for follower in followers[index] {
        isBlocked[follower] = isBlocked[index] || !packages[index].feasible
        waiting.append(follower)
      }
    }
    if let lost = isReached.firstIndex(of: false) {
      throw UserError(
        "DR-608", .badData, at: packages[lost].id, "its prerequisites wait for each other",
        remedy: "name as prerequisite only the work package of a status below")
    }
  }

  /// Refuses figures that no schedule can use.
  ///
  /// - Throws: `DR-605` for negative or absurd cost, people or stations, or a priority outside 0 to
  ///   1.
  static func check(_ package: WorkPackage) throws(UserError) {
    let figures = [
      ("cost_yuan", package.costYuan, ScheduleLimits.greatestBudgetYuan),
      ("population_served", package.populationServed, 10_000_000_000),
      ("stations", package.stations, 1_000_000_000),
    ]
    for (name, value, greatest) in figures where !(0...greatest).contains(value) {
      throw UserError(
        "DR-605", .badData, at: package.id, "\(name) is \(value)",
        remedy: "give a whole number from 0 to \(greatest)")
    }
    guard package.priority >= 0, package.priority <= 1 else {
      throw UserError(
        "DR-605", .badData, at: package.id, "priority is \(package.priority)",
        remedy: "give a number from 0 to 1")
    }
  }
}
