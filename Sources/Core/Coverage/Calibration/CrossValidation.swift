import Radio
import Territory

/// Errors on clusters that took no part in the fit.
struct CrossValidation: Sendable {
  /// Before and after, by sample.
  private(set) var before: [Double]
  private(set) var after: [Double]
  /// By how much Tukey's loss falls, by sample; its scale is the training samples'.
  private(set) var gains: [Double]

  /// Fits to all folds but one, and asks of that one.
  ///
  /// Whole clusters go to a fold: samples of a drive are alike, and would vouch for each other. Clusters
  /// are shuffled by the seed, and each goes to the fold with the fewest samples.
  init(_ data: FitData, hasSlope: Bool, folds: Int, seed: UInt64) {
    before = data.y
    after = data.y
    gains = [Double](repeating: 0, count: data.count)
    let folds = Self.folds(data.clusters.map(\.count), folds: folds, seed: seed)
    for held in folds where folds.count > 1 {
      let rest = folds.filter { $0 != held }.flatMap(\.self).sorted()
      let (x, y) = data.points(rest)
      guard let line = RobustLine(x: x, y: y, hasSlope: hasSlope),
        let nearest = x.min(), let farthest = x.max()
      else { continue }
      let steepest = PathLossCorrection.steepestDBPerDecade
      let slope = min(max(line.slope, -steepest), steepest)
      for cluster in held {
        for index in data.clusters[cluster] {
          let place = min(max(data.x[index], nearest), farthest)
          after[index] = data.y[index] - line.intercept - slope * place
          gains[index] = line.loss(ofResidual: before[index]) - line.loss(ofResidual: after[index])
        }
      }
    }
  }

  /// Clusters of each fold, ascending; fewer folds than asked for where there are fewer clusters.
  static func folds(_ sizes: [Int], folds: Int, seed: UInt64) -> [[Int]] {
    var order = Array(sizes.indices)
    var numbers = RandomNumbers(seed: seed)
    for last in order.indices.dropFirst().reversed() {
      order.swapAt(last, numbers.below(last + 1))
    }
    let count = min(folds, sizes.count)
    var members = [[Int]](repeating: [], count: count)
    var samples = [Int](repeating: 0, count: count)
    for cluster in order {
      guard let least = samples.indices.min(by: { (samples[$0], $0) < (samples[$1], $1) }) else {
        continue
      }
      members[least].append(cluster)
      samples[least] += sizes[cluster]
    }
    return members.map { $0.sorted() }
  }

  /// Mean fall of the loss over samples with its standard error over clusters (ratio of sums, Cochran
  /// 1977, 11.8), for some samples.
  func gain(
    _ clusters: [Range<Int>], where counts: (Int) -> Bool = { _ in true }
  ) -> (mean: Double, error: Double, clusters: Int) {
    var sums: [(gain: Double, count: Double)] = []
    for cluster in clusters {
      let own = cluster.filter(counts)
      guard !own.isEmpty else { continue }
      sums.append((own.reduce(0) { $0 + gains[$1] }, Double(own.count)))
    }
    let count = sums.reduce(0) { $0 + $1.count }
    guard count > 0 else { return (0, .infinity, 0) }
    let mean = sums.reduce(0) { $0 + $1.gain } / count
    guard sums.count > 1 else { return (mean, .infinity, sums.count) }
    let squares = sums.reduce(0) {
      let off = $1.gain - mean * $1.count
      return $0 + off * off
    }
    let size = Double(sums.count)
    return (mean, (squares * size / (size - 1)).squareRoot() / count, sums.count)
  }

  /// Whether the loss falls by more than chance, at the rule's confidence on one side.
  func isBetter(_ clusters: [Range<Int>]) -> Bool {
    let gain = gain(clusters)
    guard gain.clusters > 1, gain.mean > 0 else { return false }
    let factor = IncompleteBeta.studentQuantile(
      CalibrationRule.confidence, degreesOfFreedom: Double(gain.clusters - 1))
    return gain.mean > factor * gain.error
  }
}
