import Geometry
import Territory

extension BandBook {
  /// Refuses figures that no radio has, before a budget or a path loss model meets them.
  func checkRanges(path: String) throws(UserError) {
    try FigureRange.check(
      [
        FigureRange("bodyLossDB", bodyLossDB, 0...20),
        FigureRange("noiseFigureDB", noiseFigureDB, 0...20),
        FigureRange("userPowerDBm", userPowerDBm, -40...40),
        FigureRange("uplinkInterferenceMarginDB", uplinkInterferenceMarginDB, 0...30),
        FigureRange("neighbourLoad", neighbourLoad, 0...1),
      ], at: path, code: "DR-362")
    for band in bands {
      try FigureRange.check(
        [
          FigureRange("centreGHz", band.centreGHz, 0.1...100),
          FigureRange("bandwidthMHz", band.bandwidthMHz, 1...400),
          FigureRange("resourceBlocks", band.resourceBlocks, 11...275),
          FigureRange("downlinkShare", band.downlinkShare, 0.01...1),
          FigureRange("uplinkShare", band.uplinkShare, 0.01...1),
        ], at: "\(path): \(band.name)", code: "DR-362")
      // Budgets take whole blocks and capacities the figure: they must be one number.
      guard band.resourceBlocks.value == band.resourceBlocks.value.rounded() else {
        throw UserError(
          "DR-362", .badData, at: "\(path): \(band.name): resourceBlocks",
          "the figure is \(band.resourceBlocks.value) RB", remedy: "give a whole number")
      }
      guard [15, 30, 60].contains(band.subcarrierSpacingKHz.value) else {
        throw UserError(
          "DR-362", .badData, at: "\(path): \(band.name): subcarrierSpacingKHz",
          "the figure is \(band.subcarrierSpacingKHz.value) kHz", remedy: "give 15, 30 or 60")
      }
      // One carrier is shared in time; a pair is not. Shares of symbols may round upwards.
      let sum = band.downlinkShare.value + band.uplinkShare.value
      guard band.duplex == "FDD" || sum <= 1 + 1e-6 else {
        throw UserError(
          "DR-362", .badData, at: "\(path): \(band.name)",
          "downlinkShare and uplinkShare sum to \(sum) of the time",
          remedy: "give shares that sum to 1 or less, or duplex FDD")
      }
    }
    for configuration in configurations {
      try FigureRange.check(
        Self.ranges(configuration), at: "\(path): \(configuration.name)", code: "DR-362")
    }
  }

  /// Refuses a name that stands twice: one part of a run would take the first, another the last.
  func checkNames(path: String) throws(UserError) {
    for names in [bands.map(\.name), configurations.map(\.name)] {
      var seen: Set<String> = []
      for name in names where !seen.insert(name).inserted {
        throw UserError(
          "DR-388", .badData, at: "\(path): \(name)", "the name stands twice",
          remedy: "give each band and each configuration a name of its own")
      }
    }
  }

  private static func ranges(_ configuration: AntennaConfiguration) -> [FigureRange] {
    [
      FigureRange("conductedPowerWatts", configuration.conductedPowerWatts, 0.01...10_000),
      FigureRange("ssbGainDBi", configuration.ssbGainDBi, -10...40),
      FigureRange("feederLossDB", configuration.feederLossDB, 0...20),
      FigureRange("receiveGainDBi", configuration.receiveGainDBi, -10...40),
      FigureRange("receiveNoiseFigureDB", configuration.receiveNoiseFigureDB, 0...20),
      FigureRange("spatialMultiplexing", configuration.spatialMultiplexing, 0.1...64),
      FigureRange(
        "horizontalBeamwidthDegrees", configuration.horizontalBeamwidthDegrees, 1...360),
      FigureRange("verticalBeamwidthDegrees", configuration.verticalBeamwidthDegrees, 1...180),
      FigureRange("frontToBackDB", configuration.frontToBackDB, 0...60),
      FigureRange("downtiltDegrees", configuration.downtiltDegrees, -90...90),
      FigureRange("idlePowerKilowatts", configuration.idlePowerKilowatts, 0...1000),
      FigureRange("fullPowerKilowatts", configuration.fullPowerKilowatts, 0...1000),
      FigureRange("equipmentYuan", configuration.equipmentYuan, 0...1e12),
    ]
  }
}
