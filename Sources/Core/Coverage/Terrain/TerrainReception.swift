import Geometry
import Radio
import Territory

/// What one station puts on the cells of a place over terrain.
struct TerrainReception {
  /// One cell that P.1812 has a loss for.
  struct Cell {
    let index: Int
    /// Path loss and the pattern of the sector that faces it best, dB.
    let lossDB: Double
    /// SS-RSRP of every sector, dBm.
    let levelsDBm: [Float]
  }

  /// Cells by P.1812.
  private(set) var computed: [Cell] = []
  /// Cells nearer than P.1812 reaches: stretches with the row as seen from the site.
  private(set) var near: [(cells: Range<Int>, row: RasterRow)] = []
  /// Cells behind ground that is not known.
  private(set) var unknown: [Int] = []

  /// - Parameters:
  ///   - distance: cells farther away are left out.
  ///   - heightMetres: of the site's antennas above ground.
  init(
    _ service: TerrainService, _ antenna: SectorAntenna, at placement: SitePlacement,
    on ground: PlaceGround, grid: CoverageGrid, withinMetres distance: Double
  ) throws(UserError) {
    var stretches: [(cells: Range<Int>, row: RasterRow, column: Int, national: Int)] = []
    placement.forEachStretch(of: grid, withinMetres: distance) { cells, row, column, national in
      stretches.append((cells, row, column, national))
    }
    guard let first = stretches.first else { return }
    let west = stretches.map(\.column).min() ?? first.column
    let south = first.national
    let columns = (stretches.map { $0.column + $0.cells.count }.max() ?? west) - west
    let rows = (stretches.last?.national ?? south) - south + 1
    let sweep = try Self.sweep(
      service, placement, ground, grid, west: west, south: south, columns: columns, rows: rows)
    let losses = sweep.losses(
      of: stretches.map {
        TargetStretch(
          row: $0.national - south,
          columns: ($0.column - west)..<($0.column - west + $0.cells.count))
      })
    var next = 0
    let mast = ground.field.height(east: sweep.mastEast, north: sweep.mastNorth)
    for stretch in stretches {
      take(
        stretch.cells, stretch.row, losses, from: next, service, antenna, ground, sweep,
        mastMetres: mast)
      next += stretch.cells.count
    }
  }

  /// The sweep to the cells of a box of the raster, in the frame of the place.
  private static func sweep(
    _ service: TerrainService, _ placement: SitePlacement, _ ground: PlaceGround,
    _ grid: CoverageGrid, west: Int, south: Int, columns: Int, rows: Int
  ) throws(UserError) -> TerrainSweep {
    let cell = grid.cellMetres
    func local(_ column: Int, _ row: Int) -> Coordinate {
      ground.frame.local(
        Coordinate(x: (Double(column) + 0.5) * cell, y: (Double(row) + 0.5) * cell))
    }
    let origin = local(west, south)
    let right = local(west + 1, south)
    let up = local(west, south + 1)
    let mast = ground.frame.local(placement.position)
    return try TerrainSweep(
      service.model, over: ground.field, mastEast: mast.x, mastNorth: mast.y,
      targets: TargetGrid(
        originEast: origin.x, originNorth: origin.y,
        columnStep: GridStep(eastMetres: right.x - origin.x, northMetres: right.y - origin.y),
        rowStep: GridStep(eastMetres: up.x - origin.x, northMetres: up.y - origin.y),
        columns: columns, rows: rows))
  }

  private mutating func take(
    _ cells: Range<Int>, _ row: RasterRow, _ losses: SweptLosses, from start: Int,
    _ service: TerrainService, _ antenna: SectorAntenna, _ ground: PlaceGround,
    _ sweep: TerrainSweep, mastMetres: Double
  ) {
    var nearStart: Int?
    for step in 0...cells.count {
      let state = step < cells.count ? losses.states[start + step] : nil
      if state == .tooNear {
        if nearStart == nil { nearStart = step }
        continue
      }
      if let begin = nearStart {
        near.append(
          (
            cells.lowerBound + begin..<cells.lowerBound + step, row.advanced(by: begin)
          ))
        nearStart = nil
      }
      switch state {
      case .computed:
        let offset = row.offset(cell: step)
        let below = ground.field.height(
          east: sweep.mastEast + offset.x, north: sweep.mastNorth + offset.y)
        computed.append(
          Self.cell(
            cells.lowerBound + step, Double(losses.lossDB[start + step]), offset, service, antenna,
            fallMetres: below.isFinite ? mastMetres - below : 0))
      case .unknown: unknown.append(cells.lowerBound + step)
      case .tooNear, nil: break
      }
    }
  }

  private static func cell(
    _ index: Int, _ pathDB: Double, _ offset: Coordinate, _ service: TerrainService,
    _ antenna: SectorAntenna, fallMetres: Double
  ) -> Cell {
    let distance = (offset.x * offset.x + offset.y * offset.y).squareRoot()
    let vertical = antenna.pattern.verticalLossDB(
      distanceMetres: distance,
      heightDifferenceMetres: service.model.transmitterHeightMetres
        - service.model.receiverHeightMetres + fallMetres)
    let patterns = antenna.horizontalLossesDB(east: offset.x, north: offset.y).map {
      antenna.pattern.lossDB(horizontalDB: $0, verticalDB: vertical)
    }
    return Cell(
      index: index, lossDB: pathDB + (patterns.min() ?? 0),
      levelsDBm: patterns.map { Float(service.boresightDBm - pathDB - $0) })
  }
}
