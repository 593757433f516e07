public import Territory

/// What a site of its own kind takes: the part of the cost book that prices candidates one by one.
public struct SiteCosts: Codable, Sendable {
  /// Poles on a roof.
  public let rooftopYuan: Figure
  /// A power line to a site.
  public let powerYuanPerMetre: Figure
  /// Power line to a new mast where nothing better is known.
  public let powerMetresPerNewMast: Figure
  /// The tower company's price for one tenant, without discount.
  public let leaseYuanPerTenantAndYear: Figure
  /// Share that each of two tenants pays less, 0 to 1.
  public let discountOfTwoTenants: Figure
  /// Share that each of three or more tenants pays less, 0 to 1.
  public let discountOfThreeTenants: Figure
  /// Whole years of lease that a decision counts, 0 to 60.
  public let leaseYears: Figure
  /// Interest on what is paid later, 0 to 1 a year.
  public let discountRate: Figure

  var shares: [(String, Figure)] {
    [
      ("discountOfTwoTenants", discountOfTwoTenants),
      ("discountOfThreeTenants", discountOfThreeTenants), ("discountRate", discountRate),
    ]
  }

  var amounts: [(String, Figure)] {
    [
      ("rooftopYuan", rooftopYuan), ("powerYuanPerMetre", powerYuanPerMetre),
      ("powerMetresPerNewMast", powerMetresPerNewMast),
      ("leaseYuanPerTenantAndYear", leaseYuanPerTenantAndYear), ("leaseYears", leaseYears),
    ]
  }

  /// Yearly price for one of so many tenants, 1 or more, all discounts taken.
  public func leaseYuanPerYear(tenants: Int) -> Double {
    let discount =
      switch tenants {
      case ...1: 0.0
      case 2: discountOfTwoTenants.value
      default: discountOfThreeTenants.value
      }
    return leaseYuanPerTenantAndYear.value * (1 - discount)
  }

  /// What a yuan paid at the end of every year of the lease is worth at its beginning: the sum of
  /// (1 + rate)^-k for k from 1 to the years.
  public var yearsOfPresentValue: Double {
    var sum = 0.0
    var worth = 1.0
    var year = 0.0
    while year < leaseYears.value {
      worth /= 1 + discountRate.value
      sum += worth
      year += 1
    }
    return sum
  }
}
