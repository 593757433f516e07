import Coverage
import Foundation
import Geometry
import TestSupport
import Territory

/// Drives past a mast of a world whose offset and slope are known.
///
/// The model says -60 - 35 log10(d / 100 m). The truth differs by an offset at 200 m and a slope, by an offset of
/// each drive (device and day), by shadowing that is correlated along the drive by exp(-distance / 50 m), and in
/// a share of the squares by a gross error of -30 dB, one-sided: so does a tunnel, or a handset in a bag.
struct CalibrationWorld {
  var offsetDB = 0.0
  var slopeDBPerDecade = 0.0
  var shadowingDB = 7.0
  var driveDB = 1.0
  var outlierShare = 0.0
  var drives = 20
  var squaresPerDrive = 20
  var group = CalibrationGroup(morphology: .urban, band: "n78")
  /// Distances of drives' middles from the mast, m.
  var distances = 60.0...1500.0
  /// Level below which the receiver reports noise, dBm.
  var noiseDBm = -200.0

  static let referenceMetres = 200.0

  static func predictedDBm(_ distance: Double) -> Double { -60 - 35 * log10(distance / 100) }

  /// What the offset is at another distance.
  func offset(atMetres distance: Double) -> Double {
    offsetDB + slopeDBPerDecade * log10(distance / Self.referenceMetres)
  }

  func samples(seed: UInt64) -> [CalibrationSample] {
    var random = NormalNumbers(seed: seed &* 7919 &+ 17)
    let (low, high) = (log10(distances.lowerBound), log10(distances.upperBound))
    let carry = exp(-30.0 / 50)
    return (0..<drives).flatMap { drive -> [CalibrationSample] in
      let offset = driveDB * random.normal()
      var shadow = random.normal()
      // Drives go radially, from a distance that is uniform in its logarithm.
      let first = pow(10, low + (high - low) * random.uniform())
      return (0..<squaresPerDrive).map { step in
        shadow = carry * shadow + (1 - carry * carry).squareRoot() * random.normal()
        let distance = first + 30 * Double(step)
        var level =
          Self.predictedDBm(distance) + self.offset(atMetres: distance) + offset
          + shadowingDB * shadow
        if random.uniform() < outlierShare { level -= 30 + 5 * random.normal() }
        return CalibrationSample(
          group: group, cluster: drive,
          position: Coordinate(
            longitude: 112 + 0.01 * Double(drive), latitude: 34 + 0.0002 * Double(step)),
          measuredDBm: max(level, noiseDBm), isCensored: level < noiseDBm,
          predictedDBm: Self.predictedDBm(distance), distanceMetres: distance)
      }
    }
  }
}
