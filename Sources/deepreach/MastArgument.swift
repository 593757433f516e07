import Coverage
import Geometry
import Radio

/// What `--site` says: `LON,LAT,HEIGHT[,AZIMUTHS[,CONFIGURATION]]`.
struct MastArgument {
  /// Degrees of EPSG:4490.
  let position: Coordinate
  let heightMetres: Double
  let sectors: SectorLayout
  let radio: MastRadio
  /// Name of the radio's band in the book.
  let band: String

  /// What is taken where no configuration is named.
  static let defaultConfiguration = "n78-64T64R"

  /// - Throws: DR-840 for a text that is no mast, DR-841 for an unknown configuration, DR-111 and
  ///   DR-112 for a position that cannot be transformed, DR-404 for a height out of range.
  init(_ text: String, crs: CoordinateSystem, book: BandBook) throws(UserError) {
    let parts = text.split(separator: ",", omittingEmptySubsequences: false).map { part in
      String(part.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
    }
    guard (3...5).contains(parts.count) else {
      throw Self.refusal("'\(text)' has \(parts.count) parts")
    }
    var numbers: [Double] = []
    for (name, part) in zip(["longitude", "latitude", "height"], parts) {
      guard let number = Double(part), number.isFinite else {
        throw Self.refusal("the \(name) is '\(part)'")
      }
      numbers.append(number)
    }
    position = try Self.position(Coordinate(x: numbers[0], y: numbers[1]), crs)
    guard SiteFile.heightRange.contains(numbers[2]) else {
      throw UserError(
        "DR-404", .usage, at: "--site", "the height is \(numbers[2]) m",
        remedy: "give metres above ground, 1 to 500")
    }
    heightMetres = numbers[2]
    let name = parts.count > 4 ? parts[4] : Self.defaultConfiguration
    (radio, band) = try Self.radio(name, book)
    if parts.count > 3 {
      guard let layout = SectorLayout(parts[3]) else {
        throw Self.refusal("the azimuths are '\(parts[3])'")
      }
      sectors = layout
    } else {
      sectors = .threeSectors
    }
  }

  private static func refusal(_ problem: String) -> UserError {
    UserError(
      "DR-840", .usage, at: "--site", problem,
      remedy: "give LON,LAT,HEIGHT[,AZIMUTHS[,CONFIGURATION]], as in "
        + "120.15,30.28,25,0;120;240,n78-64T64R or 120.15,30.28,25,omni")
  }

  private static func position(
    _ given: Coordinate, _ crs: CoordinateSystem
  ) throws(UserError) -> Coordinate {
    var isPlane = false
    if case .epsg = crs { isPlane = !crs.isPlainDegrees }
    guard isPlane || (abs(given.x) <= 180 && abs(given.y) < 90) else {
      throw refusal("longitude \(given.x), latitude \(given.y) is no place on Earth")
    }
    return crs.isPlainDegrees
      ? given : try CoordinateTransformer(from: crs, to: .cgcs2000).transform(given)
  }

  /// A configuration by its name, a band's first one by the band's, or `omni`.
  private static func radio(_ name: String, _ book: BandBook) throws(UserError) -> (
    MastRadio, band: String
  ) {
    let wanted = name == "omni" ? defaultConfiguration : name
    guard
      let configuration = book.configuration(wanted)
        ?? book.configurations.first(where: { $0.band == wanted }),
      let band = book.band(configuration.band)
    else {
      let known = book.configurations.map(\.name) + book.bands.map(\.name) + ["omni"]
      throw UserError(
        "DR-841", .usage, at: "--site", "no configuration or band is called '\(name)'",
        remedy: "give one of: \(known.joined(separator: ", "))")
    }
    let radio = try MastRadio(configuration, band, book)
    return (name == "omni" ? radio.omnidirectional() : radio, band.name)
  }
}
