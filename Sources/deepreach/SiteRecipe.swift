import Geometry
import Siting

/// Published families of covering instances, made where they are used (docs/siting.md): a file of
/// twenty million points would take longer to read than to solve.
struct SiteRecipe {
  let demand: CoverPoints
  let weights: [Double]
  let candidates: CoverPoints
  let radius: Double
  let sites: Int

  /// - Throws: DR-859 for a text that names no recipe.
  init(_ text: String) throws(UserError) {
    let parts = text.split(separator: ":").map(String.init)
    let numbers = parts.dropFirst().compactMap(Double.init)
    guard let kind = parts.first, numbers.count == 5, parts.count == 6,
      numbers.allSatisfy({ (0...1e9).contains($0) }), numbers[0] >= 1, numbers[1] >= 1
    else { throw Self.refusal(text) }
    let (count, demands, seed) = (Int(numbers[0]), Int(numbers[1]), numbers[2])
    sites = Int(numbers[4])
    switch kind {
    case "cfl":
      (candidates, demand, weights) = try Self.cordeau(count, demands, seed: UInt32(seed))
      radius = numbers[3]
    case "uniform":
      (candidates, demand, weights) = try Self.uniform(count, demands, seed: UInt64(seed))
      radius = 30 * (numbers[3] / (.pi * numbers[0])).squareRoot()
    case "clusters":
      (candidates, demand, weights) = try Self.clusters(count, demands, seed: UInt64(seed))
      radius = numbers[3]
    case "population":
      (candidates, demand, weights) = try Self.population(count, demands, seed: UInt64(seed))
      radius = numbers[3]
    default: throw Self.refusal(text)
    }
  }

  private static func refusal(_ text: String) -> UserError {
    UserError(
      "DR-859", .usage, at: "--recipe", "'\(text)' is no recipe",
      remedy: "give cfl:SITES:DEMANDS:SEED:RADIUS:P, uniform:SITES:DEMANDS:SEED:DEGREE:P, "
        + "clusters:SITES:DEMANDS:SEED:RADIUS:P or population:SITES:DEMANDS:SEED:RADIUS:P")
  }

  typealias Parts = (CoverPoints, CoverPoints, [Double])

  /// Cordeau, Furini and Ljubic (2019): uniform in a square of 30, drawn by the C library's rand().
  private static func cordeau(
    _ sites: Int, _ demands: Int, seed: UInt32
  ) throws(UserError) -> Parts {
    var random = AdditiveFeedback(seed: seed)
    func points(_ count: Int) throws(UserError) -> CoverPoints {
      var x = [Double](repeating: 0, count: count)
      var y = x
      for index in 0..<count {
        x[index] = Double(random.next()) / 2_147_483_647 * 30
        y[index] = Double(random.next()) / 2_147_483_647 * 30
      }
      return try CoverPoints(x: x, y: y)
    }
    let candidates = try points(sites)
    let demand = try points(demands)
    // Costs of sites, all 1, take a number each.
    for _ in 0..<sites { _ = random.next() }
    var weights = [Double](repeating: 0, count: demands)
    for index in 0..<demands { weights[index] = Double(1 + random.next() % 100) }
    return (candidates, demand, weights)
  }

  /// After ReVelle, Scholssberg and Williams: uniform in a square of 30, weights 0 to 100. Where
  /// there are as many demands as sites they are the same points.
  private static func uniform(
    _ sites: Int, _ demands: Int, seed: UInt64
  ) throws(UserError) -> Parts {
    var random = SplitMix(state: seed)
    func points(_ count: Int) throws(UserError) -> CoverPoints {
      var x: [Double] = []
      var y: [Double] = []
      for _ in 0..<count {
        x.append(random.unit() * 30)
        y.append(random.unit() * 30)
      }
      return try CoverPoints(x: x, y: y)
    }
    let candidates = try points(sites)
    let demand = demands == sites ? candidates : try points(demands)
    let weights = (0..<demands).map { _ in (random.unit() * 101).rounded(.down) }
    return (candidates, demand, weights)
  }

  /// People round places: places uniform in a square of 1000, their sizes after Zipf, each with a
  /// bell of a width by its size.
  private static func clusters(
    _ sites: Int, _ demands: Int, seed: UInt64
  ) throws(UserError) -> Parts {
    var random = SplitMix(state: seed)
    let places = max(1, sites / 40)
    var centres: [(x: Double, y: Double, width: Double)] = []
    var ends: [Double] = []
    var sum = 0.0
    for rank in 1...places {
      let size = 1 / Double(rank)
      sum += size
      ends.append(sum)
      centres.append((random.unit() * 1000, random.unit() * 1000, 30 * size.squareRoot() + 0.5))
    }
    func points(_ count: Int) throws(UserError) -> CoverPoints {
      var x: [Double] = []
      var y: [Double] = []
      for _ in 0..<count {
        let mark = random.unit() * sum
        var (low, high) = (0, places - 1)
        while low < high {
          let middle = (low + high) / 2
          if ends[middle] < mark { low = middle + 1 } else { high = middle }
        }
        let centre = centres[low]
        // The sum of four uniform numbers is bell enough.
        func bell() -> Double {
          random.unit() + random.unit() + random.unit() + random.unit() - 2
        }
        x.append(centre.x + centre.width * bell())
        y.append(centre.y + centre.width * bell())
      }
      return try CoverPoints(x: x, y: y)
    }
    let candidates = try points(sites)
    let demand = try points(demands)
    let weights = (0..<demands).map { _ in 1 + (random.unit() * 100).rounded(.down) }
    return (candidates, demand, weights)
  }
}

/// rand() of the GNU C library (its default, additive feedback x[i] = x[i-3] + x[i-31]).
private struct AdditiveFeedback {
  private var state = [UInt32](repeating: 0, count: 31)
  private var front = 3
  private var back = 0

  init(seed: UInt32) {
    var value = Int64(seed == 0 ? 1 : seed)
    for index in 0..<31 {
      if index > 0 {
        value = 16_807 * (value % 127_773) - 2_836 * (value / 127_773)
        if value < 0 { value += 2_147_483_647 }
      }
      state[index] = UInt32(truncatingIfNeeded: value)
    }
    for _ in 0..<310 { _ = next() }
  }

  mutating func next() -> UInt32 {
    state[front] &+= state[back]
    let result = state[front] >> 1
    front = front == 30 ? 0 : front + 1
    back = back == 30 ? 0 : back + 1
    return result
  }
}

/// SplitMix64 (Steele, Lea and Flood 2014).
struct SplitMix {
  var state: UInt64

  mutating func unit() -> Double {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return Double((mixed ^ (mixed >> 31)) >> 11) * 0x1p-53
  }
}
