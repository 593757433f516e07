/// Diffraction over the one edge that stands for a whole profile (P.1812, clause 4.3.1).
struct BullingtonDiffraction {
  /// Loss, dB.
  let lossDB: Double

  /// Loss over a single edge by its parameter (equation 12), dB.
  static func knifeEdgeLossDB(_ parameter: Double) -> Double {
    guard parameter > -0.78 else { return 0 }
    let shifted = parameter - 0.1
    return 6.9 + 20 * log10((shifted * shifted + 1).squareRoot() + shifted)
  }

  /// Over the profile's surface, clutter included.
  ///
  /// - Parameters:
  ///   - profile: the path.
  ///   - transmitterMetres: antenna above the sea.
  ///   - receiverMetres: the other antenna, likewise.
  ///   - effectiveRadiusKilometres: of the earth.
  ///   - wavelengthMetres: of the carrier.
  static func overSurface(
    _ profile: PathProfile, transmitterMetres: Double, receiverMetres: Double,
    effectiveRadiusKilometres: Double, wavelengthMetres: Double
  ) -> Self {
    Self(
      BullingtonEdges(
        surfaceOf: profile, transmitterMetres, receiverMetres, 1 / effectiveRadiusKilometres),
      lengthKilometres: profile.lengthKilometres, transmitterMetres, receiverMetres,
      wavelengthMetres)
  }

  /// Over a smooth earth under the same points, with the antennas' heights above it.
  static func overSmoothEarth(
    _ profile: PathProfile, transmitterMetres: Double, receiverMetres: Double,
    effectiveRadiusKilometres: Double, wavelengthMetres: Double
  ) -> Self {
    let length = profile.lengthKilometres
    let smooth = SmoothEarthEdges(
      profile, transmitterMetres, receiverMetres, 1 / effectiveRadiusKilometres)
    // No point can have a larger parameter than this; up to -0.78 an edge loses nothing.
    let most =
      smooth.largestClearance * (0.002 * length / wavelengthMetres).squareRoot()
    let seesAll = smooth.edges.transmitterSlope < (receiverMetres - transmitterMetres) / length
    if seesAll, most <= -0.78 { return Self(lossDB: 0) }
    let edges =
      seesAll
      ? BullingtonEdges(
        smoothEarthOf: profile, transmitterMetres, receiverMetres, 1 / effectiveRadiusKilometres)
      : smooth.edges
    return Self(
      edges, lengthKilometres: length, transmitterMetres, receiverMetres, wavelengthMetres)
  }

  private init(lossDB: Double) { self.lossDB = lossDB }

  private init(
    _ edges: BullingtonEdges, lengthKilometres length: Double, _ transmitterMetres: Double,
    _ receiverMetres: Double, _ wavelengthMetres: Double
  ) {
    let direct = (receiverMetres - transmitterMetres) / length
    let edgeDB: Double
    if edges.transmitterSlope < direct {
      // With line of sight the point that comes closest to the ray.
      let squared = edges.clearanceSquared * 0.002 * length / wavelengthMetres
      let parameter = squared < 0 ? -(-squared).squareRoot() : squared.squareRoot()
      edgeDB = Self.knifeEdgeLossDB(parameter)
    } else {
      // Beyond the horizon the point where the rays to both horizons meet.
      let at =
        (receiverMetres - transmitterMetres + edges.receiverSlope * length)
        / (edges.transmitterSlope + edges.receiverSlope)
      let rise =
        transmitterMetres + edges.transmitterSlope * at
        - (transmitterMetres * (length - at) + receiverMetres * at) / length
      let parameter =
        rise * (0.002 * length / (wavelengthMetres * at * (length - at))).squareRoot()
      edgeDB = Self.knifeEdgeLossDB(parameter)
    }
    lossDB = edgeDB + (1 - exp(-edgeDB / 6)) * (10 + 0.02 * length)
  }
}
