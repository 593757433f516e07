import Coverage
public import Scheduling
import Territory

/// `risk.csv`: one row a target, deadline of the book and package with a date of its own.
enum RiskTable {
  /// Stands where a quarter lies behind the horizon's end.
  static let beyond = "beyond"

  private static let columns = [
    "kind", "settlements", "status", "package", "packages", "left_out", "planned", "by", "chance",
    "standard_error", "chance_low", "chance_high", "p50", "p80", "p95", "driver",
  ]

  static func csv(_ risk: ScheduleRisk) -> [UInt8] {
    var writer = CSVWriter(header: columns)
    for row in risk.rows {
      let words = RiskWords(row.aim)
      writer.append(
        [
          .text(words.kind), .text(words.settlements), .text(words.status), .text(words.package),
          .integer(row.packages), .integer(row.leftOut), .text(row.planned.description),
          .text(row.by.description), .decimal(row.chance.value, decimals: 4),
          .decimal(row.chance.standardError, decimals: 4),
          .decimal(row.chance.interval.lowerBound, decimals: 4),
          .decimal(row.chance.interval.upperBound, decimals: 4),
        ] + row.percentiles.map { .text($0?.description ?? beyond) }
          + [.text(row.driver.map(RiskWords.name) ?? "")])
    }
    return writer.bytes
  }
}

/// `risk-spend.csv`: one row a quarter.
enum RiskSpendTable {
  private static let columns = ["quarter", "planned_yuan", "p10_yuan", "p50_yuan", "p90_yuan"]

  static func csv(_ risk: ScheduleRisk) -> [UInt8] {
    var writer = CSVWriter(header: columns)
    for row in risk.spend {
      writer.append(
        [.text(row.quarter.description), .integer(row.plannedYuan)]
          + row.percentileYuan.map { .integer($0) })
    }
    return writer.bytes
  }
}

/// The names of an aim, the same in every language.
public struct RiskWords: Sendable {
  /// `target`, `deadline` or `package`.
  public let kind: String
  /// Kind of settlement; empty for a package.
  public let settlements: String
  /// Status; empty for a package.
  public let status: String
  /// Id of a package; empty for all others.
  public let package: String

  /// Of an aim.
  public init(_ aim: ScheduleRisk.Aim) {
    switch aim {
    case .target(let kind, let status):
      (self.kind, settlements, self.status, package) = (
        "target", kind.rawValue, status.rawValue, ""
      )
    case .deadline(let kind, let status):
      (self.kind, settlements, self.status, package) = (
        "deadline", kind.rawValue, status.rawValue, ""
      )
    case .package(let id): (kind, settlements, status, package) = ("package", "", "", id)
    }
  }

  /// Name of a cause: of a step `step:permit`, of a limit `limit:` and its name.
  public static func name(_ cause: ScheduleRisk.Cause) -> String {
    switch cause {
    case .step(let step): "step:\(step.rawValue)"
    case .limit(let name): "limit:\(name)"
    }
  }
}
