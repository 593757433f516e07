public import Geometry
import Territory

/// Checks a run folder against itself: the seal of the manifest, the hash of every file, and the
/// invariants of its tables.
public enum Verification {
  /// What does not hold; empty for a run that is as it was written. The files are not trusted: a table
  /// that does not parse is a finding.
  ///
  /// - Throws: DR-702 when there is no run, DR-705 when `run.json` is no manifest.
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
    do throws(UserError) {
      findings += try CountCheck.findings(manifest, in: files)
      if manifest.verb == "plan" {
        findings += try ScheduleCheck.findings(manifest, in: files)
        findings += try UnitCheck.findings(in: files)
      }
    } catch {
      findings.append(
        Finding("DR-733", in: error.place, "\(error.problem) [\(error.code)]"))
    }
    return findings
  }
}

/// Reads the files of a run by name.
struct RunTables {
  let folder: String

  func bytes(_ name: String) throws(UserError) -> [UInt8] {
    try FileAccess.read("\(folder)/\(name)")
  }

  func table(_ name: String) throws(UserError) -> CSVTable {
    try CSVTable(name: name, bytes: bytes(name))
  }

  func names() throws(UserError) -> [String] { try Folder.names(folder) }
}

/// Sizes and SHA-256 of the files that the manifest lists, and files that it does not.
enum HashCheck {
  static func findings(_ manifest: Manifest, in files: RunTables) -> [Finding] {
    var findings: [Finding] = []
    for output in manifest.outputs {
      guard !output.path.contains("/"), let bytes = try? files.bytes(output.path) else {
        findings.append(Finding("DR-731", in: output.path, "the file is missing"))
        continue
      }
      let found = FileDigest(path: output.path, bytes: bytes)
      if found != output {
        findings.append(
          Finding(
            "DR-731", in: output.path,
            "the file is not as it was written: SHA-256 \(found.sha256), \(found.byteCount) bytes"))
      }
    }
    let known = Set(manifest.outputs.map(\.path)).union([
      RunFolder.manifestName, RunFolder.timingsName,
    ])
    for name in (try? files.names()) ?? [] where !known.contains(name) {
      findings.append(Finding("DR-732", in: name, "the file is not part of the run"))
    }
    return findings
  }
}
