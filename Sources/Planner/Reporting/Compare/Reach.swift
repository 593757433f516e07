import Geometry
public import Territory

/// When something comes to be: before the plan begins, in a quarter of it, or not by its end.
public enum Reach: Hashable, Sendable, Comparable {
  /// It is so before the plan begins.
  case start
  /// It comes to be at the end of the quarter.
  case quarter(Quarter)
  /// It has not come to be by the end of the plan.
  case never

  /// The start before any quarter, any quarter before never.
  public static func < (one: Reach, other: Reach) -> Bool { one.order < other.order }

  private var order: Int {
    switch self {
    case .start: .min
    case .quarter(let quarter): quarter.index
    case .never: .max
    }
  }

  /// Whether it is so at the end of a quarter.
  public func holds(at quarter: Quarter) -> Bool { self <= .quarter(quarter) }

  /// For tables: `start`, `2021Q1`, or nothing.
  var cell: CSVCell {
    switch self {
    case .start: .text("start")
    case .quarter(let quarter): .text(quarter.description)
    case .never: .empty
    }
  }

  /// For JSON: `"start"`, `"2021Q1"` or null.
  var json: JSONValue {
    switch self {
    case .start: .string("start")
    case .quarter(let quarter): .string(quarter.description)
    case .never: .null
    }
  }

  func text(_ language: Language) -> String {
    switch self {
    case .start: Message.fromTheStart.text(language)
    case .quarter(let quarter): quarter.description
    case .never: "–"
    }
  }
}
