import Geometry

/// Placemarks of some features of a layer, for several threads to write at once: a text for each shape and class.
public struct KMLBatch: Sendable {
  /// Features that stand together.
  struct Kind: Hashable {
    /// Nil for features without a place.
    let shape: MapShape?
    /// Value of their class; empty for all that no other class has.
    let value: String
  }

  /// The layer.
  let layer: ExportLayer
  /// Their placemarks.
  private(set) var placemarks: [Kind: [UInt8]] = [:]
  /// The class of each value that features have.
  private(set) var classes: [String: String] = [:]
  /// Their properties.
  private(set) var columns = KMLColumns()
  private var open: [Kind: XMLWriter] = [:]

  /// Writes features.
  ///
  /// - Throws: DR-123 for a position that is not finite.
  init(
    _ layer: ExportLayer, _ features: [GeoJSONFeature], words: FeatureWords
  ) throws(UserError) {
    self.layer = layer
    let fields = LayerStyle.fields(of: layer)
    var placemark = KMLPlacemark(layer, words: words)
    var last: (shape: MapShape?, value: String)?
    var xml = XMLWriter()
    var kind: Kind?
    var style = ""
    for feature in features {
      let shape = MapShape(feature.geometry)
      let value = LayerStyle.value(fields, feature.properties)
      // Neighbours mostly look alike.
      if kind == nil || last?.shape != shape || last?.value != value {
        if let kind { open[kind] = xml }
        last = (shape, value)
        let new = Kind(shape: shape, value: classValue(of: value))
        kind = new
        style = Self.style(layer, new.value)
        xml = open.removeValue(forKey: new) ?? XMLWriter()
      }
      try placemark.write(feature, style: style, into: &xml)
    }
    if let kind { open[kind] = xml }
    placemarks = open.mapValues(\.bytes)
    open = [:]
    columns = placemark.columns
  }

  /// The class of a value, which it has by itself or not at all: that of all others is empty.
  private mutating func classValue(of value: String) -> String {
    if let known = classes[value] { return known }
    let style = LayerStyle(layer, values: [value], language: .english)
    let own = style.categories.contains { $0.value == value } ? value : ""
    classes[value] = own
    return own
  }

  /// What the style of a class is called; values of classes are tokens and quarters.
  static func style(_ layer: ExportLayer, _ value: String) -> String {
    "\(layer.rawValue)-\(value.isEmpty ? "other" : value.replacing("/", with: "-"))"
  }
}
