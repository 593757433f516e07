public import Territory

/// Radio and antenna of one carrier on a site: one station as the ministry counts them.
public struct AntennaConfiguration: Codable, Hashable, Sendable {
  /// `n78-64T64R`.
  public let name: String
  /// Name of its band.
  public let band: String
  /// All transmit chains together.
  public let conductedPowerWatts: Figure
  /// Gain of the best SSB beam.
  public let ssbGainDBi: Figure
  /// Between radio and antenna.
  public let feederLossDB: Figure
  /// Gain of the traffic beam at reception: all columns of one polarisation together.
  public let receiveGainDBi: Figure
  /// Noise figure of the base station's receiver.
  public let receiveNoiseFigureDB: Figure
  /// Mean efficiency of a cell with all its layers and users over that of a single layer.
  public let spatialMultiplexing: Figure
  /// Width of a sector's pattern in azimuth between the points at -3 dB.
  public let horizontalBeamwidthDegrees: Figure
  /// Width of the pattern in elevation between the points at -3 dB.
  public let verticalBeamwidthDegrees: Figure
  /// Most that the pattern falls below its best direction (A_max).
  public let frontToBackDB: Figure
  /// Tilt of the best direction below the horizon.
  public let downtiltDegrees: Figure
  /// Electric power of the station without traffic, three sectors and baseband.
  public let idlePowerKilowatts: Figure
  /// Electric power at full load.
  public let fullPowerKilowatts: Figure
  /// Radio equipment, three sectors.
  public let equipmentYuan: Figure

  /// A configuration.
  public init(
    name: String, band: String, conductedPowerWatts: Figure, ssbGainDBi: Figure,
    feederLossDB: Figure, receiveGainDBi: Figure, receiveNoiseFigureDB: Figure,
    spatialMultiplexing: Figure, horizontalBeamwidthDegrees: Figure,
    verticalBeamwidthDegrees: Figure, frontToBackDB: Figure, downtiltDegrees: Figure,
    idlePowerKilowatts: Figure, fullPowerKilowatts: Figure, equipmentYuan: Figure
  ) {
    self.name = name
    self.band = band
    self.conductedPowerWatts = conductedPowerWatts
    self.ssbGainDBi = ssbGainDBi
    self.feederLossDB = feederLossDB
    self.receiveGainDBi = receiveGainDBi
    self.receiveNoiseFigureDB = receiveNoiseFigureDB
    self.spatialMultiplexing = spatialMultiplexing
    self.horizontalBeamwidthDegrees = horizontalBeamwidthDegrees
    self.verticalBeamwidthDegrees = verticalBeamwidthDegrees
    self.frontToBackDB = frontToBackDB
    self.downtiltDegrees = downtiltDegrees
    self.idlePowerKilowatts = idlePowerKilowatts
    self.fullPowerKilowatts = fullPowerKilowatts
    self.equipmentYuan = equipmentYuan
  }

  /// Electric power at a load of 0 to 1, linear between idle and full.
  public func meanPowerKilowatts(load: Double) -> Double {
    idlePowerKilowatts.value + (fullPowerKilowatts.value - idlePowerKilowatts.value) * load
  }
}
