/// What P.1812's formulas take from a model alone, worked out once instead of once a path.
struct P1812Constants: Sendable {
  /// log10 of the carrier in GHz.
  let carrierDecade: Double
  /// Cube root of the carrier in GHz.
  let carrierCubeRoot: Double
  /// log10 of the percentage of the time over 50 %.
  let timeDecade: Double
  /// What scatter in the troposphere loses apart from distance and angle (equation 45), dB.
  let scatterDB: Double
  /// Coupling losses of ducting that only the carrier decides (equations 47 and 48), dB.
  let couplingDB: Double
  /// Properties of the ground at the carrier.
  let land: ReflectingGround
  let sea: ReflectingGround
  /// The earth at the median of the time and while propagation is anomalous.
  let median: EffectiveEarth
  let anomalous: EffectiveEarth

  init(
    carrierGHz: Double, polarisation: Polarisation, timePercent: Double, climate: RadioClimate
  ) {
    carrierDecade = log10(carrierGHz)
    carrierCubeRoot = cbrt(carrierGHz)
    timeDecade = log10(timePercent / 50)
    let half = log10(carrierGHz / 2)
    scatterDB =
      190.1 + 25 * carrierDecade - 2.5 * half * half - 0.15 * climate.seaLevelRefractivity
      - 10.125 * pow(max(-timeDecade, 0), 0.7)
    let low =
      carrierGHz < 0.5 ? 45.375 - 137 * carrierGHz + 92.5 * carrierGHz * carrierGHz : 0
    couplingDB = 102.45 + 20 * carrierDecade + low
    land = ReflectingGround(
      permittivity: 22, conductivity: 0.003, carrierGHz: carrierGHz, polarisation: polarisation)
    sea = ReflectingGround(
      permittivity: 80, conductivity: 5, carrierGHz: carrierGHz, polarisation: polarisation)
    median = EffectiveEarth(radiusKilometres: climate.medianRadiusKilometres)
    anomalous = EffectiveEarth(radiusKilometres: RadioClimate.anomalousRadiusKilometres)
  }
}

/// An earth as large as refraction makes it seem.
struct EffectiveEarth: Sendable {
  let radiusKilometres: Double
  /// Cube root of the radius in km.
  let cubeRoot: Double
  /// One over the radius, 1/km.
  var curvature: Double { 1 / radiusKilometres }

  init(radiusKilometres: Double) {
    self.radiusKilometres = radiusKilometres
    cubeRoot = cbrt(radiusKilometres)
  }
}

/// Electrical properties of the ground at a carrier (P.1812, clause 4.3.3).
struct ReflectingGround: Sendable {
  /// Normalised surface admittance on an earth of radius 1 km (equations 30 and 31); it falls with
  /// the cube root of the radius.
  let unitAdmittance: Double

  /// - Parameters:
  ///   - permittivity: relative.
  ///   - conductivity: S/m.
  init(
    permittivity: Double, conductivity: Double, carrierGHz: Double, polarisation: Polarisation
  ) {
    let loss = 18 * conductivity / carrierGHz
    let horizontal =
      0.036 / cbrt(carrierGHz)
      / ((permittivity - 1) * (permittivity - 1) + loss * loss).squareRoot().squareRoot()
    switch polarisation {
    case .horizontal: unitAdmittance = horizontal
    case .vertical:
      unitAdmittance = horizontal * (permittivity * permittivity + loss * loss).squareRoot()
    }
  }
}
