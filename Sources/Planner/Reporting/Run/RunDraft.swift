public import Geometry

/// A run that is being written.
public final class RunDraft {
  private let path: String
  private var digests: [FileDigest] = []

  init(path: String) { self.path = path }

  /// The files so far that are hashed, in order of name.
  public var files: [FileDigest] {
    digests.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
  }

  /// Writes a file of the run.
  ///
  /// - Throws: `DR-703` when it cannot be written.
  public func write(_ bytes: [UInt8], as name: String) throws(UserError) {
    try FileAccess.write(bytes, to: "\(path)/\(name)")
    note(FileDigest(path: name, bytes: bytes))
  }

  /// Writes a file of the run in pieces, for one that memory should not hold at once.
  ///
  /// - Throws: what the writing throws, and `DR-703` when the file cannot be written.
  func write(
    piecesAs name: String,
    _ writing: (([UInt8]) throws(UserError) -> Void) throws(UserError) -> Void
  ) throws(UserError) {
    var digest = RunningDigest()
    try PiecewiseOutput.write(to: "\(path)/\(name)") { (output) throws(UserError) in
      try writing { (bytes) throws(UserError) in
        digest.add(bytes)
        try output.append(bytes)
      }
    }
    note(digest.file(name))
  }

  /// Lets something else write a file of the run to the path it is given, then hashes it.
  ///
  /// - Throws: what the writing throws; `DR-702` when no file was written.
  public func write(
    as name: String, _ writing: (String) throws(UserError) -> Void
  ) throws(UserError) {
    try writing("\(path)/\(name)")
    note(FileDigest(path: name, bytes: try FileAccess.read("\(path)/\(name)")))
  }

  /// Writes the two files that are not hashed: the manifest, which seals itself, and the timings.
  ///
  /// - Throws: `DR-703` when one cannot be written.
  public func finish(_ manifest: Manifest, timings: Timings) throws(UserError) {
    var manifest = manifest
    manifest.outputs = files
    try FileAccess.write(manifest.sealed(), to: "\(path)/\(RunFolder.manifestName)")
    try FileAccess.write(timings.json(), to: "\(path)/\(RunFolder.timingsName)")
  }

  private func note(_ digest: FileDigest) {
    digests.removeAll { $0.path == digest.path }
    digests.append(digest)
  }
}
