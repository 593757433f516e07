import Foundation
import Geometry
import Reporting
import TestSupport

/// A run in a folder of its own that is changed on purpose, and sealed again so that only the
/// invariants can tell.
struct RunTampering {
  let scratch: Scratch
  var folder: String { scratch.path("run") }

  init(_ plan: TinyPlan = TinyPlan()) throws {
    scratch = try Scratch()
    try plan.write(scratch)
  }

  func findings() throws(UserError) -> [Finding] { try Verification.findings(in: folder) }

  func bytes(_ name: String) throws -> [UInt8] {
    [UInt8](try Data(contentsOf: scratch.url.appendingPathComponent("run/\(name)")))
  }

  func write(_ bytes: [UInt8], to name: String) throws {
    try Data(bytes).write(to: scratch.url.appendingPathComponent("run/\(name)"))
  }

  func remove(_ name: String) throws {
    try FileManager.default.removeItem(atPath: scratch.path("run/\(name)"))
  }

  /// Replaces the first place of a text in a file.
  func replace(_ old: String, with new: String, in name: String) throws {
    let text = String(decoding: try bytes(name), as: UTF8.self)
    guard let range = text.range(of: old) else { throw NotThere(text: old, file: name) }
    try write(Array(text.replacingCharacters(in: range, with: new).utf8), to: name)
  }

  struct NotThere: Error {
    let text: String
    let file: String
  }

  /// Writes the manifest as a forger would: changed, with the hashes of the files as they are now.
  func reseal(_ change: (inout Manifest) -> Void = { _ in }) throws {
    var manifest = try Manifest(parsing: bytes("run.json"), file: "run.json")
    manifest.outputs = try manifest.outputs.map {
      FileDigest(path: $0.path, bytes: try bytes($0.path))
    }
    change(&manifest)
    try write(manifest.sealed(), to: "run.json")
  }
}
