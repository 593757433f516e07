public import Geometry
public import Territory

/// What residents ask of a 5G network in the busy hour.
public struct DemandBook: Codable, Sendable {
  /// Ends of a band.
  public struct LeadBand: Codable, Hashable, Sendable {
    /// Lower end.
    public let lower: Figure
    /// Upper end.
    public let upper: Figure
  }

  /// Users with 5G for each resident, at the end of quarters.
  public let usersPerResident: QuarterlySeries
  /// Mobile traffic of a user in a month (DOU), GB, both directions.
  public let gigabytesPerUserMonth: QuarterlySeries
  /// Growth of the traffic of a user in a year after the last figure; 0.1 is 10 %.
  public let annualGrowth: Figure
  /// Share of a day's traffic in its busiest hour.
  public let busyHourShare: Figure
  /// Share of the traffic that is downlink.
  public let downlinkShare: Figure
  /// What the 5G network carries of a 5G user, over the traffic of the mean mobile user: above 1
  /// when 5G users ask more than is left to the older networks.
  public let carriedShare: Figure
  /// Share of the users that a group has; the two sum to 1.
  public let groupShares: [String: Figure]
  /// Capacity over demand that is neither too late nor too early.
  public let leadBand: LeadBand

  /// Reads the book and checks its figures.
  ///
  /// - Throws: the reader's errors, DR-363 for a figure out of range, a series without order, a group
  ///   without a share, or ends of the band the wrong way round.
  public static func read(
    path: String, changes: [FigureChange] = []
  ) throws(UserError) -> DemandBook {
    let book = try BookReader.read(DemandBook.self, path: path, changes: changes)
    try FigureRange.check(
      [
        FigureRange("annualGrowth", book.annualGrowth, -0.5...5),
        FigureRange("busyHourShare", book.busyHourShare, 1.0 / 24...1),
        FigureRange("downlinkShare", book.downlinkShare, 0...1),
        FigureRange("carriedShare", book.carriedShare, 0...10),
        FigureRange("leadBand.lower", book.leadBand.lower, 0...1000),
        FigureRange("leadBand.upper", book.leadBand.upper, 0...1000),
      ], at: path, code: "DR-363")
    try check("usersPerResident", book.usersPerResident, 0...10, path: path)
    try check("gigabytesPerUserMonth", book.gigabytesPerUserMonth, 0...100_000, path: path)
    try book.checkGroups(path: path)
    guard book.leadBand.lower.value <= book.leadBand.upper.value else {
      throw UserError(
        "DR-363", .badData, at: "\(path): leadBand", "its lower end is above its upper end",
        remedy: "give the lower end first")
    }
    return book
  }

  /// Downlink of the busy hour at the end of a quarter, Mbps.
  ///
  /// Residents times 5G users per resident, their traffic of a month over 30 days, the busy hour's
  /// share of the day, the downlink's share, what 5G carries, and the group's share of the users. A
  /// GB has 1024^3 bytes, as the ministry counts.
  public func busyHourMbps(residents: Double, group: NetworkGroup, quarter: Quarter) -> Double {
    let gigabytes =
      residents * usersPerResident.value(at: quarter)
      * gigabytesPerUserMonth.value(at: quarter, annualGrowth: annualGrowth.value)
    let hour =
      gigabytes / 30 * busyHourShare.value * downlinkShare.value * carriedShare.value
      * (groupShares[group.rawValue]?.value ?? 0)
    return hour * Self.megabitsPerGigabyte / 3600
  }

  /// Band of capacity over demand that is neither too late nor too early.
  public var leadRatioBand: ClosedRange<Double> {
    let lower = leadBand.lower.value
    return lower...max(lower, leadBand.upper.value)
  }

  private static let megabitsPerGigabyte = 8 * 1024.0 * 1024 * 1024 / 1e6

  private static func check(
    _ key: String, _ series: QuarterlySeries, _ range: ClosedRange<Double>, path: String
  ) throws(UserError) {
    guard series.isInOrder else {
      throw UserError(
        "DR-363", .badData, at: "\(path): \(key)", "the quarters do not rise, or there are none",
        remedy: "give one figure a quarter, as 2021Q4, earlier before later")
    }
    try FigureRange.check(
      series.figures.map { FigureRange("\(key) \($0.quarter)", $0.figure, range) }, at: path,
      code: "DR-363")
  }

  private func checkGroups(path: String) throws(UserError) {
    var sum = 0.0
    for group in NetworkGroup.allCases {
      guard let figure = groupShares[group.rawValue] else {
        throw UserError(
          "DR-363", .badData, at: "\(path): groupShares", "'\(group.rawValue)' is missing",
          remedy: "give a share of the users to mobile and to unicom")
      }
      try FigureRange.check(
        [FigureRange(group.rawValue, figure, 0...1)], at: "\(path): groupShares", code: "DR-363")
      sum += figure.value
    }
    guard abs(sum - 1) <= 0.01, groupShares.count == NetworkGroup.allCases.count else {
      throw UserError(
        "DR-363", .badData, at: "\(path): groupShares",
        "the shares of mobile and unicom sum to \(sum)", remedy: "give the two shares that sum to 1"
      )
    }
  }
}
