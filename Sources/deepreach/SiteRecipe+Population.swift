import Geometry
import Siting

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

extension SiteRecipe {
  /// People scattered round the places of a country of 3000 x 3000 km: 16,000 places, uniform, of
  /// populations with a Pareto tail of exponent 1.1; a point belongs to a place drawn by population,
  /// at a distance with a tail of exponent 2 whose scale grows as the root of the population, and
  /// has a weight with a Pareto tail of exponent 1.5, at most 1000. Sites are drawn likewise.
  static func population(
    _ sites: Int, _ demands: Int, seed: UInt64
  ) throws(UserError) -> Parts {
    var random = SplitMix(state: seed)
    var centres: [(x: Double, y: Double, scale: Double)] = []
    var ends: [Double] = []
    var sum = 0.0
    for _ in 0..<16_000 {
      // From 2000 to twenty million people.
      let people = min(2e7, 2000 * pow(1 - random.unit(), -1 / 1.1))
      sum += people
      ends.append(sum)
      centres.append(
        (random.unit() * 3000, random.unit() * 3000, 4 * (people / 1e5).squareRoot()))
    }
    func points(_ count: Int) throws(UserError) -> CoverPoints {
      var x: [Double] = []
      var y: [Double] = []
      for _ in 0..<count {
        let mark = random.unit() * sum
        var (low, high) = (0, ends.count - 1)
        while low < high {
          let middle = (low + high) / 2
          if ends[middle] < mark { low = middle + 1 } else { high = middle }
        }
        let centre = centres[low]
        let distance = centre.scale * (1 / (1 - random.unit()).squareRoot() - 1)
        let angle = 2 * Double.pi * random.unit()
        x.append(centre.x + distance * cos(angle))
        y.append(centre.y + distance * sin(angle))
      }
      return try CoverPoints(x: x, y: y)
    }
    let candidates = try points(sites)
    let demand = try points(demands)
    let weights = (0..<demands).map { _ in
      min(1000, (10 * pow(1 - random.unit(), -1 / 1.5)).rounded(.down))
    }
    return (candidates, demand, weights)
  }
}
