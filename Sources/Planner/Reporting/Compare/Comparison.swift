import Coverage
public import Geometry
import Radio
public import Territory

/// Runs of the same places side by side; the first is the base.
public struct Comparison: Sendable {
  /// The runs, the base first, with labels that tell them apart.
  public let runs: [ComparedRun]
  /// Counties and cities by adcode.
  public let counties: [CountyComparison]
  /// Counties with their polygons, as the base's folder has them.
  let units: [CountyUnit]
  /// The base's folder.
  let folder: String

  /// Reads run folders.
  ///
  /// - Throws: what ``ComparedRun/init(reading:)`` throws, DR-713 for runs of different places,
  ///   DR-715 for fewer than two runs, or one twice.
  public init(folders: [String]) throws(UserError) {
    let paths = folders.map { RunFolder($0).path }
    guard paths.count > 1, Set(paths).count == paths.count else {
      throw UserError(
        "DR-715", .usage, at: "compare",
        paths.count > 1 ? "a run stands there twice" : "there is nothing to compare the run with",
        remedy: "give two or more run folders, the base first")
    }
    var runs: [ComparedRun] = []
    for path in paths { runs.append(try ComparedRun(reading: path)) }
    try self.init(runs: runs, units: CountyUnit.read(in: paths[0]), folder: paths[0])
  }

  init(runs: [ComparedRun], units: [CountyUnit], folder: String) throws(UserError) {
    self.folder = folder
    for run in runs.dropFirst() { try Self.checkSamePlaces(runs[0], run) }
    self.runs = Self.labelled(runs)
    self.units = units
    counties = CountyComparison.all(runs, units)
  }

  /// First quarter of any run.
  public var from: Quarter { runs.map(\.from).min() ?? runs[0].from }
  /// Last quarter of any run.
  public var until: Quarter { runs.map(\.until).max() ?? runs[0].until }
  /// Every quarter from the first to the last.
  public var quarters: [Quarter] { (from.index...until.index).map { Quarter(index: $0) } }

  /// Sums over different places would say nothing: runs must have the same settlements, with the same
  /// people, and the same groups.
  private static func checkSamePlaces(
    _ base: ComparedRun, _ run: ComparedRun
  ) throws(UserError) {
    func refuse(_ problem: String) -> UserError {
      UserError(
        "DR-713", .badData, at: run.label, problem,
        remedy: "make both runs of the same region, network groups and bundled data")
    }
    guard base.groups == run.groups else {
      func names(_ run: ComparedRun) -> String {
        run.groups.map(\.rawValue).joined(separator: ", ")
      }
      throw refuse("the network groups are \(names(run)), those of \(base.label) \(names(base))")
    }
    let (own, other) = (Set(base.places.map(\.settlement)), Set(run.places.map(\.settlement)))
    guard own == other else {
      func list(_ ids: Set<String>) -> String {
        let first = ids.sorted().prefix(3).joined(separator: ", ")
        return "\(ids.count)" + (ids.isEmpty ? "" : " (\(first)\(ids.count > 3 ? ", …" : ""))")
      }
      throw refuse(
        "of the settlements of \(base.label) it lacks \(list(own.subtracting(other))), and has "
          + "\(list(other.subtracting(own))) more")
    }
    for (one, two) in zip(base.places, run.places)
    where one.population != two.population || one.kind != two.kind || one.county != two.county {
      throw refuse(
        "settlement \(one.settlement) is a \(two.kind.rawValue) of \(two.population), in "
          + "\(base.label) a \(one.kind.rawValue) of \(one.population)")
    }
  }

  /// Names of the folders where they tell the runs apart, else their paths.
  private static func labelled(_ runs: [ComparedRun]) -> [ComparedRun] {
    let names = runs.map { String($0.label.split(separator: "/").last ?? "") }
    guard Set(names).count == names.count, !names.contains(where: { $0.allSatisfy { $0 == "." } })
    else { return runs }
    return zip(runs, names).map { run, name in
      var run = run
      run.label = name
      return run
    }
  }
}
