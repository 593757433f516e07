public import Geometry

/// Writes layers as KML 2.2 (OGC 07-147r2): a folder for each shape of a layer, in it one for each class of its style, with
/// names, descriptions, all properties with their types, and time spans where features come and go.
///
/// Positions must be degrees of WGS 84: KML knows no other. Nothing in it refers to the network.
public struct KMLWriter {
  /// Placemarks of one shape and class.
  private struct Member {
    /// Where in the store the first of them are.
    var kept: [Range<Int>] = []
    /// The rest.
    var bytes: [UInt8] = []
  }

  private struct Layer {
    let layer: ExportLayer
    var members: [KMLBatch.Kind: Member] = [:]
    /// Values of the style's fields.
    var values: Set<String> = []
    var columns = KMLColumns()
  }

  private let title: String
  private let note: String
  private let language: Language
  private let words: FeatureWords
  private var layers: [Layer] = []
  private let path: String?
  private let mostBytes: Int
  private var store: PieceStore?

  /// A document without layers.
  ///
  /// - Parameters:
  ///   - note: what stands below the title.
  ///   - path: output beside which placemarks are kept until it is written; nil to hold them all in memory.
  ///   - mostBytes: placemarks of a class that are held in memory then.
  public init(
    title: String, note: String, language: Language, keptBeside path: String? = nil,
    above mostBytes: Int = 1 << 20
  ) {
    self.path = path
    self.mostBytes = mostBytes
    self.title = title
    self.note = note
    self.language = language
    words = FeatureWords(language)
  }

  /// Begins a layer.
  public mutating func begin(_ layer: ExportLayer) { layers.append(Layer(layer: layer)) }

  /// What makes the placemarks of features of a layer, on any thread, for ``add(_:)`` to take.
  public func placemarks(
    of layer: ExportLayer
  ) -> @Sendable ([GeoJSONFeature]) throws(UserError) -> KMLBatch {
    let words = words
    return { (features) throws(UserError) in try KMLBatch(layer, features, words: words) }
  }

  /// Adds placemarks to the layer begun last.
  ///
  /// - Throws: DR-703 where placemarks cannot be kept.
  public mutating func add(_ batch: KMLBatch) throws(UserError) {
    let last = layers.count - 1
    for (value, own) in batch.classes where value == own { layers[last].values.insert(value) }
    layers[last].columns.add(batch.columns)
    for (kind, bytes) in batch.placemarks {
      var member = layers[last].members.removeValue(forKey: kind) ?? Member()
      member.bytes += bytes
      try keep(&member)
      layers[last].members[kind] = member
    }
  }

  private mutating func keep(_ member: inout Member) throws(UserError) {
    guard let path, member.bytes.count > mostBytes else { return }
    let store: PieceStore
    if let known = self.store { store = known } else { store = try PieceStore(beside: path) }
    self.store = store
    member.kept.append(try store.keep(member.bytes))
    member.bytes.removeAll(keepingCapacity: true)
  }

  /// Hands the document over in pieces: the styles and schemas first, then the folders, as the schema asks for.
  ///
  /// - Parameters:
  ///   - append: takes bytes.
  ///   - copy: takes a part of what was kept on the disk.
  /// - Throws: what the bodies throw.
  func write(
    to append: ([UInt8]) throws(UserError) -> Void,
    copying copy: (PieceStore, Range<Int>) throws(UserError) -> Void
  ) throws(UserError) {
    var head = XMLWriter()
    head.append(raw: "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
    head.append(raw: "<kml xmlns=\"http://www.opengis.net/kml/2.2\">\n<Document>")
    head.element("name", text: title)
    head.element("description", text: note)
    let styles = layers.map { LayerStyle($0.layer, values: $0.values, language: language) }
    for (layer, style) in zip(layers, styles) {
      for category in style.categories { write(category, of: layer.layer, into: &head) }
    }
    for layer in layers { layer.columns.writeSchema(of: layer.layer, into: &head) }
    try append(head.bytes)
    for (layer, style) in zip(layers, styles) { try write(layer, style, append, copy) }
    try append(Array("</Document>\n</kml>\n".utf8))
  }

  /// Hands the document over in pieces.
  ///
  /// - Throws: what the body throws, DR-703 where what was kept cannot be read.
  public func write(to append: ([UInt8]) throws(UserError) -> Void) throws(UserError) {
    try write(to: append) { (store, range) throws(UserError) in
      try append(store.piece(range))
    }
  }

  private func write(
    _ layer: Layer, _ style: LayerStyle, _ append: ([UInt8]) throws(UserError) -> Void,
    _ copy: (PieceStore, Range<Int>) throws(UserError) -> Void
  ) throws(UserError) {
    let shapes = LayerShapes(of: Set(layer.members.keys.compactMap(\.shape)))
    for shape in shapes.all {
      let title = shapes.title(shape, of: layer.layer, language)
      try append(Self.opening(title))
      for category in style.categories {
        // What has no place stands with the largest.
        let kinds = (shape == shapes.main ? [shape, nil] : [shape]).map {
          KMLBatch.Kind(shape: $0, value: category.value)
        }
        let members = kinds.compactMap { layer.members[$0] }
        guard !members.isEmpty else { continue }
        // Tools make layers of folders, and need to know the one deep coverage from the other.
        try append(Self.opening(ExportWords.classOf.text(language, [title, category.label])))
        for member in members {
          for range in member.kept { if let store { try copy(store, range) } }
          try append(member.bytes)
        }
        try append(Array("</Folder>\n".utf8))
      }
      try append(Array("</Folder>\n".utf8))
    }
  }

  private static func opening(_ name: String) -> [UInt8] {
    var xml = XMLWriter()
    xml.append(raw: "<Folder>")
    xml.element("name", text: name)
    xml.append(raw: "\n")
    return xml.bytes
  }

  private func write(
    _ category: LayerStyle.Category, of layer: ExportLayer, into xml: inout XMLWriter
  ) {
    xml.begin("Style", ["id": KMLBatch.style(layer, category.value)])
    xml.begin("IconStyle")
    xml.element("color", text: category.colour.kml())
    xml.element("scale", text: "0.6")
    xml.end()
    xml.begin("LineStyle")
    xml.element("color", text: category.colour.kml())
    xml.element("width", text: "1.5")
    xml.end()
    xml.begin("PolyStyle")
    xml.element("color", text: category.colour.kml(opacity: 176))
    xml.end()
    xml.end()
  }
}
