/// Diffraction over a smooth round earth (P.1812, clauses 4.3.2 and 4.3.3).
struct SphericalEarthDiffraction {
  /// Length of the path.
  let lengthKilometres: Double
  /// Antennas above the smooth surface.
  let transmitterMetres: Double
  let receiverMetres: Double
  let wavelengthMetres: Double
  /// What the model alone decides.
  let constants: P1812Constants
  /// Share of the path over the sea, 0 to 1.
  let seaShare: Double

  /// Loss for an effective earth, dB; never negative.
  func lossDB(_ earth: EffectiveEarth) -> Double {
    let radius = earth.radiusKilometres
    let d = lengthKilometres
    let roots = transmitterMetres.squareRoot() + receiverMetres.squareRoot()
    let horizon = (0.002 * radius).squareRoot() * roots
    if d >= horizon { return firstTermDB(earth) }
    let clearance = smallestClearance(radiusKilometres: radius)
    let required =
      17.456
      * (clearance.fromTransmitter * clearance.fromReceiver * wavelengthMetres / d)
      .squareRoot()
    guard clearance.heightMetres <= required else { return 0 }
    // The radius at which the path would just graze the horizon.
    let grazing = 500 * (d / roots) * (d / roots)
    let loss = firstTermDB(EffectiveEarth(radiusKilometres: grazing))
    return loss < 0 ? 0 : (1 - clearance.heightMetres / required) * loss
  }

  /// Smallest height of the ray above the round earth, and where (equations 23 to 25).
  private func smallestClearance(
    radiusKilometres radius: Double
  ) -> (heightMetres: Double, fromTransmitter: Double, fromReceiver: Double) {
    let d = lengthKilometres
    let sum = transmitterMetres + receiverMetres
    let c = (transmitterMetres - receiverMetres) / sum
    let m = 250 * d * d / (radius * sum)
    let cube = (m + 1) * (m + 1) * (m + 1)
    let b =
      2 * ((m + 1) / (3 * m)).squareRoot()
      * cos(Double.pi / 3 + acos(1.5 * c * (3 * m / cube).squareRoot()) / 3)
    let near = d / 2 * (1 + b)
    let far = d - near
    let height =
      ((transmitterMetres - 500 * near * near / radius) * far
        + (receiverMetres - 500 * far * far / radius) * near) / d
    return (height, near, far)
  }

  /// First term of the residue series over land and sea, weighted by their shares, dB.
  private func firstTermDB(_ earth: EffectiveEarth) -> Double {
    var loss = 0.0
    if seaShare < 1 { loss += (1 - seaShare) * firstTermDB(earth, constants.land) }
    if seaShare > 0 { loss += seaShare * firstTermDB(earth, constants.sea) }
    return loss
  }

  private func firstTermDB(_ earth: EffectiveEarth, _ ground: ReflectingGround) -> Double {
    let k = ground.unitAdmittance / earth.cubeRoot
    let k2 = k * k
    let k4 = k2 * k2
    let beta = (1 + 1.6 * k2 + 0.67 * k4) / (1 + 4.5 * k2 + 1.53 * k4)
    let carrier = constants.carrierCubeRoot
    let x =
      21.88 * beta * carrier / (earth.cubeRoot * earth.cubeRoot) * lengthKilometres
    let scale = 0.9575 * beta * carrier * carrier / earth.cubeRoot
    let distanceDB =
      x >= 1.6
      ? 11 + 10 * log10(x) - 17.6 * x : -20 * log10(x) - 5.6488 * positivePower(x, 1.425)
    let least = 2 + 20 * log10(k)
    return -distanceDB - heightGainDB(scale * transmitterMetres, beta, least)
      - heightGainDB(scale * receiverMetres, beta, least)
  }

  private func heightGainDB(_ normalisedHeight: Double, _ beta: Double, _ least: Double) -> Double {
    let b = beta * normalisedHeight
    let gain =
      b > 2
      ? 17.6 * (b - 1.1).squareRoot() - 5 * log10(b - 1.1) - 8 : 20 * log10(b + 0.1 * b * b * b)
    return max(gain, least)
  }
}
