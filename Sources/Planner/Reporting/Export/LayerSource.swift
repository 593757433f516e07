import Geometry

/// The layers that an export writes, in the system that it writes them in, one feature at a time.
struct LayerSource {
  let run: RunLayers
  let layers: [ExportLayer]
  let system: ExportSystem
  let language: Language

  /// Title of the run, for people.
  var title: String {
    let name = run.folder.split(separator: "/").last.map(String.init) ?? run.folder
    return "DeepReach: \(name)"
  }

  /// What a reader must know of the figures and positions.
  var note: String {
    let caveat = Message.caveatPlaces.text(language)
    return system.warning.map { "\($0) \(caveat)" } ?? caveat
  }

  /// The tables that a layer makes.
  ///
  /// - Throws: DR-721 when the run has no such layer; the readers' errors for a broken run.
  func tables(_ layer: ExportLayer) throws(UserError) -> [ExportTable] {
    var survey = LayerSurvey(layer)
    try run.forEachFeature(layer) { survey.add(QuarterDates.added(to: $0)) }
    return survey.tables(language)
  }

  /// Every feature of a layer, moved.
  ///
  /// - Parameter isDated: whether days stand beside its quarters.
  /// - Throws: DR-111 and DR-728 for what cannot be transformed, at the end DR-729 for a system that is made for another
  ///   part of the Earth; what the body throws.
  func forEachFeature(
    _ layer: ExportLayer, isDated: Bool = false,
    _ body: (GeoJSONFeature) throws(UserError) -> Void
  ) throws(UserError) {
    let mover = try FeatureMover(system)
    var number = 0
    var extent = BoundingBox()
    try run.forEachBatch(layer) { features in
      isDated ? features.map { QuarterDates.added(to: $0) } : features
    } _: { (features) throws(UserError) in
      for feature in features {
        number += 1
        if let geometry = feature.geometry { extent.extend(by: geometry.envelope) }
        try body(mover.moved(feature, layer: layer, number: number))
      }
    }
    guard let area = system.definition?.areaOfUse, !extent.isEmpty, !area.intersects(extent) else {
      return
    }
    throw UserError(
      "DR-729", .usage, at: "--crs \(system.label)",
      "\(system.definition?.name ?? "") is meant for \(area.minX) to \(area.maxX) degrees east and "
        + "\(area.minY) to \(area.maxY) north, and nothing of layer \(layer.rawValue) is there",
      remedy: "choose a system that is made for the region of the run")
  }
}
