/// Diffraction loss by the delta-Bullington method, for the median and for a percentage of the time
/// (P.1812, clauses 4.3.4 and 4.3.5).
struct TimeDiffraction {
  /// Loss not exceeded for half the time, dB.
  let medianDB: Double
  /// Loss not exceeded for the model's percentage of the time, dB.
  let lossDB: Double
  /// 0 at the median, 1 from the percentage of anomalous propagation down.
  let interpolation: Double

  init(
    _ model: P1812, _ path: some P1812Path, _ geometry: PathGeometry, ductingPercent: Double
  ) {
    let median = model.constants.median
    medianDB = Self.deltaBullingtonDB(
      model, path, geometry, median,
      path.hasClutter
        ? path.surfaceEdges(
          geometry.transmitterMetres, geometry.receiverMetres, curvature: median.curvature)
        : geometry.bareEdges)
    guard model.timePercent < 50 else {
      lossDB = medianDB
      interpolation = 0
      return
    }
    let anomalous = model.constants.anomalous
    let anomalousDB = Self.deltaBullingtonDB(
      model, path, geometry, anomalous,
      path.surfaceEdges(
        geometry.transmitterMetres, geometry.receiverMetres, curvature: anomalous.curvature))
    interpolation =
      model.timePercent > ductingPercent
      ? InverseComplementaryNormal.approximate(model.timePercent / 100)
        / InverseComplementaryNormal.approximate(ductingPercent / 100) : 1
    lossDB = medianDB + (anomalousDB - medianDB) * interpolation
  }

  /// Bullington's loss over the edges, plus what a smooth earth loses beyond Bullington's figure.
  private static func deltaBullingtonDB(
    _ model: P1812, _ path: some P1812Path, _ geometry: PathGeometry, _ earth: EffectiveEarth,
    _ edges: BullingtonEdges
  ) -> Double {
    let actual = BullingtonDiffraction.over(
      edges, lengthKilometres: path.lengthKilometres,
      transmitterMetres: geometry.transmitterMetres, receiverMetres: geometry.receiverMetres,
      wavelengthMetres: model.wavelengthMetres)
    let round = SphericalEarthDiffraction(
      lengthKilometres: path.lengthKilometres,
      transmitterMetres: geometry.diffractionTransmitterMetres,
      receiverMetres: geometry.diffractionReceiverMetres,
      wavelengthMetres: model.wavelengthMetres, constants: model.constants,
      seaShare: path.seaShare
    ).lossDB(earth)
    // Bullington's figure is never negative: it can only take from what the round earth loses.
    guard round > 0 else { return actual.lossDB }
    let smooth = BullingtonDiffraction.overSmoothEarth(
      path, transmitterMetres: geometry.diffractionTransmitterMetres,
      receiverMetres: geometry.diffractionReceiverMetres, curvature: earth.curvature,
      wavelengthMetres: model.wavelengthMetres)
    return actual.lossDB + max(round - smooth.lossDB, 0)
  }
}
