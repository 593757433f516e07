/// Any JSON value, with objects in their own order so that what is written can be repeated.
///
/// Whole numbers written without point or exponent are `int`, all others `number`; a `number` is
/// always written with a point or exponent, so that the type survives a round trip.
public enum JSONValue: Hashable, Sendable {
  /// null
  case null
  /// true or false
  case bool(Bool)
  /// A whole number.
  case int(Int)
  /// Any other number; NaN and infinity are refused when written.
  case number(Double)
  /// Text.
  case string(String)
  /// Values in order.
  case array([JSONValue])
  /// Named values in order.
  case object(JSONObject)

  /// A number rounded to at most so many decimals (0 to 15), the usual way to write a measure.
  public static func rounded(_ value: Double, decimals: Int) -> JSONValue {
    var factor = 1.0
    for _ in 0..<min(max(decimals, 0), 15) { factor *= 10 }
    let scaled = (value * factor).rounded()
    // Beyond 2^53 every double is whole already.
    guard abs(scaled) < 9_007_199_254_740_992 else { return .number(value) }
    return .number(scaled / factor + 0)
  }

  /// The number, whole or not; nil for anything else.
  public var double: Double? {
    switch self {
    case .int(let value): Double(value)
    case .number(let value): value
    default: nil
    }
  }

  /// The whole number, also when it was written as `12.0`; nil for anything else.
  public var integer: Int? {
    switch self {
    case .int(let value): value
    case .number(let value): Int(exactly: value)
    default: nil
    }
  }

  /// The text; nil for anything else.
  public var string: String? {
    if case .string(let value) = self { value } else { nil }
  }

  /// The truth value; nil for anything else.
  public var bool: Bool? {
    if case .bool(let value) = self { value } else { nil }
  }

  /// The values of an array; nil for anything else.
  public var array: [JSONValue]? {
    if case .array(let value) = self { value } else { nil }
  }

  /// The object; nil for anything else.
  public var object: JSONObject? {
    if case .object(let value) = self { value } else { nil }
  }

  /// What JSON calls this kind of value, for messages.
  public var kindName: String {
    switch self {
    case .null: "null"
    case .bool: "true or false"
    case .int, .number: "a number"
    case .string: "a string"
    case .array: "an array"
    case .object: "an object"
    }
  }
}

extension JSONValue: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral,
  ExpressibleByFloatLiteral, ExpressibleByBooleanLiteral, ExpressibleByArrayLiteral,
  ExpressibleByDictionaryLiteral
{
  /// Text.
  public init(stringLiteral value: String) { self = .string(value) }
  /// A whole number.
  public init(integerLiteral value: Int) { self = .int(value) }
  /// A number.
  public init(floatLiteral value: Double) { self = .number(value) }
  /// A truth value.
  public init(booleanLiteral value: Bool) { self = .bool(value) }
  /// Values in order.
  public init(arrayLiteral elements: JSONValue...) { self = .array(elements) }
  /// Named values in order.
  public init(dictionaryLiteral elements: (String, JSONValue)...) {
    self = .object(JSONObject(elements))
  }
}
