import Geometry
import Scheduling
import Territory
import TestSupport

/// Distributions, problems and books of which only what matters is given.
enum RiskMaking {
  static func figure(_ value: Double) -> Figure {
    Figure(value: value, unit: "1", kind: .judgement, source: "test")
  }

  static func triangular(
    _ low: Double, _ mode: Double, _ high: Double, correlation: Double = 0
  ) -> RiskDistribution {
    RiskDistribution(
      shape: .triangular, low: figure(low), mode: figure(mode), high: figure(high),
      correlation: figure(correlation))
  }

  static func lognormal(
    _ low: Double, _ high: Double, correlation: Double = 0
  ) -> RiskDistribution {
    RiskDistribution(
      shape: .lognormal, low: figure(low), high: figure(high), correlation: figure(correlation))
  }

  /// Chance that a triangle is up to x.
  static func cumulative(_ low: Double, _ mode: Double, _ high: Double, at x: Double) -> Double {
    if x <= low { return 0 }
    if x >= high { return 1 }
    return x <= mode
      ? (x - low) * (x - low) / ((high - low) * (mode - low))
      : 1 - (high - x) * (high - x) / ((high - low) * (high - mode))
  }

  /// An activity of one mode that is worth most when it is early.
  static func activity(
    _ id: String, after: [Int] = [], periods: Int, duration: Int = 1, uses: [ResourceUse] = []
  ) -> ScheduleActivity {
    ScheduleActivity(
      id: id, prerequisites: after,
      modes: [
        ActivityMode(
          durationPeriods: duration, uses: uses,
          valueByFinish: (0..<periods).map { Double(periods - $0) })
      ])
  }

  static func book(_ making: BookMaking, risk: String) throws -> LimitBook {
    let scratch = try Scratch()
    return try LimitBook.read(path: scratch.file("limits.yaml", making.text() + risk))
  }

  /// YAML of a distribution.
  static func yaml(
    _ shape: String, low: String, mode: String?, high: String, correlation: String = "0"
  ) -> String {
    let fields = [
      ("low", low), ("mode", mode ?? ""), ("high", high), ("correlation", correlation),
    ].filter { !$0.1.isEmpty }.map { "\($0.0): \(BookMaking.amount($0.1))" }
    return "{shape: \(shape), \(fields.joined(separator: ", "))}"
  }
}
