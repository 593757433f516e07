/// Takes positions in degrees onto a raster's plane. For one thread at a time, as PROJ is.
struct PlaneMapper {
  private enum Step {
    case none
    case albers
    case transformation(CoordinateTransformer)
  }

  private let step: Step

  /// - Throws: DR-111 when PROJ does not know the system or a transformation to it.
  init(to system: RasterSystem) throws(UserError) {
    switch system {
    case _ where system.isPlainDegrees: step = .none
    case .chinaAlbers: step = .albers
    case .epsg(let code):
      step = .transformation(try CoordinateTransformer(from: .cgcs2000, to: .epsg(code)))
    }
  }

  /// The mapper to a system, made when it is not there yet.
  static func shared(
    to system: RasterSystem, in mappers: inout [RasterSystem: PlaneMapper]
  ) throws(UserError) -> PlaneMapper {
    if let existing = mappers[system] { return existing }
    let made = try PlaneMapper(to: system)
    mappers[system] = made
    return made
  }

  /// The position on the plane; nil when it has no image there.
  func plane(_ position: Coordinate) -> Coordinate? {
    let image: Coordinate?
    switch step {
    case .none: image = position
    case .albers: image = Albers.china.project(position)
    case .transformation(let transformer): image = try? transformer.transform(position)
    }
    guard let image, image.x.isFinite, image.y.isFinite else { return nil }
    return image
  }

  /// A box on the plane that holds the image of a box in degrees; nil when a part of that has none.
  ///
  /// The image's edges are curved: they are followed in steps, and the box is grown by a fiftieth,
  /// which is far more than what an arc rises above a chord of a sixteenth.
  func box(of degrees: BoundingBox) -> BoundingBox? {
    if case .none = step { return degrees }
    var box = BoundingBox()
    let steps = 16
    for index in 0...steps {
      let share = Double(index) / Double(steps)
      let x = degrees.minX + (degrees.maxX - degrees.minX) * share
      let y = degrees.minY + (degrees.maxY - degrees.minY) * share
      for position in [
        Coordinate(x: x, y: degrees.minY), Coordinate(x: x, y: degrees.maxY),
        Coordinate(x: degrees.minX, y: y), Coordinate(x: degrees.maxX, y: y),
      ] {
        guard let image = plane(position) else { return nil }
        box.extend(by: image)
      }
    }
    let margin = 0.02 * max(box.maxX - box.minX, box.maxY - box.minY)
    return BoundingBox(
      minX: box.minX - margin, minY: box.minY - margin, maxX: box.maxX + margin,
      maxY: box.maxY + margin)
  }
}
