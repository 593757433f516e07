public import Geometry
public import Scheduling

/// Where `schedule` writes: a folder of its tables, which appears whole or not at all and takes the place of an
/// older one, or one file of the packages.
public struct ScheduleTarget: Hashable, Sendable {
  private static let names: Set<String> = [
    "schedule.csv", "budget.csv", "limits.csv", MovesTable.name,
    "risk.csv", "risk-spend.csv",
  ]

  private let path: String
  private var isFile: Bool { path.hasSuffix(".csv") }

  /// The target at a path: a file where it ends in `.csv`.
  public init(_ path: String) { self.path = RunFolder(path).path }

  /// Refuses a target that must not be replaced; to be asked before long work begins.
  ///
  /// - Throws: `DR-657` for a file where a folder should be, or a folder with other files, or the reverse.
  public func checkReplaceable() throws(UserError) {
    guard Folder.exists(path) else { return }
    guard Folder.isFolder(path) != isFile else {
      throw error(path, isFile ? "a folder stands there" : "a file stands there")
    }
    guard !isFile, let stray = try Folder.names(path).first(where: { !Self.names.contains($0) })
    else { return }
    throw error("\(path)/\(stray)", "the file is no part of a schedule and would be lost")
  }

  /// Writes the files.
  ///
  /// - Throws: `DR-657` as ``checkReplaceable()``; `DR-703` when something cannot be written. Nothing has
  ///   changed then.
  public func write(_ schedule: Schedule, risk: ScheduleRisk? = nil) throws(UserError) {
    try checkReplaceable()
    let packages = ScheduleTable.csv(schedule)
    guard !isFile else { return try FileAccess.writeAtomically(packages, to: path) }
    try FolderSwap.replace(path) { new throws(UserError) in
      try FileAccess.write(packages, to: new + "/schedule.csv")
      try FileAccess.write(BudgetTable.csv(schedule), to: new + "/budget.csv")
      try FileAccess.write(LimitTable.csv(schedule), to: new + "/limits.csv")
      if let moves = schedule.moves {
        try FileAccess.write(MovesTable.csv(moves), to: "\(new)/\(MovesTable.name)")
      }
      guard let risk else { return }
      try FileAccess.write(RiskTable.csv(risk), to: new + "/risk.csv")
      try FileAccess.write(RiskSpendTable.csv(risk), to: new + "/risk-spend.csv")
    }
  }

  private func error(_ place: String, _ problem: String) -> UserError {
    UserError(
      "DR-657", .cannotCreate, at: place, problem,
      remedy: "give a folder of a schedule, a new one, or a file that ends in .csv")
  }
}
