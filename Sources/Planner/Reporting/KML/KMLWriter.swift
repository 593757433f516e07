public import Geometry

/// Writes tables of features as KML 2.2 (OGC 07-147r2): a folder a table, in it one for each class of its style, with
/// names, descriptions, all properties as extended data, and time spans where features come and go.
///
/// Positions must be degrees of WGS 84: KML knows no other. Nothing in it refers to the network.
public struct KMLWriter {
  /// Placemarks of one class.
  private struct Member {
    /// Where in the store the first of them are.
    var kept: [Range<Int>] = []
    /// The rest.
    var xml = XMLWriter()
  }

  private struct Folder {
    let table: ExportTable
    /// By class.
    var members: [Member]
  }

  private let title: String
  private let note: String
  private let placemark: KMLPlacemark
  private var folders: [Folder] = []
  private let path: String?
  private let mostBytes: Int
  private var store: PieceStore?

  /// A document without tables.
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
    placemark = KMLPlacemark(words: FeatureWords(language))
  }

  /// Begins a table and gives its number.
  public mutating func begin(_ table: ExportTable) -> Int {
    let members = table.style.categories.map { _ in Member() }
    folders.append(Folder(table: table, members: members))
    return folders.count - 1
  }

  /// Adds a feature to a table.
  ///
  /// - Throws: DR-123 for a position that is not finite, DR-703 where placemarks cannot be kept.
  public mutating func add(_ feature: GeoJSONFeature, to number: Int) throws(UserError) {
    let table = folders[number].table
    let index = table.style.index(of: feature)
    try placemark.write(
      feature, style: "\(table.name)-\(index)", time: table.style.time,
      into: &folders[number].members[index].xml)
    let bytes = folders[number].members[index].xml.bytes
    guard let path, bytes.count > mostBytes else { return }
    let store: PieceStore
    if let known = self.store { store = known } else { store = try PieceStore(beside: path) }
    self.store = store
    folders[number].members[index].kept.append(try store.keep(bytes))
    folders[number].members[index].xml = XMLWriter()
  }

  /// Hands the document over in pieces: the styles first, then the folders, as the schema asks for.
  ///
  /// - Throws: what the body throws, DR-703 where what was kept cannot be read.
  public func write(
    to append: ([UInt8]) throws(UserError) -> Void
  ) throws(UserError) {
    var head = XMLWriter()
    head.append(raw: "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
    head.append(raw: "<kml xmlns=\"http://www.opengis.net/kml/2.2\">\n<Document>")
    head.element("name", text: title)
    head.element("description", text: note)
    for folder in folders {
      for (index, category) in folder.table.style.categories.enumerated() {
        write(category, id: "\(folder.table.name)-\(index)", into: &head)
      }
    }
    try append(head.bytes)
    for folder in folders {
      try append(Self.opening(folder.table.title).bytes)
      for (category, member) in zip(folder.table.style.categories, folder.members)
      where !member.kept.isEmpty || !member.xml.bytes.isEmpty {
        try append(Self.opening(category.label).bytes)
        for range in member.kept {
          if let store { try append(store.piece(range)) }
        }
        try append(member.xml.bytes)
        try append(Array("</Folder>\n".utf8))
      }
      try append(Array("</Folder>\n".utf8))
    }
    try append(Array("</Document>\n</kml>\n".utf8))
  }

  private static func opening(_ name: String) -> XMLWriter {
    var xml = XMLWriter()
    xml.append(raw: "<Folder>")
    xml.element("name", text: name)
    xml.append(raw: "\n")
    return xml
  }

  private func write(_ category: LayerStyle.Category, id: String, into xml: inout XMLWriter) {
    xml.begin("Style", ["id": id])
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
