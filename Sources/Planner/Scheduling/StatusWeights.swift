public import Coverage
public import Geometry
import Siting

/// What it is worth to raise one person to a status. Only the ratios matter.
public struct StatusWeights: Hashable, Sendable {
  /// Weight of a rise to `reached`, 0 to 1,000.
  public let reached: Int
  /// Weight of a rise to `continuous`, 0 to 1,000.
  public let continuous: Int
  /// Weight of a rise to `deep`, 0 to 1,000.
  public let deep: Int

  /// 1, 2 and 3 (a judgement): deepening comes before extending, as in the national plan.
  public static let standard = StatusWeights(rising: 1, 2, 3)

  private init(rising reached: Int, _ continuous: Int, _ deep: Int) {
    self.reached = reached
    self.continuous = continuous
    self.deep = deep
  }

  /// - Throws: `DR-604` when a weight is not between 0 and 1,000.
  public init(reached: Int, continuous: Int, deep: Int) throws(UserError) {
    for (name, weight) in [("reached", reached), ("continuous", continuous), ("deep", deep)]
    where !(0...1000).contains(weight) {
      throw UserError(
        "DR-604", .badData, at: "weight of \(name)", "\(weight)",
        remedy: "give a whole number from 0 to 1000")
    }
    self.init(rising: reached, continuous, deep)
  }

  /// Weight of a package: of the status that it raises to; of a campus' network, which serves people where they work,
  /// and of key places, which residents go to, that of the highest.
  func weight(of package: WorkPackage) -> Int {
    package.purpose == .settlement ? self[package.to] : deep
  }

  /// Weight of a rise to the status; 0 for `none`, to which nothing rises.
  public subscript(status: CoverageStatus) -> Int {
    switch status {
    case .none: 0
    case .reached: reached
    case .continuous: continuous
    case .deep: deep
    }
  }
}
