/// A sum whose rounding error does not grow with the number of terms (Neumaier 1974): within two
/// units in the last place of the sum of magnitudes.
public struct CompensatedSum: Sendable {
  private(set) var sum = 0.0
  private(set) var compensation = 0.0

  /// Nothing.
  public init() {}

  /// The sum so far.
  public var value: Double { sum + compensation }

  /// Adds a term.
  public mutating func add(_ term: Double) {
    let next = sum + term
    compensation += abs(sum) >= abs(term) ? (sum - next) + term : (term - next) + sum
    sum = next
  }

  /// Sum of some terms.
  public static func of(_ terms: some Sequence<Double>) -> Double {
    var sum = CompensatedSum()
    for term in terms { sum.add(term) }
    return sum.value
  }
}
