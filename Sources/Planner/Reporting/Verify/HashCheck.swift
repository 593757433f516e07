import Geometry

/// Sizes and SHA-256 of the files that the manifest lists, and files that it does not.
enum HashCheck {
  static func findings(_ manifest: Manifest, in files: RunTables) -> [Finding] {
    var findings: [Finding] = []
    for output in manifest.outputs {
      // A name with a slash would lead out of the run.
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
