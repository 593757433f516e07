public import Geometry

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// How fast sweeps go on this machine, on one thread, over made-up hills.
public struct SweepBenchmark: Sendable {
  /// Targets with a loss.
  public let pathCount: Int
  /// Mean number of points a path, both ends included.
  public let pointsPerPath: Double
  /// Time of the processor, of this thread alone.
  public let seconds: Double
  /// Sum of the losses, dB: equal work gives equal sums.
  public let checksumDB: Double

  /// Paths a second.
  public var pathsPerSecond: Double { Double(pathCount) / seconds }

  /// Sweeps a square of targets at 2.6 GHz from 35 m to 1.5 m above hills of up to 400 m.
  ///
  /// - Parameters:
  ///   - radiusMetres: half the square's side.
  ///   - fieldCellMetres: of the hills.
  ///   - stepMetres: longest step of a path; nil for the hills' cell.
  ///   - side: targets along a side of the square, even.
  ///   - timePercent: of P.1812.
  /// - Throws: DR-333, DR-350, DR-352 or DR-353 for values that make no sweep.
  public static func measure(
    radiusMetres: Double, fieldCellMetres: Double, stepMetres: Double? = nil, side: Int = 500,
    timePercent: Double = 50
  ) throws(UserError) -> Self {
    let field = try SyntheticTerrain.hills(
      seed: 1, halfSideMetres: radiusMetres + fieldCellMetres, cellMetres: fieldCellMetres)
    let model = try P1812(
      carrierGHz: 2.6, transmitterHeightMetres: 35, receiverHeightMetres: 1.5,
      timePercent: timePercent, climate: try RadioClimate())
    let sweep = try TerrainSweep(
      model, over: field, mastEast: 0, mastNorth: 0,
      targets: try TargetGrid(
        aroundEast: 0, north: 0, radiusMetres: radiusMetres,
        cellMetres: 2 * radiusMetres / Double(max(side, 2))),
      stepMetres: stepMetres)
    let start = threadSeconds()
    let losses = sweep.losses()
    let seconds = threadSeconds() - start
    return Self(
      pathCount: losses.computedCount, pointsPerPath: sweep.meanPointCount, seconds: seconds,
      checksumDB: losses.lossDB.reduce(0) { $1.isNaN ? $0 : $0 + Double($1) })
  }

  private static func threadSeconds() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) + 1e-9 * Double(time.tv_nsec)
  }
}

extension TerrainSweep {
  /// Mean number of points of the paths inside the heights, both ends included; 0 without any.
  fileprivate var meanPointCount: Double {
    var points = 0
    var paths = 0
    for row in 0..<targets.rows {
      for column in 0..<targets.columns {
        guard case .inside(let ray) = ray(column, row) else { continue }
        points += ray.intervals + 1
        paths += 1
      }
    }
    return paths == 0 ? 0 : Double(points) / Double(paths)
  }
}
