/// Of resources of which all may be kept, what is left up to each account.
struct KeptBalances: Sendable {
  /// Of each resource, whether all of it may be kept and no account is overdrawn: what is left is then a sum.
  private(set) var isPlain: [Bool]
  /// The least that is left in an account or any later one, of plain resources.
  private(set) var leastAfter: [Int]
  private let isKept: [Bool]

  init(_ accounts: ResourceAccounts, _ booked: [Int]) {
    isKept = accounts.resources.indices.map { accounts.isAllKept($0) }
    isPlain = isKept
    leastAfter = [Int](repeating: 0, count: accounts.count)
    for resource in accounts.resources.indices { refresh(resource, accounts, booked) }
  }

  mutating func refresh(_ resource: Int, _ accounts: ResourceAccounts, _ booked: [Int]) {
    guard isKept[resource] else { return }
    var left = 0
    var least = 0
    for account in accounts.range(resource) {
      left += accounts.capacity[account] - booked[account]
      leastAfter[account] = left
      least = min(least, left)
    }
    isPlain[resource] = least >= 0
    least = .max
    for account in accounts.range(resource).reversed() {
      least = min(least, leastAfter[account])
      leastAfter[account] = least
    }
  }
}

extension ResourceAccounts {
  /// Whether whatever an account leaves may be kept.
  func isAllKept(_ resource: Int) -> Bool {
    let capacity = range(resource).map { max(0, self.capacity[$0]) }
    return carryOverCap[resource] > 0 && carryOverCap[resource] >= capacity.reduce(0, +)
  }
}
