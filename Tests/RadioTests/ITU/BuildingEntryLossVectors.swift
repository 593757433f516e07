import Radio

/// A published value of ITU-R P.2109.
struct BuildingEntryLossVector: Sendable, CustomStringConvertible {
  let carrierGHz: Double
  let percent: Double
  let building: BuildingEntryLossP2109.Building
  let elevationDegrees: Double
  let lossDB: Double

  var description: String {
    "\(building.rawValue), \(carrierGHz) GHz, \(elevationDegrees) degrees, \(percent) %"
  }

  /// From the validation table published with crc-covlib 4 (MIT licence): every 24th of a sample.
  static let published: [BuildingEntryLossVector] = [
    .init(
      carrierGHz: 0.08, percent: 16.666667333, building: .thermallyEfficient,
      elevationDegrees: 37.5, lossDB: 40.6412016033148),
    .init(
      carrierGHz: 4.243333333, percent: 37.50000025, building: .traditional,
      elevationDegrees: -45.0, lossDB: 21.577245196461856),
    .init(
      carrierGHz: 8.406666667, percent: 54.166666583, building: .traditional,
      elevationDegrees: 60.0, lossDB: 30.836526731118532),
    .init(
      carrierGHz: 12.57, percent: 70.833332917, building: .thermallyEfficient,
      elevationDegrees: -22.5, lossDB: 49.64045072899876),
    .init(
      carrierGHz: 16.733333333, percent: 87.49999925, building: .thermallyEfficient,
      elevationDegrees: 82.5, lossDB: 75.58370990195704),
    .init(
      carrierGHz: 25.06, percent: 4.166667583, building: .traditional, elevationDegrees: 0.0,
      lossDB: 4.375840390097545),
    .init(
      carrierGHz: 29.223333333, percent: 20.833333917, building: .thermallyEfficient,
      elevationDegrees: -82.5, lossDB: 44.024164113320126),
    .init(
      carrierGHz: 33.386666667, percent: 37.50000025, building: .thermallyEfficient,
      elevationDegrees: 22.5, lossDB: 41.96575840346469),
    .init(
      carrierGHz: 37.55, percent: 58.333333167, building: .traditional, elevationDegrees: -60.0,
      lossDB: 36.28406920379752),
    .init(
      carrierGHz: 41.713333333, percent: 74.9999995, building: .traditional, elevationDegrees: 45.0,
      lossDB: 39.39038452225353),
    .init(
      carrierGHz: 45.876666667, percent: 91.666665833, building: .thermallyEfficient,
      elevationDegrees: -37.5, lossDB: 81.97029878540238),
    .init(
      carrierGHz: 54.203333333, percent: 4.166667583, building: .thermallyEfficient,
      elevationDegrees: 67.5, lossDB: 28.140358898693776),
    .init(
      carrierGHz: 58.366666667, percent: 25.0000005, building: .traditional,
      elevationDegrees: -15.0, lossDB: 16.76819097662239),
    .init(
      carrierGHz: 62.53, percent: 41.666666833, building: .traditional, elevationDegrees: 90.0,
      lossDB: 38.72393958828509),
    .init(
      carrierGHz: 66.693333333, percent: 58.333333167, building: .thermallyEfficient,
      elevationDegrees: 7.5, lossDB: 56.82454093024221),
    .init(
      carrierGHz: 70.856666667, percent: 79.166666083, building: .traditional,
      elevationDegrees: -75.0, lossDB: 49.51363571764158),
    .init(
      carrierGHz: 75.02, percent: 95.833332417, building: .traditional, elevationDegrees: 30.0,
      lossDB: 52.46971376813076),
    .init(
      carrierGHz: 83.346666667, percent: 8.333334167, building: .thermallyEfficient,
      elevationDegrees: -52.5, lossDB: 36.11432963268932),
    .init(
      carrierGHz: 87.51, percent: 25.0000005, building: .thermallyEfficient, elevationDegrees: 52.5,
      lossDB: 51.3959563951219),
    .init(
      carrierGHz: 91.673333333, percent: 45.833333417, building: .traditional,
      elevationDegrees: -30.0, lossDB: 28.596247948408653),
    .init(
      carrierGHz: 95.836666667, percent: 62.49999975, building: .traditional,
      elevationDegrees: 75.0, lossDB: 44.00289117084587),
  ]
}
