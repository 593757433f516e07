import Siting
import Territory

/// What it costs to have a scheduled package a quarter later: what it is worth less, and those that begin in the
/// quarter after it, which move with it. All else stays as it stands, so this is an estimate: a schedule made anew
/// would find something better to do, or something worse.
struct DelayCost {
  private let entries: [String: ScheduledPackage]
  private let followers: [String: [String]]
  private let worths: [String: [Double]]
  private let from: Quarter

  /// - Parameters:
  ///   - packages: with what each waits for.
  ///   - worths: by finish from the horizon's first quarter on.
  init(_ schedule: Schedule, _ packages: [RolloutPackage], worths: [String: [Double]]) {
    entries = Dictionary(
      schedule.packages.map { ($0.package.id, $0) }, uniquingKeysWith: { $1 })
    var followers: [String: [String]] = [:]
    for package in packages {
      for name in package.prerequisites { followers[name, default: []].append(package.work.id) }
    }
    self.followers = followers
    self.worths = worths
    from = schedule.limits.from
  }

  /// What moves when a package does, itself first.
  func moved(by id: String) -> [String] {
    var moved = [id]
    var seen: Set<String> = [id]
    var next = 0
    while next < moved.count {
      if let entry = entries[moved[next]] {
        for follower in followers[moved[next]] ?? [] {
          guard let own = entries[follower], own.start.index == entry.finish.index + 1,
            seen.insert(follower).inserted
          else { continue }
          moved.append(follower)
        }
      }
      next += 1
    }
    return moved
  }

  /// The loss of a quarter's delay, in the objective's unit, 0 or more.
  func quarter(_ moved: [String]) -> Double {
    var sum = CompensatedSum()
    for id in moved {
      guard let entry = entries[id], let values = worths[id] else { continue }
      let finish = entry.finish.index - from.index
      guard values.indices.contains(finish) else { continue }
      let later = finish + 1 < values.count ? values[finish + 1] : 0
      sum.add(max(0, values[finish] - later))
    }
    return sum.value
  }
}
