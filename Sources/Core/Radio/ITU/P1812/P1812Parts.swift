/// The steps of P.1812 clause 4 for one path: each mechanism's loss, and how they blend.
struct P1812Parts {
  /// Loss with line of sight and its enhancement not exceeded for the percentage of the time, dB.
  let lineOfSightDB: Double
  /// Loss not exceeded for the percentage of the time at half the places, dB.
  let medianLossDB: Double

  init(_ model: P1812, _ profile: some P1812Path) {
    let geometry = PathGeometry(
      profile, transmitterHeightMetres: model.transmitterHeightMetres,
      receiverHeightMetres: model.receiverHeightMetres,
      effectiveRadiusKilometres: model.constants.median.radiusKilometres)
    let ducting = DuctingIncidence(
      latitudeDegrees: model.climate.latitudeDegrees,
      longestLandKilometres: profile.longestLandKilometres,
      longestInlandKilometres: profile.longestInlandKilometres)
    let ductingPercent = ducting.percent
    let sight = SightLoss(model, profile, geometry)
    lineOfSightDB = sight.lossDB(timeDecade: model.constants.timeDecade)

    let diffraction = TimeDiffraction(model, profile, geometry, ductingPercent: ductingPercent)
    let scatterDB = Self.scatterDB(model, profile, geometry)
    let ductingDB = DuctingLoss(
      geometry: geometry, lengthKilometres: profile.lengthKilometres,
      carrierGHz: model.carrierGHz, constants: model.constants,
      seaShare: profile.seaShare,
      transmitterCoastKilometres: profile.startCoastKilometres,
      receiverCoastKilometres: profile.endCoastKilometres, incidence: ducting
    ).lossDB(timePercent: model.timePercent)

    let median = sight.freeSpaceDB + diffraction.medianDB
    let diffracted = lineOfSightDB + diffraction.lossDB
    // Notional least loss by line of sight and diffraction below the sea's horizon (equation 61).
    let overLand = (1 - profile.seaShare) * diffraction.lossDB
    let least =
      model.timePercent < ductingPercent
      ? lineOfSightDB + overLand
      : median
        + (sight.lossDB(timeDecade: log10(ductingPercent / 50)) + overLand - median)
        * diffraction.interpolation
    let scale = 2.5
    let anomalous = scale * log(exp(ductingDB / scale) + exp(lineOfSightDB / scale))
    var blended = diffracted
    if anomalous <= diffracted {
      blended = anomalous + (diffracted - anomalous) * Self.nearness(profile.lengthKilometres)
    }
    let enhanced =
      blended + (least - blended) * Self.sightShare(geometry.angularDistanceMilliradians)
    medianLossDB = -5 * log10(tenTo(-0.2 * scatterDB) + tenTo(-0.2 * enhanced))
  }

  /// 1 for a short path, 0 for a long one (equation 59).
  private static func nearness(_ lengthKilometres: Double) -> Double {
    1 - 0.5 * (1 + tanh(3 * 0.5 * (lengthKilometres - 20) / 20))
  }

  /// 1 with line of sight, 0 far beyond the horizon (equation 58).
  private static func sightShare(_ angleMilliradians: Double) -> Double {
    1 - 0.5 * (1 + tanh(3 * 0.8 * (angleMilliradians - 0.3) / 0.3))
  }

  /// Scatter in the troposphere (clause 4.4), dB.
  private static func scatterDB(
    _ model: P1812, _ profile: some P1812Path, _ geometry: PathGeometry
  ) -> Double {
    model.constants.scatterDB + 20 * log10(profile.lengthKilometres)
      + 0.573 * geometry.angularDistanceMilliradians
  }
}

/// Loss of free space with the enhancement by multipath and focusing (P.1812, clause 4.2).
private struct SightLoss {
  let freeSpaceDB: Double
  private let enhancementDB: Double

  init(_ model: P1812, _ profile: some P1812Path, _ geometry: PathGeometry) {
    let rise = (geometry.transmitterMetres - geometry.receiverMetres) / 1000
    let d = profile.lengthKilometres
    let slant = (d * d + rise * rise).squareRoot()
    freeSpaceDB = 92.4 + 20 * model.constants.carrierDecade + 20 * log10(slant)
    let horizons =
      geometry.transmitterHorizonKilometres + geometry.receiverHorizonKilometres
    enhancementDB = 2.6 * (1 - exp(-0.1 * horizons))
  }

  /// - Parameter timeDecade: log10 of the percentage of the time over 50 %.
  func lossDB(timeDecade: Double) -> Double {
    freeSpaceDB + enhancementDB * timeDecade
  }
}
