/// Where the sectors of a site face.
public struct SectorLayout: Hashable, Sendable {
  /// Degrees clockwise from true north, 0 up to 360, rising; empty for a site that radiates the same in
  /// every direction.
  public let azimuthsDegrees: [Double]

  /// Three sectors at 0, 120 and 240 degrees: what is taken where nothing is known.
  public static let threeSectors = SectorLayout(azimuthsDegrees: [0, 120, 240])
  /// The same in every direction.
  public static let omnidirectional = SectorLayout(azimuthsDegrees: [])
  /// A site has no more.
  public static let mostSectors = 12

  /// A layout; azimuths are taken modulo 360, and each counts once.
  public init(azimuthsDegrees: [Double]) {
    let turned = azimuthsDegrees.map { azimuth in
      let rest = azimuth.truncatingRemainder(dividingBy: 360)
      return rest < 0 ? rest + 360 : rest
    }
    self.azimuthsDegrees = Set(turned).sorted()
  }

  /// Reads `0;120;240` (semicolons, slashes or spaces) or `omni`; nil for anything else.
  public init?(_ text: String) {
    if text == "omni" {
      self = .omnidirectional
      return
    }
    let parts = text.split { ";/ ".contains($0) }
    let azimuths = parts.compactMap { Double($0) }
    guard !parts.isEmpty, azimuths.count == parts.count, azimuths.count <= Self.mostSectors,
      azimuths.allSatisfy({ $0.isFinite && abs($0) <= 360 })
    else { return nil }
    self.init(azimuthsDegrees: azimuths)
  }

  /// Transmitters of one carrier: an omnidirectional site has one.
  public var cellCount: Int { max(azimuthsDegrees.count, 1) }
}

extension SectorLayout: CustomStringConvertible {
  /// `0;120;240`, or `omni`.
  public var description: String {
    guard !azimuthsDegrees.isEmpty else { return "omni" }
    return azimuthsDegrees.map { azimuth in
      azimuth == azimuth.rounded() ? "\(Int(azimuth))" : "\(azimuth)"
    }.joined(separator: ";")
  }
}
