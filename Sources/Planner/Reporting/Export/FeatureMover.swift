import Geometry

/// Moves features from degrees of CGCS2000 into the system of an export.
///
/// Positions are rounded to a tenth of a millimetre, so that the last bits of a projection do not depend on the machine.
struct FeatureMover {
  private let system: CoordinateSystem
  private let transformer: CoordinateTransformer?
  private let steps: Double

  /// A mover; one that does nothing where positions stay as they rest.
  ///
  /// - Throws: DR-111 for a system without a known transformation.
  init(_ system: ExportSystem) throws(UserError) {
    self.system = system.system
    transformer =
      system.isPlainDegrees ? nil : try CoordinateTransformer(from: .cgcs2000, to: system.system)
    steps = system.definition?.isGeographic ?? true ? 1e9 : 1e4
  }

  /// A feature in the system.
  ///
  /// - Throws: DR-728 for a position that has no image in it.
  func moved(
    _ feature: GeoJSONFeature, layer: ExportLayer, number: Int
  ) throws(UserError) -> GeoJSONFeature {
    guard let transformer, let geometry = feature.geometry else { return feature }
    var moved = feature
    do throws(UserError) {
      moved.geometry = try geometry.mapSequences { (positions) throws(UserError) in
        try transformer.transform(&positions)
        for index in positions.indices {
          positions[index].x = (positions[index].x * steps).rounded() / steps
          positions[index].y = (positions[index].y * steps).rounded() / steps
        }
      }
    } catch {
      throw UserError(
        "DR-728", .usage, at: "--crs \(system): layer \(layer.rawValue), feature \(number)",
        error.problem, remedy: "choose a system that is made for the region of the run")
    }
    return moved
  }
}
