/// Diffraction over a smooth round earth (P.1812, clauses 4.3.2 and 4.3.3).
struct SphericalEarthDiffraction {
  /// Length of the path.
  let lengthKilometres: Double
  /// Antennas above the smooth surface.
  let transmitterMetres: Double
  let receiverMetres: Double
  let carrierGHz: Double
  let wavelengthMetres: Double
  let polarisation: Polarisation
  /// Share of the path over the sea, 0 to 1.
  let seaShare: Double

  /// Loss for an effective radius of the earth, dB; never negative.
  func lossDB(effectiveRadiusKilometres radius: Double) -> Double {
    let d = lengthKilometres
    let horizon =
      (2 * radius).squareRoot()
      * ((0.001 * transmitterMetres).squareRoot() + (0.001 * receiverMetres).squareRoot())
    if d >= horizon { return firstTermDB(radiusKilometres: radius) }
    let clearance = smallestClearance(radiusKilometres: radius)
    let required =
      17.456
      * (clearance.fromTransmitter * clearance.fromReceiver * wavelengthMetres / d)
      .squareRoot()
    guard clearance.heightMetres <= required else { return 0 }
    // The radius at which the path would just graze the horizon.
    let roots = transmitterMetres.squareRoot() + receiverMetres.squareRoot()
    let grazing = 500 * (d / roots) * (d / roots)
    let loss = firstTermDB(radiusKilometres: grazing)
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
  private func firstTermDB(radiusKilometres: Double) -> Double {
    var loss = 0.0
    if seaShare < 1 { loss += (1 - seaShare) * firstTermDB(radiusKilometres, .land) }
    if seaShare > 0 { loss += seaShare * firstTermDB(radiusKilometres, .sea) }
    return loss
  }

  private func firstTermDB(_ radius: Double, _ ground: Ground) -> Double {
    let k = ground.admittance(
      radiusKilometres: radius, carrierGHz: carrierGHz, polarisation: polarisation)
    let k2 = k * k
    let k4 = k2 * k2
    let beta = (1 + 1.6 * k2 + 0.67 * k4) / (1 + 4.5 * k2 + 1.53 * k4)
    let x = 21.88 * beta * cbrt(carrierGHz / (radius * radius)) * lengthKilometres
    let scale = 0.9575 * beta * cbrt(carrierGHz * carrierGHz / radius)
    let distanceDB =
      x >= 1.6
      ? 11 + 10 * log10(x) - 17.6 * x : -20 * log10(x) - 5.6488 * pow(x, 1.425)
    return -distanceDB - heightGainDB(scale * transmitterMetres, beta, k)
      - heightGainDB(scale * receiverMetres, beta, k)
  }

  private func heightGainDB(_ normalisedHeight: Double, _ beta: Double, _ k: Double) -> Double {
    let b = beta * normalisedHeight
    let gain =
      b > 2
      ? 17.6 * (b - 1.1).squareRoot() - 5 * log10(b - 1.1) - 8 : 20 * log10(b + 0.1 * b * b * b)
    return max(gain, 2 + 20 * log10(k))
  }
}

/// Electrical properties of the ground (P.1812, clause 4.3.3).
private struct Ground {
  let permittivity: Double
  /// S/m.
  let conductivity: Double

  static let land = Ground(permittivity: 22, conductivity: 0.003)
  static let sea = Ground(permittivity: 80, conductivity: 5)

  /// Normalised surface admittance (equations 30 and 31).
  func admittance(
    radiusKilometres: Double, carrierGHz: Double, polarisation: Polarisation
  ) -> Double {
    let loss = 18 * conductivity / carrierGHz
    let horizontal =
      0.036 / cbrt(radiusKilometres * carrierGHz)
      / ((permittivity - 1) * (permittivity - 1) + loss * loss).squareRoot().squareRoot()
    switch polarisation {
    case .horizontal: return horizontal
    case .vertical:
      return horizontal * (permittivity * permittivity + loss * loss).squareRoot()
    }
  }
}
