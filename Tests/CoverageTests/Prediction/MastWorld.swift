import Coverage
import Foundation
import Geometry
import Radio
import TestSupport
import Testing

/// A mast whose surroundings are made up.
enum MastWorld {
  static let mast = PlaneWorld.origin

  static func grid(radiusMetres: Double, cellMetres: Double = 50) throws -> PredictionGrid {
    try PredictionGrid(
      try LocalPlane(nationalAt: mast), radiusMetres: radiusMetres, cellMetres: cellMetres)
  }

  /// Heights by true metres east and north of the mast.
  static func ground(
    radiusMetres: Double, cellMetres: Double = 50, _ height: (Double, Double) -> Double
  ) throws -> TerrainGround {
    let half = Int((radiusMetres / cellMetres).rounded(.up)) + 1
    let heights = (-half...half).flatMap { row in
      (-half...half).map { Float(height(Double($0) * cellMetres, Double(row) * cellMetres)) }
    }
    return try TerrainGround(
      try HeightField(
        originEast: -Double(half) * cellMetres, originNorth: -Double(half) * cellMetres,
        cellMetres: cellMetres, columns: 2 * half + 1, rows: 2 * half + 1, terrainMetres: heights))
  }

  static func model(locationPercent: Double = 50, timePercent: Double = 50) throws -> P1812 {
    try P1812(
      carrierGHz: 2.6, transmitterHeightMetres: 30, receiverHeightMetres: 1.5,
      timePercent: timePercent, locationPercent: locationPercent, resolutionMetres: 50,
      climate: try RadioClimate(latitudeDegrees: mast.latitude))
  }

  static func near() throws -> StatisticalModels {
    StatisticalModels(
      try ModelChoice(.urbanMacro, carrierGHz: 2.6, baseStationHeightMetres: 30))
  }

  static func overTerrain(
    _ grid: PredictionGrid, locationPercent: Double = 50,
    _ height: (Double, Double) -> Double
  ) throws -> SitePrediction {
    try SitePrediction(
      grid,
      by: try MastPropagation.terrain(
        try model(locationPercent: locationPercent),
        over: try ground(radiusMetres: grid.radiusMetres, height), near: try near()))
  }

  static func statistical(_ grid: PredictionGrid) throws -> SitePrediction {
    try SitePrediction(
      grid,
      by: MastPropagation(
        .statistical(try near()), carrierGHz: 2.6, mastHeightMetres: 30, userHeightMetres: 1.5))
  }

  /// The distance of every cell from the mast, true metres.
  static func distances(_ grid: PredictionGrid) -> [Double] {
    (0..<grid.raster.cellCount).map { index in
      let offset = offset(grid, index)
      return (offset.x * offset.x + offset.y * offset.y).squareRoot()
    }
  }

  static func offset(_ grid: PredictionGrid, _ index: Int) -> Coordinate {
    grid.offset(column: index % grid.raster.columns, row: index / grid.raster.columns)
  }

  /// A radio with round figures.
  static func radio(powerWatts: Double = 200) throws -> MastRadio {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    let book = try BandBook.read(
      path: root.appendingPathComponent("geodata/books/bands.yaml").path)
    let band = try #require(book.band("n41"))
    let configuration = try #require(book.configuration("n41-64T64R"))
    var radio = try MastRadio(configuration, band, book)
    radio.carrierGHz = 2.6
    radio.conductedPowerWatts = powerWatts
    radio.bodyLossDB = 3
    radio.resourceBlocks = 273
    radio.subcarrierSpacingKHz = 30
    radio.downlinkShare = 0.7
    radio.pattern = try SectorPattern(
      horizontalBeamwidthDegrees: 65, verticalBeamwidthDegrees: 20, mostDB: 30, downtiltDegrees: 4)
    return radio
  }

  static func coverage(
    _ prediction: SitePrediction, _ radio: MastRadio, _ layout: SectorLayout = .threeSectors,
    uplink: Double = 1
  ) throws -> MastCoverage {
    try MastCoverage(
      prediction, radio: radio, layout: layout,
      entry: EntryLoss(tr38901: 2.6, highLossShare: 0.5, maximumDepthMetres: 25),
      requiredRSRPDBm: -105, requiredUplinkMbps: uplink)
  }

  /// TR 38.901 over three kilometres.
  static func town() throws -> SitePrediction {
    try statistical(try grid(radiusMetres: 3000, cellMetres: 100))
  }
}
