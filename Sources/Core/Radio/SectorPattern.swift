public import Geometry

/// Gain pattern of one sector's antenna, as a loss against its boresight: the element pattern of
/// 3GPP TR 38.901 Table 7.3-1, with the beamwidths free.
///
/// Horizontal 12 (φ/φ3dB)², vertical 12 ((θ − tilt)/θ3dB)², each and their sum cut off at `mostDB`.
/// An array that sweeps its SSB beams over the sector keeps the element's pattern as the envelope of
/// its beams, which is what SS-RSRP sees.
public struct SectorPattern: Hashable, Sendable {
  /// Full width at −3 dB in azimuth, 5 to 360.
  public let horizontalBeamwidthDegrees: Double
  /// Full width at −3 dB in elevation, 1 to 180.
  public let verticalBeamwidthDegrees: Double
  /// Largest loss (A_max, front to back), 0 to 60 dB.
  public let mostDB: Double
  /// Boresight below the horizon, −90 to 90.
  public let downtiltDegrees: Double

  /// The element of TR 38.901 without a tilt: 65° by 65°, 30 dB.
  public static let element = SectorPattern(
    horizontal: 65, vertical: 65, mostDB: 30, downtilt: 0)

  private init(horizontal: Double, vertical: Double, mostDB: Double, downtilt: Double) {
    horizontalBeamwidthDegrees = horizontal
    verticalBeamwidthDegrees = vertical
    self.mostDB = mostDB
    downtiltDegrees = downtilt
  }

  /// - Throws: DR-305 for a parameter outside its range.
  public init(
    horizontalBeamwidthDegrees: Double, verticalBeamwidthDegrees: Double, mostDB: Double,
    downtiltDegrees: Double
  ) throws(UserError) {
    func check(
      _ name: String, _ value: Double, _ range: ClosedRange<Double>, _ unit: String
    ) throws(UserError) {
      try requireParameter(
        name, of: "antenna pattern", value, in: range, unit: unit, code: "DR-305")
    }
    try check("horizontal beamwidth", horizontalBeamwidthDegrees, 5...360, "degrees")
    try check("vertical beamwidth", verticalBeamwidthDegrees, 1...180, "degrees")
    try check("front-to-back ratio", mostDB, 0...60, "dB")
    try check("downtilt", downtiltDegrees, -90...90, "degrees")
    self.init(
      horizontal: horizontalBeamwidthDegrees, vertical: verticalBeamwidthDegrees, mostDB: mostDB,
      downtilt: downtiltDegrees)
  }

  /// Loss by azimuth off the boresight, −180 to 180 degrees; before the cut-off.
  public func horizontalLossDB(degrees: Double) -> Double {
    12 * (degrees / horizontalBeamwidthDegrees) * (degrees / horizontalBeamwidthDegrees)
  }

  /// Loss towards a user by distance, for antennas whose heights differ by a number of metres
  /// (positive: the base station is above); cut off by itself.
  public func verticalLossDB(distanceMetres: Double, heightDifferenceMetres: Double) -> Double {
    let below =
      atan2(heightDifferenceMetres, max(distanceMetres, 0.001)) * 180 / Double.pi
    let off = (below - downtiltDegrees) / verticalBeamwidthDegrees
    return min(12 * off * off, mostDB)
  }

  /// Both losses together, cut off.
  public func lossDB(horizontalDB: Double, verticalDB: Double) -> Double {
    min(horizontalDB + verticalDB, mostDB)
  }

  /// dB for a squared radian off the boresight.
  var curvature: Double {
    let radians = horizontalBeamwidthDegrees * Double.pi / 180
    return 12 / (radians * radians)
  }
}
