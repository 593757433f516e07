/// What a GeoTIFF says of its coordinate system beyond a code of the EPSG registry.
public struct RasterDefinition: Hashable, Sendable {
  /// Code of the projected or geographic system, of whatever registry; nil where there is none.
  public let code: Int?
  /// The file's texts on the system, one after the other.
  public let citation: String

  /// A definition by its parts.
  public init(code: Int?, citation: String) {
    self.code = code
    self.citation = citation
  }

  /// Reads the definition of an open file.
  init(_ file: TIFFFile) throws(UserError) {
    let directory = try file.shorts(.geoKeys) ?? []
    var code: Int?
    for start in stride(from: 4, to: directory.count - 3, by: 4) {
      let isSystem = directory[start] == GeoKeys.Key.projectedSystem.rawValue
      if isSystem, directory[start + 1] == 0 { code = Int(directory[start + 3]) }
    }
    self.init(code: code, citation: try file.text(.geoText) ?? "")
  }

  /// Whether this is the Mollweide projection of WGS 84 about Greenwich (ESRI:54009), which has no code
  /// in the EPSG registry and no method in GeoTIFF: it is known by its name alone.
  public var isWorldMollweide: Bool {
    if code == 54009 { return true }
    let text = citation.lowercased().filter { $0 != " " && $0 != "_" }
    guard text.contains("mollweide") else { return false }
    // A text of the whole system gives its meridian; a bare name is the world's.
    guard let start = text.firstRange(of: "\"centralmeridian\",") else { return true }
    let meridian = text[start.upperBound...].prefix { "+-.0123456789".contains($0) }
    return Double(meridian) == 0
  }
}
