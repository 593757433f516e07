import ArgumentParser
import Geometry
import Reporting

#if canImport(Glibc)
  import Glibc
#endif

/// The command line: one verb a file, nothing but arguments and wiring.
@main
struct DeepReach: ParsableCommand {
  static let version = "0.1.0"

  static let configuration = CommandConfiguration(
    commandName: "deepreach",
    abstract: "Plans 5G deep coverage of China's cities, county seats and town seats.",
    discussion: """
      Works offline from the bundled geodata. Positions of most towns and the network of stations \
      are modelled, and every output says so.

      Examples:
        deepreach plan                         the whole country, 2021Q1 to 2025Q4
        deepreach plan --region 浙江 -o runs/zj  one province
        deepreach audit --region Hangzhou      coverage status, no plan
        deepreach verify runs/zj               recompute hashes and invariants
      """,
    version: version,
    subcommands: [
      PlanCommand.self, AuditCommand.self, ExportCommand.self, UnitsCommand.self,
      ImportCommand.self,
      StandardsCommand.self, BandsCommand.self, PathLossCommand.self, PredictCommand.self,
      SiteCommand.self, ScheduleCommand.self, ScenariosCommand.self, SweepCommand.self,
      CompareCommand.self, GreenCommand.self, ClaimsCommand.self, CalibrateCommand.self,
      CampusCommand.self, VerifyCommand.self, BenchmarkCommand.self,
    ])

  /// Runs a verb; a user's error goes to standard error with its exit status of sysexits.h.
  static func main() {
    do {
      var command = try parseAsRoot()
      try command.run()
    } catch let error as UserError {
      complain("error: \(error.place): \(error.problem)\n  remedy: \(error.remedy) [\(error.code)]")
      Glibc.exit(error.status.rawValue)
    } catch {
      exit(withError: error)
    }
  }

  static func complain(_ text: String) {
    Terminal.writeToStandardError(text + "\n")
  }
}
