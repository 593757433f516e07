public import Geometry
import Radio
import Territory

/// Rasters of one group's network at one settlement, on the national Albers raster.
///
/// Cells outside the built-up area have no data, and so have those without a signal.
public struct SettlementRasters: Sendable {
  /// Box round the settlement's cells.
  public let grid: RasterGrid
  private let state: CoverageState
  private let surface: NetworkSurface
  private let fields: [CarrierField]
  private let interference: Interference

  /// Rasters of a state; nil where it holds no surface.
  ///
  /// - Throws: DR-170 for a grid without cells.
  public init?(_ state: CoverageState, _ interference: Interference) throws(UserError) {
    guard let surface = state.surface else { return nil }
    self.state = state
    self.surface = surface
    self.interference = interference
    fields = surface.surfaces.map { CarrierField($0, interference, layer: 0) }
    let box = state.place.grid.albersBounds
    let cell = state.place.grid.cellMetres
    grid = try RasterGrid(
      columns: Int(((box.maxX - box.minX) / cell).rounded()),
      rows: Int(((box.maxY - box.minY) / cell).rounded()),
      originX: box.minX, originY: box.maxY, cellWidth: cell, cellHeight: cell,
      system: .chinaAlbers)
  }

  /// One quantity, row by row from the north-west.
  public func samples(_ quantity: SurfaceQuantity, servers: ServerList) -> RasterSamples {
    switch quantity {
    case .rsrp:
      return .float32(floats { cell, carrier in surface.surfaces[carrier].best[cell] })
    case .sinr:
      return .float32(floats { cell, carrier in fields[carrier].sinr[cell] })
    case .outdoorProbability: return .float32(probabilities(.outdoor))
    case .indoorProbability: return .float32(probabilities(.indoor))
    case .bestServer:
      return .int32(
        numbers(empty: 0) { cell, carrier in
          servers.number(carrier: carrier, server: surface.surfaces[carrier].server[cell])
        }, noData: 0)
    case .limitingLink:
      let limits = numbers(empty: 255) { cell, carrier in
        Int32(fields[carrier].limit(cell, interference.sinrDB).code)
      }
      return .uint8(markingSilence(limits), noData: 255)
    case .population: return .float32(population())
    }
  }

  /// Outline of the cells that a layer serves, in Albers metres, with fewer positions.
  ///
  /// - Throws: DR-103 when GEOS gives up.
  public func outline(ofLayer layer: Int) throws(UserError) -> Geometry {
    var served = [Bool](repeating: false, count: grid.cellCount)
    forEachCell { cell, raster, _ in served[raster] = state.masks[layer][cell] }
    let outline = try RasterPolygons.outline(on: grid) { served[$0] }
    return try RasterPolygons.simplified(outline, on: grid)
  }

  /// Servers that serve at least one cell.
  public func servers() -> ServerList { ServerList(surface) }

  /// Calls a body with every built-up cell: its index, its index in the raster, and its centre.
  private func forEachCell(_ body: (Int, Int, Coordinate) -> Void) {
    let cell = grid.cellWidth
    state.place.grid.forEachCell { index, position in
      let column = Int(((position.x - grid.originX) / cell).rounded(.down))
      let row = Int(((grid.originY - position.y) / cell).rounded(.down))
      body(index, row * grid.columns + column, position)
    }
  }

  private func floats(_ value: (Int, Int) -> Float) -> [Float] {
    var floats = [Float](repeating: .nan, count: grid.cellCount)
    forEachCell { cell, raster, _ in
      if let carrier = surface.strongest(cell) { floats[raster] = value(cell, carrier) }
    }
    return floats
  }

  private func numbers(empty: Int32, _ value: (Int, Int) -> Int32) -> [Int32] {
    var numbers = [Int32](repeating: empty, count: grid.cellCount)
    forEachCell { cell, raster, _ in
      if let carrier = surface.strongest(cell) { numbers[raster] = value(cell, carrier) }
    }
    return numbers
  }

  /// Built-up cells without a signal are known to have none; only what lies outside has no data.
  private func markingSilence(_ numbers: [Int32]) -> [UInt8] {
    var codes = numbers.map { UInt8(truncatingIfNeeded: $0) }
    forEachCell { cell, raster, _ in
      if surface.strongest(cell) == nil { codes[raster] = LimitingLink.none.code }
    }
    return codes
  }

  private func probabilities(_ place: CoverageLayer.Place) -> [Float] {
    var values = [Float](repeating: .nan, count: grid.cellCount)
    guard let layer = state.layers.firstIndex(where: { $0.place == place }) else { return values }
    forEachCell { cell, raster, position in
      // The strongest carrier outdoors need not be the surest, above all behind walls.
      for carrier in surface.surfaces {
        guard let index = carrier.transmitterIndex(ofCell: cell),
          let transmitter = carrier.transmitters[index]
        else { continue }
        let probability = transmitter.carrier.probability(
          layer: layer, levelDBm: Double(carrier.best[cell]),
          offset: transmitter.placement.offset(of: position), transmitter.antenna)
        let known = values[raster]
        values[raster] = known.isNaN ? Float(probability) : max(known, Float(probability))
      }
    }
    return values
  }

  private func population() -> [Float] {
    var values = [Float](repeating: .nan, count: grid.cellCount)
    let settlement = state.place.settlement
    let share = Float(Double(settlement.population) / Double(max(state.place.grid.cellCount, 1)))
    forEachCell { _, raster, _ in values[raster] = share }
    return values
  }
}
