public import Geometry

/// How a layer looks, told once for every format: classes by the values of properties, and the columns that
/// say when a feature is there.
public struct LayerStyle: Sendable {
  /// Features of one look.
  public struct Category: Sendable {
    /// Values of the fields, joined by `/`; empty for all that no other category has.
    public let value: String
    /// What the legend calls it.
    public let label: String
    /// Its colour.
    public let colour: MapColour
    /// Whether points are squares; circles otherwise.
    public let isSquare: Bool

    init(_ value: String, _ label: String, _ colour: MapColour, isSquare: Bool = false) {
      self.value = value
      self.label = label
      self.colour = colour
      self.isSquare = isSquare
    }
  }

  /// When features are there.
  public enum Time: Hashable, Sendable {
    /// From a day on.
    case since(String)
    /// From a day up to another.
    case span(from: String, until: String)
  }

  /// Properties that classes are made by; none for one look of all.
  public let fields: [String]
  /// The classes that there are, the one for all others last.
  public let categories: [Category]
  /// When features are there; nil for always.
  public let time: Time?
  /// Largest denominator of a scale at which it is drawn, to keep maps of many points readable; nil for all scales.
  public let largestDenominator: Int?
  private let indices: [String: Int]

  init(
    fields: [String], categories: [Category], time: Time? = nil, largestDenominator: Int? = nil
  ) {
    self.fields = fields
    self.categories = categories
    self.time = time
    self.largestDenominator = largestDenominator
    indices = Dictionary(
      categories.enumerated().map { ($1.value, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// Index of a feature's category.
  public func index(of feature: GeoJSONFeature) -> Int {
    indices[Self.value(fields, feature.properties)] ?? categories.count - 1
  }

  /// Values of fields, joined as a category has them.
  static func value(_ fields: [String], _ properties: JSONObject) -> String {
    var joined = ""
    for (index, field) in fields.enumerated() {
      if index > 0 { joined += "/" }
      switch properties[field] {
      case .string(let text)?: joined += text
      case .bool(let flag)?: joined += flag ? "true" : "false"
      default: break
      }
    }
    return joined
  }
}
