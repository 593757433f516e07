public import Geometry
public import Territory

/// Days of quarters, for tools whose axis of time knows days only.
public enum QuarterDates {
  /// First day of a quarter: `2021-04-01`.
  public static func firstDay(_ quarter: Quarter) -> String {
    let month = quarter.quarter * 3 - 2
    return "\(quarter.year)-\(month < 10 ? "0" : "")\(month)-01"
  }

  /// Last day of a quarter: `2021-06-30`.
  public static func lastDay(_ quarter: Quarter) -> String {
    let days = [31, 30, 30, 31]
    let month = quarter.quarter * 3
    return "\(quarter.year)-\(month < 10 ? "0" : "")\(month)-\(days[quarter.quarter - 1])"
  }

  /// Columns of days that stand beside the quarters of a layer's features. A quarter that ends something has the first day
  /// after it, so that a span holds its beginning and not its end.
  static let columns: [(quarter: String, day: String, isEnd: Bool)] = [
    ("quarter", "quarter_date", false), ("start", "start_date", false),
    ("finish", "finish_date", true), ("from", "from_date", false), ("until", "until_date", true),
  ]

  /// Names of the columns of days.
  public static let names = Set(columns.map(\.day))

  /// The feature with a column of days behind its properties for each of quarters.
  public static func added(to feature: GeoJSONFeature) -> GeoJSONFeature {
    var dated = feature
    for column in columns {
      guard let value = feature.properties[column.quarter] else { continue }
      let quarter = value.string.flatMap { Quarter($0) }
      let day = quarter.map { firstDay(column.isEnd ? $0.advanced(by: 1) : $0) }
      dated.properties.append(column.day, day.map { .string($0) } ?? .null)
    }
    return dated
  }

  /// The quarter that a column of days of a feature stands for.
  static func quarter(behind day: String, of feature: GeoJSONFeature) -> Quarter? {
    columns.first { $0.day == day }
      .flatMap { feature.properties[$0.quarter]?.string }
      .flatMap { Quarter($0) }
  }
}
