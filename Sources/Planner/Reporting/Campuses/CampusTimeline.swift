import Scheduling
import Siting
import Territory

/// Scenarios of campuses by the quarter in which they can run.
struct CampusTimeline {
  private(set) var already = 0
  private(set) var total = 0
  /// Quarters that enable any, in order of time.
  let byQuarter: [(quarter: Quarter, more: Int)]

  init(_ result: CampusResult) {
    var counts: [Quarter: Int] = [:]
    for outcome in result.outcomes {
      for scenario in outcome.finding.scenarios {
        total += 1
        switch outcome.enabled(scenario) {
        case .already: already += 1
        case .from(let quarter): counts[quarter, default: 0] += 1
        case .never: break
        }
      }
    }
    byQuarter = counts.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }

  var enabled: Int { byQuarter.reduce(already) { $0 + $1.more } }

  /// With what can run by the end of each quarter.
  var sums: [(quarter: Quarter, more: Int, sum: Int)] {
    var sum = already
    return byQuarter.map { quarter, more in
      sum += more
      return (quarter, more, sum)
    }
  }

  /// What runs before the first quarter, and what does not by the last.
  func note(_ language: Language) -> String {
    CampusWords.enabledNote.text(
      language, [DecimalText.grouped(already), DecimalText.grouped(total - enabled)])
  }
}
