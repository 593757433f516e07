/// Loss by ducting and by reflection from layers of the air (P.1812, clause 4.5).
struct DuctingLoss {
  let geometry: PathGeometry
  let lengthKilometres: Double
  let carrierGHz: Double
  /// What the model alone decides.
  let constants: P1812Constants
  /// Share of the path over the sea, 0 to 1.
  let seaShare: Double
  /// Distance over land from each antenna to the coast, along the path.
  let transmitterCoastKilometres: Double
  let receiverCoastKilometres: Double
  /// How often propagation is anomalous.
  let incidence: DuctingIncidence

  /// Loss not exceeded for a percentage of the time, dB.
  func lossDB(timePercent: Double) -> Double {
    couplingDB + angularDB + timeDB(timePercent)
  }

  /// Fixed losses of the antennas' coupling to the anomalous structure (equation 47), dB.
  private var couplingDB: Double {
    let horizons =
      geometry.transmitterHorizonKilometres + geometry.receiverHorizonKilometres
    return constants.couplingDB + 20 * log10(horizons)
      + shieldingDB(
        geometry.transmitterHorizonMilliradians, geometry.transmitterHorizonKilometres)
      + shieldingDB(geometry.receiverHorizonMilliradians, geometry.receiverHorizonKilometres)
      + overSeaDB(
        transmitterCoastKilometres, geometry.transmitterHorizonKilometres,
        geometry.transmitterMetres)
      + overSeaDB(
        receiverCoastKilometres, geometry.receiverHorizonKilometres, geometry.receiverMetres)
  }

  /// Diffraction at the antenna's own horizon.
  private func shieldingDB(_ horizonMilliradians: Double, _ horizonKilometres: Double) -> Double {
    let excess = horizonMilliradians - 0.1 * horizonKilometres
    guard excess > 0 else { return 0 }
    return 20 * log10(1 + 0.361 * excess * (carrierGHz * horizonKilometres).squareRoot())
      + 0.264 * excess * constants.carrierCubeRoot
  }

  /// Better coupling of an antenna near the coast to ducts over the sea; 0 or negative.
  private func overSeaDB(
    _ coastKilometres: Double, _ horizonKilometres: Double, _ antennaMetres: Double
  ) -> Double {
    guard seaShare >= 0.75, coastKilometres <= horizonKilometres, coastKilometres <= 5 else {
      return 0
    }
    return -3 * exp(-0.25 * coastKilometres * coastKilometres)
      * (1 + tanh(0.07 * (50 - antennaMetres)))
  }

  private var angularDB: Double {
    let radius = constants.median.radiusKilometres
    let specific = 5e-5 * radius * constants.carrierCubeRoot
    let angle =
      1000 * lengthKilometres / radius
      + min(
        geometry.transmitterHorizonMilliradians, 0.1 * geometry.transmitterHorizonKilometres)
      + min(geometry.receiverHorizonMilliradians, 0.1 * geometry.receiverHorizonKilometres)
    return specific * angle
  }

  /// Variability in time (equations 54 to 60), dB.
  private func timeDB(_ timePercent: Double) -> Double {
    let d = lengthKilometres
    let beta = max(
      incidence.percent * geometryFactor * roughnessFactor, .leastNormalMagnitude)
    let decade = log10(beta)
    let exponent =
      1.076 / pow(2.0058 - decade, 1.012)
      * exp(-(9.51 - 4.8 * decade + 0.198 * decade * decade) * 1e-6 * positivePower(d, 1.13))
    let ratioDecade = log10(timePercent / beta)
    return -12 + (1.2 + 3.7e-3 * d) * ratioDecade + 12 * tenTo(exponent * ratioDecade)
  }

  private var geometryFactor: Double {
    let d = lengthKilometres
    let alpha = max(-0.6 - 3.5e-9 * positivePower(d, 3.1) * incidence.inlandFactor, -3.4)
    let roots =
      geometry.ductingTransmitterMetres.squareRoot() + geometry.ductingReceiverMetres.squareRoot()
    let curvature = 500 / constants.median.radiusKilometres * d * d / (roots * roots)
    return curvature <= 1 ? 1 : positivePower(curvature, alpha)
  }

  private var roughnessFactor: Double {
    guard geometry.roughnessMetres > 10 else { return 1 }
    let between = min(
      lengthKilometres - geometry.transmitterHorizonKilometres
        - geometry.receiverHorizonKilometres, 40)
    return exp(-4.6e-5 * (geometry.roughnessMetres - 10) * (43 + 6 * between))
  }
}
