import Kernels
import Territory

extension CoverChoice {
  /// How a choice is annealed (``PricedSearch``).
  struct Annealing {
    /// Sites that may come or go, in turns of so many near each other, and steps in each by site.
    var pool: [Int32]
    var window: Int
    var sweeps: Int
    /// Worth of a unit of price, and loss of the size that is still accepted, in the unit of values.
    var rate: Double
    var heat: Double
    /// Value that is wanted, and by how many parts the rate rises with each unit of more.
    var wanted: Double
    var slope: Double
  }

  /// Goes once through all sites of the pool. The price, which chosen site is the least, and what is missing are right
  /// again after ``refresh()``.
  func anneal(_ annealing: Annealing, _ random: inout RandomNumbers) {
    random.continued { seed in
      change { state, groups, chosenOfGroup, value in
        annealing.pool.withUnsafeBufferPointer { pool in
          guard let sites = pool.baseAddress else { return }
          var kernel = deepreach_annealing(
            pool: sites, pool_count: Int32(pool.count), group_of_site: groups,
            chosen_of_group: chosenOfGroup, rate: annealing.rate, heat: annealing.heat,
            wanted: annealing.wanted, slope: annealing.slope, value: value, random: seed)
          deepreach_anneal(&state, &kernel, Int32(annealing.window), Int32(annealing.sweeps))
          (value, seed) = (kernel.value, kernel.random)
        }
      }
    }
  }
}
