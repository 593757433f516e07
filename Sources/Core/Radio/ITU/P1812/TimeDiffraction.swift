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
    _ model: P1812, _ profile: PathProfile, _ geometry: PathGeometry, ductingPercent: Double
  ) {
    medianDB = Self.deltaBullingtonDB(
      model, profile, geometry, radius: model.climate.medianRadiusKilometres)
    guard model.timePercent < 50 else {
      lossDB = medianDB
      interpolation = 0
      return
    }
    let anomalousDB = Self.deltaBullingtonDB(
      model, profile, geometry, radius: RadioClimate.anomalousRadiusKilometres)
    interpolation =
      model.timePercent > ductingPercent
      ? InverseComplementaryNormal.approximate(model.timePercent / 100)
        / InverseComplementaryNormal.approximate(ductingPercent / 100) : 1
    lossDB = medianDB + (anomalousDB - medianDB) * interpolation
  }

  /// Bullington's loss of the profile, plus what a smooth earth loses beyond Bullington's figure.
  private static func deltaBullingtonDB(
    _ model: P1812, _ profile: PathProfile, _ geometry: PathGeometry, radius: Double
  ) -> Double {
    let actual = BullingtonDiffraction.overSurface(
      profile, transmitterMetres: geometry.transmitterMetres,
      receiverMetres: geometry.receiverMetres, effectiveRadiusKilometres: radius,
      wavelengthMetres: model.wavelengthMetres)
    let smooth = BullingtonDiffraction.overSmoothEarth(
      profile, transmitterMetres: geometry.diffractionTransmitterMetres,
      receiverMetres: geometry.diffractionReceiverMetres, effectiveRadiusKilometres: radius,
      wavelengthMetres: model.wavelengthMetres)
    let round = SphericalEarthDiffraction(
      lengthKilometres: profile.lengthKilometres,
      transmitterMetres: geometry.diffractionTransmitterMetres,
      receiverMetres: geometry.diffractionReceiverMetres, carrierGHz: model.carrierGHz,
      wavelengthMetres: model.wavelengthMetres, polarisation: model.polarisation,
      seaShare: profile.seaShare
    ).lossDB(effectiveRadiusKilometres: radius)
    return actual.lossDB + max(round - smooth.lossDB, 0)
  }
}
