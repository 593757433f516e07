/// What a raster says of itself besides its numbers.
public struct RasterMetadata: Hashable, Sendable {
  /// A name and a value of the writer's choice.
  public struct Item: Hashable, Sendable {
    /// Name, such as `STATISTICS_MEAN`.
    public let name: String
    /// Value as text.
    public let value: String

    /// A pair of name and value.
    public init(name: String, value: String) {
      self.name = name
      self.value = value
    }
  }

  /// What the first band holds.
  public var description: String?
  /// Unit of its numbers, such as `m` or `dB`.
  public var unit: String?
  /// All the rest: of the file, then of the first band.
  public var items: [Item]
  /// By what the stored numbers are multiplied when they are read.
  private(set) var scale: String?
  /// What is added to them after that.
  private(set) var offset: String?

  /// Metadata to be written.
  public init(description: String? = nil, unit: String? = nil, items: [Item] = []) {
    self.description = description
    self.unit = unit
    self.items = items
  }

  /// The value of the first item of a name.
  public func value(of name: String) -> String? { items.first { $0.name == name }?.value }

  /// Reads GDAL's text `<GDALMetadata><Item name="..." sample="0" role="...">...</Item>`. What is
  /// not of that form is left out, as is what belongs to other bands or to domains of GDAL's own.
  init(gdal text: String) {
    self.init()
    var rest = Substring(text)
    while let start = rest.firstRange(of: "<Item ") {
      rest = rest[start.upperBound...]
      guard let open = rest.firstRange(of: ">"), let close = rest.firstRange(of: "</Item>"),
        open.upperBound <= close.lowerBound
      else { return }
      let attributes = rest[..<open.lowerBound]
      let value = RasterMetadata.unescaped(rest[open.upperBound..<close.lowerBound])
      rest = rest[close.upperBound...]
      guard let name = RasterMetadata.attribute("name", in: attributes),
        (RasterMetadata.attribute("sample", in: attributes) ?? "0") == "0",
        RasterMetadata.attribute("domain", in: attributes) == nil
      else { continue }
      switch RasterMetadata.attribute("role", in: attributes) {
      case nil: items.append(Item(name: name, value: value))
      case "description": description = value
      case "unittype": unit = value
      case "scale": scale = value
      case "offset": offset = value
      default: continue
      }
    }
  }

  private static func attribute(_ name: String, in text: Substring) -> String? {
    guard let start = " \(text)".firstRange(of: " \(name)=\"") else { return nil }
    let value = " \(text)"[start.upperBound...]
    guard let end = value.firstIndex(of: "\"") else { return nil }
    return unescaped(value[..<end])
  }

  private static let entities = [
    ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&apos;", "'"), ("&amp;", "&"),
  ]

  private static func unescaped(_ text: Substring) -> String {
    guard text.contains("&") else { return String(text) }
    return entities.reduce(String(text)) { $0.replacing($1.0, with: $1.1) }
  }

  /// XML has no place for control characters, not even escaped.
  private static func escaped(_ text: String) -> String {
    let scalars = text.unicodeScalars.map { $0.value < 32 ? " " : $0 }
    var plain = String(String.UnicodeScalarView(scalars))
    for (entity, character) in entities.reversed() {
      plain = plain.replacing(character, with: entity)
    }
    return plain
  }

  /// GDAL's text of this, with statistics of the first band.
  func gdal(statistics: RasterStatistics?) -> String {
    var lines = ["<GDALMetadata>"]
    func add(_ name: String, _ value: String, _ attributes: String = "") {
      let name = RasterMetadata.escaped(name)
      lines.append("  <Item name=\"\(name)\"\(attributes)>\(RasterMetadata.escaped(value))</Item>")
    }
    for item in items { add(item.name, item.value) }
    if let statistics {
      add("STATISTICS_MINIMUM", "\(statistics.minimum)", " sample=\"0\"")
      add("STATISTICS_MAXIMUM", "\(statistics.maximum)", " sample=\"0\"")
      add("STATISTICS_MEAN", "\(statistics.mean)", " sample=\"0\"")
      add("STATISTICS_STDDEV", "\(statistics.standardDeviation)", " sample=\"0\"")
    }
    if let description {
      add("DESCRIPTION", description, " sample=\"0\" role=\"description\"")
    }
    if let unit { add("UNITTYPE", unit, " sample=\"0\" role=\"unittype\"") }
    lines.append("</GDALMetadata>")
    return lines.joined(separator: "\n") + "\n"
  }
}
