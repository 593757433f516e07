import Territory

/// The slider's steps: 0 before the plan, n at the end of the n-th quarter.
struct MapSteps {
  let quarters: [Quarter]

  /// The step at whose end a quarter is over; the one that the slider never comes to for nil.
  func step(_ quarter: Quarter?) -> Int {
    guard let quarter, let first = quarters.first else { return quarters.count + 1 }
    return max(0, quarter.index - first.index) + 1
  }
}
