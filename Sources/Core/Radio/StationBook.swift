public import Geometry
public import Territory

/// A count of 5G stations that was published for the country at the end of a month.
public struct PublishedCount: Codable, Hashable, Sendable {
  /// Year and month, `2020-12`.
  public let date: String
  /// Stations of all operators.
  public let stations: Figure
  /// What was published of coverage; shares of places, 0 to 1.
  public let citiesCovered: Double?
  /// Share of county seats, 0 to 1.
  public let countySeatsCovered: Double?
  /// Share of town seats, 0 to 1.
  public let townSeatsCovered: Double?

  /// Months since year 0; nil when the date is none.
  var month: Int? {
    let parts = date.split(separator: "-").compactMap { Int($0) }
    guard parts.count == 2, (1...12).contains(parts[1]) else { return nil }
    return parts[0] * 12 + parts[1] - 1
  }

  /// The quarter that the month lies in; nil when the date is none.
  var quarter: Quarter? { month.map { Quarter(index: $0 / 3) } }
}

/// Published station counts and how they are spread where nothing finer is published.
public struct StationBook: Codable, Sendable {
  /// By date, rising.
  public let published: [PublishedCount]
  /// Share of the country's stations by region (east, central, west, northeast).
  public let regionStations: [String: Figure]
  /// Share of all stations that one of the two groups has.
  public let shareOfGroup: Figure
  /// Weight of a resident by kind of settlement, for spreading counts.
  public let residentWeights: [String: Figure]

  /// Reads the book.
  ///
  /// - Throws: the reader's errors, DR-312 when a weight is missing or dates do not rise.
  public static func read(path: String) throws(UserError) -> StationBook {
    let book = try BookReader.read(StationBook.self, path: path)
    for kind in SettlementKind.allCases where book.residentWeights[kind.rawValue] == nil {
      throw UserError(
        "DR-312", .badData, at: path, "residentWeights lacks '\(kind.rawValue)'",
        remedy: "give a weight for city, county-seat and town-seat")
    }
    let months = book.published.compactMap(\.month)
    guard months.count == book.published.count,
      zip(months, months.dropFirst()).allSatisfy({ $0 < $1 })
    else {
      throw UserError(
        "DR-312", .badData, at: path, "the dates of `published` are not months in order",
        remedy: "give them as 2020-12, rising")
    }
    return book
  }

  /// The latest count that was published for a date before the quarter; nil before the first.
  public func count(before quarter: Quarter) -> PublishedCount? {
    published.last { $0.quarter.map { $0 < quarter } ?? false }
  }

  /// Weights by kind.
  public var weights: [SettlementKind: Double] {
    var weights: [SettlementKind: Double] = [:]
    for kind in SettlementKind.allCases { weights[kind] = residentWeights[kind.rawValue]?.value }
    return weights
  }

  /// Shares of the regions, summing to 1.
  public var regionShares: [String: Double] {
    let sum = regionStations.keys.sorted().reduce(0) { $0 + (regionStations[$1]?.value ?? 0) }
    return regionStations.mapValues { $0.value / sum }
  }
}
