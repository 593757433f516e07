/// The plane that a raster's cells lie on, as far as it can be computed from degrees.
public enum RasterPlane: Hashable, Sendable {
  /// A system of the EPSG registry, or China's Albers.
  case system(RasterSystem)
  /// ESRI:54009.
  case worldMollweide

  /// The plane of a file.
  ///
  /// - Throws: DR-183 when the file does not say, or says something that is not known.
  public init(of reader: GeoTIFFReader) throws(UserError) {
    if reader.definition.isWorldMollweide {
      self = .worldMollweide
    } else if let system = reader.grid.system {
      self = .system(system)
    } else {
      throw UserError(
        "DR-183", .badData, at: reader.path,
        "its coordinate system is missing or not known"
          + (reader.definition.citation.isEmpty
            ? "" : ": \(reader.definition.citation.prefix(120))"),
        remedy: "state it, or warp the raster to EPSG:4326 with gdalwarp")
    }
  }

  /// Takes positions in degrees to the plane; for one thread at a time.
  ///
  /// - Throws: DR-111 when PROJ does not know the system.
  func mapper() throws(UserError) -> (Coordinate) -> Coordinate? {
    switch self {
    case .worldMollweide: return { Mollweide.project($0) }
    case .system(let system):
      let mapper = try PlaneMapper(to: system)
      return { mapper.plane($0) }
    }
  }
}
