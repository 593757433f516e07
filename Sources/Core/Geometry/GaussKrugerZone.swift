/// A zone of the CGCS2000 Gauss-Krüger grids, with its EPSG codes (4491 to 4554).
public struct GaussKrugerZone: Hashable, Sendable {
  /// Width of a zone.
  public enum Width: Int, Sendable {
    /// Zones of three degrees, numbered 25 to 45.
    case threeDegrees = 3
    /// Zones of six degrees, numbered 13 to 23.
    case sixDegrees = 6

    /// The zones that China uses.
    public var zones: ClosedRange<Int> {
      switch self {
      case .threeDegrees: 25...45
      case .sixDegrees: 13...23
      }
    }
  }

  /// Width of the zone.
  public let width: Width
  /// Number of the zone.
  public let number: Int

  /// A zone by its number; nil outside 25...45 (three degrees) or 13...23 (six).
  public init?(_ number: Int, width: Width) {
    guard width.zones.contains(number) else { return nil }
    self.width = width
    self.number = number
  }

  /// The zone of a longitude in degrees; nil outside China's zones.
  public init?(longitude: Double, width: Width) {
    guard longitude.isFinite, abs(longitude) <= 180 else { return nil }
    switch width {
    case .threeDegrees: self.init(Int((longitude / 3).rounded()), width: width)
    case .sixDegrees: self.init(Int((longitude / 6).rounded(.down)) + 1, width: width)
    }
  }

  /// Central meridian in degrees east.
  public var centralMeridian: Int {
    switch width {
    case .threeDegrees: 3 * number
    case .sixDegrees: 6 * number - 3
    }
  }

  /// The system whose eastings begin with the zone's number (false easting of n million and 500 km).
  public var prefixed: CoordinateSystem {
    .epsg((width == .threeDegrees ? 4513 : 4491) + number - width.zones.lowerBound)
  }

  /// The system named by its central meridian (false easting 500 km, no prefix).
  public var unprefixed: CoordinateSystem {
    .epsg((width == .threeDegrees ? 4534 : 4502) + number - width.zones.lowerBound)
  }
}
