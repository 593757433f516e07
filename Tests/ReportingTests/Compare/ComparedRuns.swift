import Foundation
import Geometry
import Reporting
import TestSupport
import Territory

/// Run folders of the tiny plan under several budgets.
///
/// Who gets what when is known by hand, as the tiers follow each other and money is spent as it comes:
///
///     budget  city (800 yuan)   county seat (50 + 120 + 2000)     town seat
///     10      no money          mobile only                       mobile not feasible
///     100     2022Q4 (8th)      mobile only, 2000 never paid      mobile not feasible
///     400     2021Q2 (2nd)      2970 yuan in all: 2022Q4 (8th)    mobile not feasible
struct ComparedRuns {
  let scratch: Scratch

  init() throws {
    scratch = try Scratch()
    for budget in [10, 100, 400] { try write(TinyPlan(budgetYuan: budget), to: "b\(budget)") }
  }

  func write(_ plan: TinyPlan, to name: String) throws { try plan.write(scratch, to: name) }

  func comparison(_ names: String...) throws -> Comparison {
    try Comparison(folders: names.map { scratch.path($0) })
  }

  func files(_ comparison: Comparison, _ language: Language = .english) -> ComparisonFiles {
    let scratch = scratch
    return ComparisonFiles(comparison, language) { () throws(UserError) in
      do { return try TinyPlan.comparison(scratch) } catch {
        throw error as? UserError
          ?? UserError("DR-000", .badData, at: "test", "\(error)", remedy: "")
      }
    }
  }

  func rows(_ bytes: [UInt8]) throws -> [[String: String]] {
    let table = try CSVTable(name: "t", bytes: bytes)
    return table.rows.map { Dictionary(uniqueKeysWithValues: zip(table.header, $0.cells)) }
  }
}
