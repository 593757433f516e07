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

extension RasterPlane {
  /// Reads `mollweide`, `ESRI:54009`, `wgs84`, `cgcs2000`, `EPSG:4326` and other codes of the EPSG
  /// registry.
  ///
  /// - Throws: DR-110 for anything else; shifted degrees are no plane of a raster.
  public init(parsing text: String) throws(UserError) {
    if ["mollweide", "esri:54009", "54009"].contains(text.lowercased()) {
      self = .worldMollweide
      return
    }
    switch try CoordinateSystem(parsing: text) {
    case .wgs84: self = .system(.epsg(4326))
    case .cgcs2000: self = .system(.epsg(4490))
    case .epsg(let code): self = .system(.epsg(code))
    case .gcj02, .bd09:
      throw UserError(
        "DR-110", .badData, at: "coordinate system", "'\(text)' is no system of a raster",
        remedy: "give mollweide or an EPSG code such as EPSG:4326")
    }
  }
}
