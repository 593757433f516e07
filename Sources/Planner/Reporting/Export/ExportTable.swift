public import Geometry

/// The features of a layer that have one kind of shape, as mapping tools want them: points, lines or areas.
public struct ExportTable: Sendable {
  /// The layer that they are of.
  public let layer: ExportLayer
  /// The layer's name; followed by `_points` or `_lines` for those of another shape than the largest.
  public let name: String
  /// Title for people.
  public let title: String
  /// What shape they have.
  public let shape: MapShape
  /// Their properties.
  public let columns: [AttributeColumn]
  /// How they look.
  public let style: LayerStyle
  /// How many there are.
  public let count: Int
}

/// Looks through the features of a layer, one by one, for the tables that they make.
public struct LayerSurvey: Sendable {
  private struct Part {
    var columns = ColumnSurvey(days: QuarterDates.names)
    var values: Set<String> = []
    var last: [JSONValue?] = []
    var count = 0
  }

  private let layer: ExportLayer
  private let fields: [String]
  private var parts: [MapShape: Part] = [:]
  private var nowhere: [JSONObject] = []

  /// A survey of no features yet.
  public init(_ layer: ExportLayer) {
    self.layer = layer
    fields = LayerStyle.fields(of: layer)
  }

  /// Takes a feature in.
  public mutating func add(_ feature: GeoJSONFeature) {
    guard let shape = MapShape(feature.geometry) else {
      nowhere.append(feature.properties)
      return
    }
    add(feature.properties, to: shape)
  }

  private mutating func add(_ properties: JSONObject, to shape: MapShape) {
    var part = parts.removeValue(forKey: shape) ?? Part()
    part.columns.add(properties)
    // Neighbours mostly look alike.
    let own = fields.map { properties[$0] }
    if part.count == 0 || part.last != own {
      part.values.insert(LayerStyle.value(fields, properties))
      part.last = own
    }
    part.count += 1
    parts[shape] = part
  }

  /// The tables: that of the largest shape first, which also has the features without a place.
  public func tables(_ language: Language) -> [ExportTable] {
    var survey = self
    let shapes = LayerShapes(of: Set(parts.keys))
    for properties in nowhere { survey.add(properties, to: shapes.main) }
    return shapes.all.map { shape in
      let part = survey.parts[shape] ?? Part()
      return ExportTable(
        layer: layer, name: shapes.name(shape, of: layer),
        title: shapes.title(shape, of: layer, language), shape: shape,
        columns: part.columns.columns,
        style: LayerStyle(layer, values: part.values, language: language), count: part.count)
    }
  }
}

/// The shapes that a layer has, and what its tables are called after them.
struct LayerShapes {
  /// The largest first; never none.
  let all: [MapShape]

  init(of shapes: Set<MapShape>) {
    let known = [MapShape.mixed, .areas, .lines, .points].filter(shapes.contains)
    all = known.isEmpty ? [.points] : known
  }

  /// The largest, which the layer's name stands for.
  var main: MapShape { all[0] }

  /// Name of the table of a shape.
  func name(_ shape: MapShape, of layer: ExportLayer) -> String {
    shape == main ? layer.rawValue : "\(layer.rawValue)_\(shape.rawValue)"
  }

  /// Title of the table of a shape, for people.
  func title(_ shape: MapShape, of layer: ExportLayer, _ language: Language) -> String {
    let title = ExportWords.title(layer, language)
    guard shape != main else { return title }
    let word: ExportWords = shape == .points ? .pointsOf : .linesOf
    return word.text(language, [title])
  }
}
