import Coverage
import Territory

/// A province, prefecture or county: what became of its settlements, each by the lowest of its groups.
struct ChangedUnit {
  let level: String
  let adcode: String
  private(set) var settlements = 0
  private(set) var rose = 0
  private(set) var fell = 0
  private(set) var newlyPassing = 0
  private(set) var noLongerPassing = 0
  private(set) var passingBefore = 0
  private(set) var passingAfter = 0
  private(set) var residents = 0
  private(set) var residentsNewlyPassing = 0
  private(set) var residentsNoLongerPassing = 0

  private init(level: String, adcode: String) {
    self.level = level
    self.adcode = adcode
  }

  /// Units with a settlement that stands in both audits, from provinces down, by code.
  static func units(of change: AuditChange) -> [ChangedUnit] {
    var units: [String: ChangedUnit] = [:]
    let both = change.places.filter { $0.status.before != nil && $0.status.after != nil }
    for (_, groups) in Dictionary(grouping: both, by: \.settlement).sorted(by: { $0.key < $1.key })
    {
      guard let first = groups.first else { continue }
      let levels = [
        ("province", first.province), ("prefecture", first.prefecture), ("county", first.county),
      ]
      for (place, level) in levels.enumerated() where !level.1.isEmpty {
        units["\(place)\(level.1)", default: ChangedUnit(level: level.0, adcode: level.1)]
          .add(groups)
      }
    }
    return units.sorted { $0.key < $1.key }.map(\.value)
  }

  private mutating func add(_ groups: [PlaceChange]) {
    let before = groups.compactMap(\.status.before).min() ?? .none
    let after = groups.compactMap(\.status.after).min() ?? .none
    let passed = groups.allSatisfy(\.passes.before)
    let passes = groups.allSatisfy(\.passes.after)
    let people = groups.first?.population.after ?? 0
    settlements += 1
    residents += people
    rose += after > before ? 1 : 0
    fell += after < before ? 1 : 0
    passingBefore += passed ? 1 : 0
    passingAfter += passes ? 1 : 0
    if passes, !passed {
      newlyPassing += 1
      residentsNewlyPassing += people
    }
    if passed, !passes {
      noLongerPassing += 1
      residentsNoLongerPassing += people
    }
  }
}
