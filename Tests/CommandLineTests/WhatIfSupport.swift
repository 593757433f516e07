import Foundation
import TestSupport

/// Tables and manifests that the program writes.
extension Scratch {
  func rows(_ path: String) throws -> [[String: String]] {
    let lines = try text(path).split(separator: "\n").map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
    return lines.dropFirst().map { Dictionary(uniqueKeysWithValues: zip(lines[0], $0)) }
  }

  /// A member of a run's project.
  func project(_ run: String, _ key: String) throws -> Any? {
    let value = try JSONSerialization.jsonObject(
      with: Data(contentsOf: url.appendingPathComponent("\(run)/run.json")))
    return ((value as? [String: Any])?["project"] as? [String: Any])?[key]
  }
}
