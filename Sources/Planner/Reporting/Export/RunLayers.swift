import Geometry
import Territory

/// The layers of a run folder, each read when it is asked for.
final class RunLayers {
  /// The folder.
  let folder: String
  private let manifest: Manifest
  private let threads: Int
  private var settlements: [GeoJSONFeature]?
  private var schedule: [GeoJSONFeature]?

  /// Opens a run.
  ///
  /// - Parameter threads: those that read a file of features.
  /// - Throws: DR-702 when there is no run; DR-705 when `run.json` is no manifest.
  init(run folder: String, threads: Int = 1) throws(UserError) {
    self.threads = threads
    self.folder = RunFolder(folder).path
    let path = "\(self.folder)/\(RunFolder.manifestName)"
    manifest = try Manifest(parsing: FileAccess.read(path), file: path)
  }

  /// The layers that the run has.
  var present: [ExportLayer] { ExportLayer.allCases.filter(has) }

  private func has(_ layer: ExportLayer) -> Bool {
    layer.files(verb: manifest.verb).allSatisfy { name in
      manifest.outputs.contains { $0.path == name }
    }
  }

  /// Every feature of a layer, in degrees, as it is read.
  ///
  /// - Throws: DR-721 when the run has no such layer; the readers' errors for a broken run; what the body throws.
  func forEachFeature(
    _ layer: ExportLayer, _ body: (GeoJSONFeature) throws(UserError) -> Void
  ) throws(UserError) {
    try forEachBatch(layer, { $0 }) { (features) throws(UserError) in
      for feature in features { try body(feature) }
    }
  }

  /// Every feature of a layer, in degrees, some at a time: several threads make of them what is taken here in order.
  ///
  /// - Throws: DR-721 when the run has no such layer; the readers' errors for a broken run; what the bodies throw.
  func forEachBatch<Made: Sendable>(
    _ layer: ExportLayer,
    _ make: @escaping @Sendable ([GeoJSONFeature]) throws(UserError) -> Made,
    _ body: (Made) throws(UserError) -> Void
  ) throws(UserError) {
    guard has(layer) else {
      throw UserError(
        "DR-721", .usage, at: "--layer",
        "the run in \(folder) is of `\(manifest.verb)` and has no layer \(layer.rawValue)",
        remedy: "give one that it has: \(present.map(\.rawValue).joined(separator: ", "))")
    }
    switch layer {
    case .settlements:
      try FeatureBatches.run(settlementFeatures(), threads: threads, make, body)
    case .schedule: try FeatureBatches.run(scheduleFeatures(), threads: threads, make, body)
    case .timeline:
      let features = TimelineLayer.features(
        settlements: try settlementFeatures(), packages: try scheduleFeatures(),
        from: try horizon()?.lowerBound)
      try FeatureBatches.run(features, threads: threads, make, body)
    default: try FeatureBatches.run(path: path(layer), threads: threads, make, body)
    }
  }

  /// The quarters of the schedule; nil without one.
  ///
  /// - Throws: the reader's errors for a broken `budget.csv`.
  func horizon() throws(UserError) -> ClosedRange<Quarter>? {
    let name = "budget.csv"
    guard manifest.outputs.contains(where: { $0.path == name }) else { return nil }
    let table = try CSVTable(name: "\(folder)/\(name)", bytes: FileAccess.read("\(folder)/\(name)"))
    let column = try table.require("quarter")
    let quarters = table.rows.compactMap { Quarter($0.cells[column]) }.sorted()
    guard let first = quarters.first, let last = quarters.last else { return nil }
    return first...last
  }

  private func settlementFeatures() throws(UserError) -> [GeoJSONFeature] {
    if let settlements { return settlements }
    var read: [GeoJSONFeature] = []
    try FeatureBatches.run(path: path(.settlements), threads: threads, { $0 }) { read += $0 }
    settlements = read
    return read
  }

  private func scheduleFeatures() throws(UserError) -> [GeoJSONFeature] {
    if let schedule { return schedule }
    let read = try ScheduleLayer(folder: folder).features(at: settlementFeatures())
    schedule = read
    return read
  }

  private func path(_ layer: ExportLayer) -> String {
    "\(folder)/\(layer.files(verb: manifest.verb)[0])"
  }
}
