/// What P.1812's Attachment 1 derives from a profile and two antennas: horizons and effective heights.
///
/// All of it is about the bare ground: clutter enters by the Bullington part only, as in the published
/// results.
struct PathGeometry {
  /// Antennas above the sea.
  let transmitterMetres: Double
  let receiverMetres: Double
  /// Whether the antennas see each other over the median earth.
  let hasLineOfSight: Bool
  /// Horizon elevation angles above the local horizontal, mrad.
  let transmitterHorizonMilliradians: Double
  let receiverHorizonMilliradians: Double
  /// Angle between the two horizon rays, mrad; 0 with line of sight.
  let angularDistanceMilliradians: Double
  /// Distance from each antenna to its horizon.
  let transmitterHorizonKilometres: Double
  let receiverHorizonKilometres: Double
  /// Antennas above the smooth surface that the diffraction model takes.
  let diffractionTransmitterMetres: Double
  let diffractionReceiverMetres: Double
  /// Antennas above the smooth surface that the ducting model takes.
  let ductingTransmitterMetres: Double
  let ductingReceiverMetres: Double
  /// Terrain roughness between the horizons.
  let roughnessMetres: Double

  init(
    _ profile: PathProfile, transmitterHeightMetres: Double, receiverHeightMetres: Double,
    effectiveRadiusKilometres radius: Double
  ) {
    let last = profile.count - 1
    let first = profile.terrainMetres[0]
    let final = profile.terrainMetres[last]
    let transmitter = first + transmitterHeightMetres
    let receiver = final + receiverHeightMetres
    let length = profile.lengthKilometres
    let extremes = TerrainExtremes(profile, transmitter, receiver, curvature: 1 / radius)

    // The tangents' arc is the earth's bulge; both angles together are 0 with line of sight.
    let bulge = length / (2 * radius)
    let directRise = (receiver - transmitter) / (1000 * length)
    let toReceiver = 1000 * atan(directRise - bulge)
    let toTransmitter = 1000 * atan(-directRise - bulge)
    let toHorizon = 1000 * atan(extremes.transmitterSlope / 1000 - bulge)
    hasLineOfSight = toHorizon <= toReceiver
    let start: Int
    let end: Int
    if hasLineOfSight {
      transmitterHorizonMilliradians = toReceiver
      receiverHorizonMilliradians = toTransmitter
      start = extremes.closestIndex
      end = extremes.closestIndex
    } else {
      transmitterHorizonMilliradians = toHorizon
      receiverHorizonMilliradians = 1000 * atan(extremes.receiverSlope / 1000 - bulge)
      start = extremes.transmitterIndex
      end = extremes.receiverIndex
    }
    transmitterHorizonKilometres = profile.spacing.distancesKilometres[start]
    receiverHorizonKilometres = length - profile.spacing.distancesKilometres[end]
    angularDistanceMilliradians =
      1000 * length / radius + transmitterHorizonMilliradians + receiverHorizonMilliradians
    transmitterMetres = transmitter
    receiverMetres = receiver

    var lowered = (profile.smoothStartMetres, profile.smoothEndMetres)
    if extremes.obstructionMetres > 0 {
      let sum = extremes.obstructionFromStart + extremes.obstructionFromEnd
      lowered.0 -= extremes.obstructionMetres * extremes.obstructionFromStart / sum
      lowered.1 -= extremes.obstructionMetres * extremes.obstructionFromEnd / sum
    }
    diffractionTransmitterMetres = transmitter - min(lowered.0, first)
    diffractionReceiverMetres = receiver - min(lowered.1, final)

    let base = min(profile.smoothStartMetres, first)
    let top = min(profile.smoothEndMetres, final)
    ductingTransmitterMetres = transmitter - base
    ductingReceiverMetres = receiver - top
    roughnessMetres = Self.roughness(profile, from: start, through: end, base, top)
  }

  /// Largest height of the bare ground above the smooth surface between the horizons, m.
  private static func roughness(
    _ profile: PathProfile, from start: Int, through end: Int, _ base: Double, _ top: Double
  ) -> Double {
    let slope = (top - base) / profile.lengthKilometres
    var largest = -Double.infinity
    for index in start...max(start, end) {
      let smooth = base + slope * profile.spacing.distancesKilometres[index]
      largest = max(largest, profile.terrainMetres[index] - smooth)
    }
    return largest
  }
}

/// The points of the bare ground that make horizons and obstructions, found in one pass.
private struct TerrainExtremes {
  /// Steepest slope from each antenna with the median earth's bulge over the chord, m/km, and where.
  var transmitterSlope = -Double.infinity
  var transmitterIndex = 1
  var receiverSlope = -Double.infinity
  var receiverIndex = 1
  /// Where the ground comes closest to the ray in terms of the Fresnel zone.
  var closestIndex = 1
  /// Largest height above the straight line between the antennas, the earth taken as flat, m.
  var obstructionMetres = -Double.infinity
  /// Steepest rise of such a height as seen from either end, m/km.
  var obstructionFromStart = -Double.infinity
  var obstructionFromEnd = -Double.infinity

  init(_ profile: PathProfile, _ transmitter: Double, _ receiver: Double, curvature: Double) {
    let line = (receiver - transmitter) / profile.lengthKilometres
    var closest = -Double.infinity
    profile.withUnsafePoints { points in
      for index in 1..<(points.count - 1) {
        let height = points.terrainMetres[index]
        let top = height + curvature * points.unitBulgeMetres[index]
        let fromStart = points.inverseFromStart[index]
        let fromEnd = points.inverseFromEnd[index]
        let rise = (top - transmitter) * fromStart
        if rise > transmitterSlope { (transmitterSlope, transmitterIndex) = (rise, index) }
        let back = (top - receiver) * fromEnd
        if back > receiverSlope { (receiverSlope, receiverIndex) = (back, index) }
        let chord = transmitter + line * points.distancesKilometres[index]
        let above = top - chord
        let clearance = above * abs(above) * fromStart * fromEnd
        if clearance > closest { (closest, closestIndex) = (clearance, index) }
        let obstruction = height - chord
        obstructionMetres = max(obstructionMetres, obstruction)
        obstructionFromStart = max(obstructionFromStart, obstruction * fromStart)
        obstructionFromEnd = max(obstructionFromEnd, obstruction * fromEnd)
      }
    }
  }
}
