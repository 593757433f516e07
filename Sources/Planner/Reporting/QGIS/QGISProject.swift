public import Geometry
public import Territory

/// A project of QGIS that shows tables of a GeoPackage beside it: their styles, and the quarters as axis of time, which
/// begins to play in quarters when it is opened.
public struct QGISProject: Sendable {
  /// A table of the GeoPackage.
  public struct Layer: Sendable {
    /// What it holds.
    public let table: ExportTable
    /// Box around its features, in the project's system.
    public let extent: BoundingBox
    /// Whether it is shown at first.
    public let isShown: Bool

    /// A layer.
    public init(table: ExportTable, extent: BoundingBox, isShown: Bool) {
      self.table = table
      self.extent = extent
      self.isShown = isShown
    }
  }

  /// The version whose format is written; later ones read it.
  static let version = "3.22.0"

  private let title: String
  private let geoPackage: String
  private let system: ExportSystem
  private let layers: [Layer]
  private let horizon: ClosedRange<Quarter>?

  /// A project.
  ///
  /// - Parameters:
  ///   - geoPackage: name of the file beside the project.
  ///   - layers: from the ground up.
  ///   - horizon: the quarters of the axis of time; nil for none.
  public init(
    title: String, geoPackage: String, system: ExportSystem, layers: [Layer],
    horizon: ClosedRange<Quarter>?
  ) {
    self.title = title
    self.geoPackage = geoPackage
    self.system = system
    self.layers = layers
    self.horizon = horizon
  }

  /// The archive (`.qgz`) with the project file under a name.
  public func archive(named name: String) -> [UInt8] {
    var archive = ZIPArchive()
    archive.add(name, document())
    return archive.bytes()
  }

  /// The project file (`.qgs`).
  public func document() -> [UInt8] {
    var xml = XMLWriter()
    xml.append(raw: "<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>\n")
    xml.begin("qgis", ["projectname": title, "version": Self.version])
    xml.empty("homePath", ["path": ""])
    xml.element("title", text: title)
    xml.begin("projectCrs")
    writeSystem(into: &xml)
    xml.end()
    writeTree(into: &xml)
    writeCanvas(into: &xml)
    xml.begin("projectlayers")
    for layer in layers { write(layer, into: &xml) }
    xml.end()
    xml.begin("layerorder")
    for layer in layers.reversed() { xml.empty("layer", ["id": id(layer)]) }
    xml.end()
    writeSettings(into: &xml)
    xml.end()
    return xml.bytes
  }

  private func id(_ layer: Layer) -> String { "deepreach_\(layer.table.name)" }

  private func source(_ layer: Layer) -> String {
    "./\(geoPackage)|layername=\(layer.table.name)"
  }

  private var extent: BoundingBox {
    layers.reduce(into: BoundingBox()) { $0.extend(by: $1.extent) }
  }

  /// QGIS looks the code up only where there is a number of its own list, whichever it is.
  private func writeSystem(into xml: inout XMLWriter) {
    xml.begin("spatialrefsys")
    xml.element("srsid", text: "1")
    xml.element("authid", text: system.label)
    xml.end()
  }

  /// The list of layers, the upper ones first.
  private func writeTree(into xml: inout XMLWriter) {
    xml.begin("layer-tree-group")
    for layer in layers.reversed() {
      xml.empty(
        "layer-tree-layer",
        [
          "id": id(layer), "name": layer.table.title, "source": source(layer),
          "providerKey": "ogr", "checked": layer.isShown ? "Qt::Checked" : "Qt::Unchecked",
          "expanded": layer.isShown && layer.table.style.categories.count < 8 ? "1" : "0",
        ])
    }
    xml.end()
  }

  private func writeCanvas(into xml: inout XMLWriter) {
    xml.begin("mapcanvas", ["name": "theMapCanvas", "annotationsVisible": "1"])
    xml.element("units", text: system.definition?.isGeographic ?? true ? "degrees" : "meters")
    write(extent, into: &xml)
    xml.element("rotation", text: "0")
    xml.begin("destinationsrs")
    writeSystem(into: &xml)
    xml.end()
    xml.end()
  }

  private func write(_ box: BoundingBox, into xml: inout XMLWriter) {
    guard !box.isEmpty else { return }
    xml.begin("extent")
    xml.element("xmin", text: "\(box.minX)")
    xml.element("ymin", text: "\(box.minY)")
    xml.element("xmax", text: "\(box.maxX)")
    xml.element("ymax", text: "\(box.maxY)")
    xml.end()
  }

  private func write(_ layer: Layer, into xml: inout XMLWriter) {
    let names: (geometry: String, type: String) =
      switch layer.table.shape {
      case .points: ("Point", "Point")
      case .lines: ("Line", "MultiLineString")
      case .areas: ("Polygon", "MultiPolygon")
      case .mixed: ("Unknown", "Unknown")
      }
    let denominator = layer.table.style.largestDenominator
    xml.begin(
      "maplayer",
      [
        "type": "vector", "geometry": names.geometry, "wkbType": names.type,
        "styleCategories": "AllStyleCategories", "maxScale": "0",
        "minScale": "\(denominator ?? 100_000_000)",
        "hasScaleBasedVisibilityFlag": denominator == nil ? "0" : "1",
      ])
    write(layer.extent, into: &xml)
    xml.element("id", text: id(layer))
    xml.element("datasource", text: source(layer))
    xml.element("layername", text: layer.table.title)
    xml.begin("srs")
    writeSystem(into: &xml)
    xml.end()
    xml.element("provider", ["encoding": "UTF-8"], text: "ogr")
    xml.begin("map-layer-style-manager", ["current": "default"])
    xml.empty("map-layer-style", ["name": "default"])
    xml.end()
    if layer.table.shape != .mixed {
      QGISStyle(layer.table.style, layer.table.shape).write(into: &xml)
    }
    xml.end()
  }

  /// Relative paths, the switch without which the system is not read, and the axis of time in steps of a quarter (navigation mode 1: animated).
  private func writeSettings(into xml: inout XMLWriter) {
    xml.begin("properties")
    xml.begin("Paths")
    xml.element("Absolute", ["type": "bool"], text: "false")
    xml.end()
    xml.begin("SpatialRefSys")
    xml.element("ProjectionsEnabled", ["type": "int"], text: "1")
    xml.end()
    let range = horizon.map { quarters in
      (
        "\(QuarterDates.firstDay(quarters.lowerBound))T00:00:00Z",
        "\(QuarterDates.firstDay(quarters.upperBound.advanced(by: 1)))T00:00:00Z"
      )
    }
    if let range {
      xml.begin("TemporalControllerWidget")
      xml.element("StartDateTime", ["type": "QString"], text: range.0)
      xml.element("EndDateTime", ["type": "QString"], text: range.1)
      xml.element("NavigationMode", ["type": "int"], text: "1")
      xml.end()
    }
    xml.end()
    guard let range else { return }
    xml.begin(
      "ProjectTimeSettings",
      [
        "timeStep": "3", "timeStepUnit": "mon", "frameRate": "1",
        "cumulativeTemporalRange": "0",
      ])
    xml.begin("TemporalRange")
    xml.element("start", text: range.0)
    xml.element("end", text: range.1)
    xml.end()
    xml.end()
  }
}
