import Territory

/// Draws activities that take from what is short.
struct RivalDraw: Sendable {
  private let model: ScheduleModel
  private let rivals: [[Rival]]

  /// A row that takes from a resource.
  private struct Rival {
    let row: Int32
    /// At most, whole units.
    let amount: Int
  }

  /// Draws in vain after which none is looked for any more.
  private static let patience = 50
  /// Of how many the largest is taken where size counts.
  private static let tournament = 3

  init(_ model: ScheduleModel) {
    self.model = model
    var rivals = [[Rival]](repeating: [], count: model.accounts.resources.count)
    for row in 0..<model.rows where !model.isFixed[row] {
      var amounts: [Int: Int] = [:]
      for use in model.firstUse[model.firstMode[row]]..<model.firstUse[model.firstMode[row] + 1] {
        for resource in model.keys[Int(model.useKey[use])].resources {
          amounts[resource, default: 0] += Int(model.useAmount[use])
        }
      }
      for (resource, amount) in amounts {
        rivals[resource].append(Rival(row: Int32(row), amount: amount))
      }
    }
    self.rivals = rivals
  }

  /// A row by chance that takes from what is short, or the largest of some; nil when none is found.
  ///
  /// - Parameter isFree: whether a row may be drawn.
  func row(
    _ shortage: ResourceLedger.Shortage, bySize: Bool, in state: ScheduleState,
    _ random: inout RandomNumbers, where isFree: (Int) -> Bool
  ) -> Int? {
    let rivals = rivals[shortage.resource]
    guard !rivals.isEmpty else { return nil }
    var found: Rival?
    for _ in 0..<(bySize ? Self.tournament : 1) {
      for _ in 0..<Self.patience {
        let rival = rivals[random.below(rivals.count)]
        guard isFree(Int(rival.row)), let start = state.starts[Int(rival.row)],
          takes(Int(rival.row), start, shortage)
        else { continue }
        if rival.amount >= found?.amount ?? 0 { found = rival }
        break
      }
    }
    return found.map { Int($0.row) }
  }

  /// Whether a start takes from the account that is short, or from one that could keep something for it.
  private func takes(
    _ row: Int, _ start: ActivityStart, _ shortage: ResourceLedger.Shortage
  ) -> Bool {
    let account = model.accounts.first[shortage.resource] + shortage.account
    let isKept = model.accounts.carryOverCap[shortage.resource] > 0
    let mode = model.firstMode[row] + start.mode
    for use in model.firstUse[mode]..<model.firstUse[mode + 1] {
      for index in model.cells.range(key: model.useKey[use], start: start.period) {
        let cell = model.cells.cells[index]
        guard Int(cell.resource) == shortage.resource else { continue }
        if Int(cell.account) == account || isKept && Int(cell.account) < account { return true }
      }
    }
    return false
  }
}
