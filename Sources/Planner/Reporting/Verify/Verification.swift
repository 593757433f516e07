public import Geometry

/// Checks a run folder against itself: the seal of the manifest, the hash of every file, and the
/// invariants of its tables.
public enum Verification {
  /// What does not hold; empty for a run that is as it was written. The files are not trusted: a table
  /// that does not parse is a finding, and hides nothing that is found in the others.
  ///
  /// - Throws: DR-702 when there is no run, DR-705 when `run.json` is no manifest, DR-120 to DR-124
  ///   when it is no JSON.
  public static func findings(in folder: String) throws(UserError) -> [Finding] {
    let path = RunFolder(folder).path
    let bytes = try FileAccess.read("\(path)/\(RunFolder.manifestName)")
    let manifest = try Manifest(parsing: bytes, file: "\(path)/\(RunFolder.manifestName)")
    var findings: [Finding] = []
    if !Seal.holds(bytes) {
      findings.append(
        Finding("DR-730", in: RunFolder.manifestName, "the file is not as it was sealed"))
    }
    let files = RunTables(folder: path)
    findings += HashCheck.findings(manifest, in: files)
    return findings + invariants(manifest, in: files)
  }

  private static func invariants(_ manifest: Manifest, in files: RunTables) -> [Finding] {
    var findings: [Finding] = []
    func read<Rows>(_ body: () throws(UserError) -> Rows) -> Rows? {
      do throws(UserError) {
        return try body()
      } catch {
        findings.append(
          Finding("DR-733", in: error.place, "\(error.problem) [\(error.code)]"))
        return nil
      }
    }
    // A register that was imported is what was written: its hashes are all there is to hold.
    if manifest.verb.hasPrefix("import ") { return findings }
    // Its tables hold nothing that sums: hashes are all there is to check.
    if manifest.verb == "calibrate" { return findings }
    if manifest.verb == "claims" {
      return read { () throws(UserError) in try ClaimCheck.findings(in: files) }.map {
        findings + $0
      }
        ?? findings
    }
    if manifest.verb == "campus" {
      return
        (read { () throws(UserError) in
          try CampusCheck.findings(in: files, packages: nil)
        } ?? []) + findings
    }
    let audit = read { () throws(UserError) in try AuditRows(files.table("audit.csv")) }
    if let audit { findings += CountCheck.before(manifest, audit) }
    guard manifest.verb != "audit" else {
      if let audit { findings += CountCheck.after(manifest, audit, risen: [:]) }
      return findings
    }
    let packages = read { () throws(UserError) in try PackageRows(files.table("packages.csv")) }
    let schedule = read { () throws(UserError) in try ScheduleRows(files.table("schedule.csv")) }
    let budget = read { () throws(UserError) in try BudgetRows(files.table("budget.csv")) }
    // Only a run that was planned anew lists the table, and a listed one cannot go unnoticed.
    let isReplan = manifest.outputs.contains { $0.path == MovesTable.name }
    let moves =
      isReplan
      ? read { () throws(UserError) in try MovesRows(files.table(MovesTable.name)) } : nil
    let units = read { () throws(UserError) in try UnitCheck.findings(in: files) }
    if let schedule {
      findings +=
        read { () throws(UserError) in try PilotCheck.findings(manifest, in: files, schedule) }
        ?? []
    }
    if let packages, let schedule {
      let check = ScheduleCheck(
        packages: packages, schedule: schedule, begun: moves?.begun ?? [])
      findings += check.findings(manifest, leftYuan: budget?.rows.last?.carriedOut)
      if let audit { findings += CountCheck.after(manifest, audit, risen: check.risen) }
      if let budget {
        findings += BudgetCheck.findings(budget, check.work, paidAnyway: check.paidAnyway)
      }
    }
    // Only a run with key places lists the table.
    if let packages, manifest.outputs.contains(where: { $0.path == KeyPlaceCheck.tableName }) {
      findings +=
        read { () throws(UserError) in
          try KeyPlaceCheck.findings(manifest, in: files, packages)
        } ?? []
    }
    // Only a run with campuses lists the table.
    if manifest.outputs.contains(where: { $0.path == CampusTables.campusesName }) {
      findings +=
        read { () throws(UserError) in
          try CampusCheck.findings(in: files, packages: packages)
        } ?? []
    }
    return findings + (units ?? [])
  }
}
