import Territory

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Samples of one fit, column by column, by cluster.
struct FitData: Sendable {
  /// Decades of distance from the reference.
  private(set) var x: [Double] = []
  /// Measured less predicted, dB.
  private(set) var y: [Double] = []
  /// Of each cluster its samples.
  private(set) var clusters: [Range<Int>] = []
  /// Geometric mean of the distances, to a tenth of a metre.
  let referenceMetres: Double
  let validMetres: ClosedRange<Double>
  /// Whether the distances are spread widely enough for a slope.
  let spansDistances: Bool

  /// - Parameter samples: in the order of their clusters; not empty.
  init(_ samples: [CalibrationSample]) {
    let decades = samples.map { log10($0.distanceMetres) }
    let mean = decades.reduce(0, +) / Double(max(1, decades.count))
    let reference = max(1, (pow(10, mean) * 10).rounded() / 10)
    referenceMetres = reference
    let distances = samples.map(\.distanceMetres)
    let nearest = max(1, ((distances.min() ?? 1) * 10).rounded() / 10)
    let farthest = max(nearest, ((distances.max() ?? 1) * 10).rounded() / 10)
    validMetres = nearest...farthest
    let sorted = decades.sorted()
    let last = Double(sorted.count - 1)
    spansDistances =
      sorted[Int((0.9 * last).rounded())] - sorted[Int((0.1 * last).rounded())]
      >= CalibrationRule.leastDecades
    x = distances.map { log10($0 / reference) }
    y = samples.map(\.errorDB)
    var start = 0
    for index in samples.indices
    where index + 1 == samples.count || samples[index + 1].cluster != samples[index].cluster {
      clusters.append(start..<index + 1)
      start = index + 1
    }
  }

  var count: Int { y.count }

  /// Points of some clusters.
  func points(_ chosen: [Int]) -> (x: [Double], y: [Double]) {
    (chosen.flatMap { x[clusters[$0]] }, chosen.flatMap { y[clusters[$0]] })
  }
}

/// A fit to all of a group's samples with errors of its coefficients.
struct CalibrationFit: Sendable {
  let line: RobustLine
  /// Standard errors.
  let interceptError: Double
  let slopeError: Double

  /// Fits, and draws whole clusters anew, with replacement (A. C. Davison and D. V. Hinkley, Bootstrap
  /// Methods and their Application, 1997, section 3.8), at the scale of all samples.
  ///
  /// Of G clusters drawn with replacement the variance comes out too small by (G - 1) / G, which is put
  /// right. Nil without samples.
  init?(_ data: FitData, hasSlope: Bool, draws: Int, seed: UInt64) {
    guard let line = RobustLine(x: data.x, y: data.y, hasSlope: hasSlope) else { return nil }
    self.line = line
    let count = data.clusters.count
    guard count > 1 else {
      interceptError = .infinity
      slopeError = .infinity
      return
    }
    var numbers = RandomNumbers(seed: seed)
    var (intercepts, slopes): ([Double], [Double]) = ([], [])
    var weights = [Double](repeating: 0, count: data.count)
    for _ in 0..<draws {
      for index in weights.indices { weights[index] = 0 }
      for _ in 0..<count {
        for index in data.clusters[numbers.below(count)] { weights[index] += 1 }
      }
      // A standard error needs no more digits than this.
      let drawn = line.redescended(
        x: data.x, y: data.y, weights: weights, hasSlope: hasSlope, tolerance: 1e-4)
      intercepts.append(drawn.intercept)
      slopes.append(drawn.slope)
    }
    let factor = (Double(count) / Double(count - 1)).squareRoot()
    interceptError = ErrorFigures(intercepts).deviationDB * factor
    slopeError = hasSlope ? ErrorFigures(slopes).deviationDB * factor : 0
  }
}
