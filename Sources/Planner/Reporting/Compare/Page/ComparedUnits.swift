import Coverage
import Territory

/// What a run makes of units, by the settlements that stand for them: of a county its seat, or its city; of a
/// province the last and lowest of its cities.
struct ComparedUnits {
  /// Status when the plan is done, by adcode.
  let statuses: [String: CoverageStatus]
  /// When the target is reached, by adcode: 0 from the start, n in the n-th quarter, nil not by the end.
  private let steps: [String: Int?]

  /// Looks of a difference in time: from much later to much sooner.
  static let looks = ["down-2", "down-1", "same", "up-1", "up-2"].map { "differs-" + $0 }
  /// Quarters from which on a difference is a large one.
  private static let large = 4

  /// - Parameter from: the first quarter of any run.
  init(_ run: ComparedRun, _ units: [AdministrativeUnit], from: Quarter) {
    let places = Dictionary(
      run.places.map { ($0.settlement, $0) }, uniquingKeysWith: { first, _ in first })
    let cities = Dictionary(grouping: run.places.filter { $0.kind == .city }) {
      $0.settlement.prefix(2)
    }
    var statuses: [String: CoverageStatus] = [:]
    var steps: [String: Int?] = [:]
    for unit in units {
      let seats =
        unit.level == .province
        ? cities[unit.adcode.prefix(2)] ?? []
        : [
          places[unit.adcode]
            ?? (unit.level == .county ? unit.parent.flatMap { places[$0] } : nil)
        ].compactMap { $0 }
      statuses[unit.adcode] = seats.map(\.after).min()
      guard let last = seats.map(\.reach).max() else { continue }
      steps[unit.adcode] =
        switch last {
        case .start: .some(0)
        case .quarter(let quarter): .some(quarter.index - from.index + 1)
        case .never: .some(nil)
        }
    }
    self.statuses = statuses
    self.steps = steps
  }

  /// Numbers of ``looks`` by adcode: how much sooner than in the base.
  func differences(from base: ComparedUnits) -> [String: Int] {
    var differences: [String: Int] = [:]
    for (adcode, step) in steps {
      guard let before = base.steps[adcode] else { continue }
      differences[adcode] = Self.difference(step, from: before)
    }
    return differences
  }

  /// 2 for the same time, 3 and 4 for sooner, 1 and 0 for later.
  private static func difference(_ step: Int?, from base: Int?) -> Int {
    switch (step, base) {
    case (nil, nil): 2
    case (nil, _): 0
    case (_, nil): 4
    case (let step?, let base?):
      step <= base - large
        ? 4 : step < base ? 3 : step == base ? 2 : step < base + large ? 1 : 0
    }
  }
}
