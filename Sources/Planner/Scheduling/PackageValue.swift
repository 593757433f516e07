public import Siting

/// The value of a work package for each yuan, held as an exact fraction.
///
/// The formula is
///
///     value per yuan = people x weight of the status x (0.5 + priority) / cost
///
/// with the priority rounded to four decimals, so that numerator and denominator are integers and
/// two packages are compared without rounding: equal value is equal on every machine, and the ties
/// fall to the packages' ids.
public struct PackageValue: Hashable, Sendable {
  /// People x weight x (0.5 + priority) x 10,000.
  public let numerator: Int
  /// Whole yuan; 0 for a package that costs nothing, whose value has no bound.
  public let costYuan: Int

  /// The package must have passed ``Scheduler``'s checks: 0 or more people and yuan, priority 0 to
  /// 1.
  public init(of package: WorkPackage, weights: StatusWeights) {
    let priority = Int((package.priority * 10_000).rounded())
    numerator = package.populationServed * weights.weight(of: package) * (5_000 + priority)
    costYuan = package.costYuan
  }

  /// Whether a yuan buys more here than there.
  public func isGreater(than other: PackageValue) -> Bool {
    if costYuan == 0 || other.costYuan == 0 {
      return costYuan == 0 && other.costYuan > 0
    }
    // The products need up to 128 bits.
    let here = numerator.multipliedFullWidth(by: other.costYuan)
    let there = other.numerator.multipliedFullWidth(by: costYuan)
    return here.high != there.high ? here.high > there.high : here.low > there.low
  }
}
