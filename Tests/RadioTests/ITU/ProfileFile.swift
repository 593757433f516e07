import FoundationEssentials
import Geometry
import Radio
import Territory

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// A profile and its results as ITU-R Study Group 3's data bank writes them.
struct ProfileFile {
  /// One result: what was predicted, for what.
  struct Row {
    let carrierGHz: Double
    let transmitterHeightMetres: Double
    let receiverHeightMetres: Double
    let polarisation: Polarisation
    let timePercent: Double
    let lossDB: Double
  }

  let name: String
  let profile: PathProfile
  let climateLapse: Double
  let refractivity: Double
  let latitudeDegrees: Double
  let rows: [Row]

  init(path: String) throws {
    name = URL(fileURLWithPath: path).lastPathComponent
    let lines = try InputFile.text(at: path).split(
      omittingEmptySubsequences: false, whereSeparator: \.isNewline
    ).map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map {
        $0.split(separator: " ").joined(separator: " ")
      }
    }
    func header(_ title: String) throws -> Double {
      let line = try Self.first(lines, title)
      return try Self.number(line[1])
    }
    // Where a file leaves them blank, the documented defaults.
    let usual = try RadioClimate()
    climateLapse = (try? header("Average annual values dN")) ?? usual.refractivityLapse
    refractivity =
      (try? header("Average annual sea-level surface refractivity")) ?? usual.seaLevelRefractivity
    let isReversed = (try? Self.first(lines, "First Point TX or RX")[1]) == "R"
    let points = try Self.block(lines, "Profile").dropFirst().map(Self.point)
    let numbers = isReversed ? Self.reversed(points) : points
    profile = try PathProfile(
      distancesKilometres: numbers.map { $0[0] }, terrainMetres: numbers.map { $0[1] },
      clutterMetres: numbers.map { $0[3] },
      zones: numbers.map { Self.zone($0[4]) })
    latitudeDegrees = Self.middleLatitude(
      from: (try header("Tx LAT"), try header("Tx LON")),
      to: (try header("Rx LAT"), try header("Rx LON")),
      lengthKilometres: profile.lengthKilometres)
    rows = try Self.block(lines, "Measurements").map(Self.row)
  }

  /// Distance km, height m, code of the cover, height of the cover m (0 where blank), zone (inland where
  /// blank).
  private static func point(_ cells: [String]) throws -> [Double] {
    guard cells.count > 4 else { throw Missing("a zone") }
    return [
      try number(cells[0]), try number(cells[1]), 0, (try? number(cells[3])) ?? 0,
      (try? number(cells[4])) ?? 4,
    ]
  }

  private static func zone(_ code: Double) -> RadioClimaticZone {
    UInt8(exactly: code).flatMap(RadioClimaticZone.init(rawValue:)) ?? .inland
  }

  private static func reversed(_ points: [[Double]]) -> [[Double]] {
    let length = points.last?[0] ?? 0
    return points.reversed().map { [length - $0[0]] + $0.dropFirst() }
  }

  private static func row(_ cells: [String]) throws -> Row {
    guard cells.count > 17 else { throw Missing("a loss") }
    return Row(
      carrierGHz: try number(cells[0]) / 1000, transmitterHeightMetres: try number(cells[1]),
      receiverHeightMetres: try number(cells[3]),
      polarisation: try number(cells[4]) == 2 ? .vertical : .horizontal,
      timePercent: try number(cells[14]), lossDB: try number(cells[17]))
  }

  private static func first(_ lines: [[String]], _ title: String) throws -> [String] {
    guard let line = lines.first(where: { $0.count > 1 && $0[0].hasPrefix(title) }) else {
      throw Missing(title)
    }
    return line
  }

  private static func block(_ lines: [[String]], _ name: String) -> [[String]] {
    let start = lines.firstIndex { $0[0] == "{Begin of \(name)}" }
    let end = lines.firstIndex { $0[0] == "{End of \(name)}" }
    guard let start, let end else { return [] }
    return Array(lines[(start + 1)..<end])
  }

  private static func number(_ text: String) throws -> Double {
    guard let value = Double(text) else { throw Missing(text) }
    return value
  }

  /// Latitude of the point half the path's length down the great circle from a to b (latitude,
  /// longitude). The length is the profile's, which need not be that between the two positions.
  private static func middleLatitude(
    from a: (Double, Double), to b: (Double, Double), lengthKilometres: Double
  ) -> Double {
    let radians = Double.pi / 180
    func vector(_ place: (Double, Double)) -> SIMD3<Double> {
      let (latitude, longitude) = (place.0 * radians, place.1 * radians)
      return SIMD3(cos(latitude) * cos(longitude), cos(latitude) * sin(longitude), sin(latitude))
    }
    let (start, end) = (vector(a), vector(b))
    let whole = acos(min(max((start * end).sum(), -1), 1))
    guard whole > 0 else { return a.0 }
    let half = lengthKilometres / 2 / 6371
    let middle = (start * sin(whole - half) + end * sin(half)) / sin(whole)
    return asin(min(max(middle.z, -1), 1)) / radians
  }

  private struct Missing: Error {
    let what: String
    init(_ what: String) { self.what = what }
  }
}
