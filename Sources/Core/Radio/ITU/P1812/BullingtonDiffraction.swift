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

  /// Over points that are known.
  ///
  /// - Parameters:
  ///   - edges: of the ground with what stands on it.
  ///   - lengthKilometres: of the path.
  ///   - transmitterMetres: antenna above the sea.
  ///   - receiverMetres: the other antenna, likewise.
  ///   - wavelengthMetres: of the carrier.
  static func over(
    _ edges: BullingtonEdges, lengthKilometres: Double, transmitterMetres: Double,
    receiverMetres: Double, wavelengthMetres: Double
  ) -> Self {
    Self(
      edges, lengthKilometres: lengthKilometres, transmitterMetres, receiverMetres,
      wavelengthMetres)
  }

  /// Over a smooth earth under the points of a path, with the antennas' heights above it.
  ///
  /// - Parameter curvature: of the earth, 1/km.
  static func overSmoothEarth(
    _ path: some P1812Path, transmitterMetres: Double, receiverMetres: Double,
    curvature: Double, wavelengthMetres: Double
  ) -> Self {
    let length = path.lengthKilometres
    var smooth = SmoothEarthEdges(path, transmitterMetres, receiverMetres, curvature)
    if smooth.edges.transmitterSlope < (receiverMetres - transmitterMetres) / length {
      // No point can have a larger parameter than this; up to -0.78 an edge loses nothing.
      let most =
        smooth.largestClearance * (0.002 * length / wavelengthMetres).squareRoot()
      if most <= -0.78 { return Self(lossDB: 0) }
      smooth.edges.clearanceSquared = path.smoothEarthClearanceSquared(
        transmitterMetres, receiverMetres, curvature: curvature)
    }
    return Self(
      smooth.edges, lengthKilometres: length, transmitterMetres, receiverMetres, wavelengthMetres)
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
