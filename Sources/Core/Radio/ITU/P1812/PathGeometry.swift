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
  /// Bullington's points of the bare ground over the median earth.
  let bareEdges: BullingtonEdges

  init(
    _ profile: some P1812Path, transmitterHeightMetres: Double, receiverHeightMetres: Double,
    effectiveRadiusKilometres radius: Double
  ) {
    let first = profile.startMetres
    let final = profile.endMetres
    let transmitter = first + transmitterHeightMetres
    let receiver = final + receiverHeightMetres
    let length = profile.lengthKilometres
    let extremes = profile.terrainExtremes(transmitter, receiver, curvature: 1 / radius)
    bareEdges = extremes.edges

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
    transmitterHorizonKilometres = profile.distanceKilometres(start)
    receiverHorizonKilometres = length - profile.distanceKilometres(end)
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
    roughnessMetres = profile.largestRiseMetres(
      start...max(start, end), aboveLineFrom: base, slope: (top - base) / length)
  }
}
