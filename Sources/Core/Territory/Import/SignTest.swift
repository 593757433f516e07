#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The sign test: how probable so uneven a split of pairs is where both outcomes are equally probable.
enum SignTest {
  /// Probability of `losses` or fewer of `wins + losses` pairs, one-sided; 1 without pairs.
  static func probability(wins: Int, losses: Int) -> Double {
    let pairs = wins + losses
    guard pairs > 0 else { return 1 }
    var term = -Double(pairs) * log(2)
    var sum = 0.0
    for count in 0...losses {
      if count > 0 { term += log(Double(pairs - count + 1)) - log(Double(count)) }
      sum += exp(term)
    }
    return min(1, sum)
  }
}
