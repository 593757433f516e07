public import Geometry

import Coverage
import Radio
import Territory

extension Manifest {
  /// Reads a `run.json`, sealed or not.
  ///
  /// - Throws: `DR-705` when it is not the manifest of a run; the errors of JSON when it is none.
  public init(parsing bytes: [UInt8], file: String) throws(UserError) {
    let value = try JSONValue(parsing: bytes, source: file)
    guard let object = value.object, object["tool"]?.string == "deepreach",
      let version = object["version"]?.string, let verb = object["verb"]?.string,
      let seed = object["seed"]?.integer, let project = object["project"]?.object
    else { throw Self.isNone(file, "it is not the manifest of a run") }
    toolVersion = version
    self.verb = verb
    self.seed = seed
    self.project = project
    arguments = (object["arguments"]?.array ?? []).compactMap(\.string)
    costYuan = object["cost_yuan"]?.integer
    stations = object["stations"]?.integer
    models = try Self.models(object["models"], file)
    inputs = try Self.files(object["inputs"], file)
    outputs = try Self.files(object["outputs"], file)
    counts = try Self.counts(object["counts"], file)
    keyPlaces = object["key_places"]
  }

  private static func isNone(_ file: String, _ problem: String) -> UserError {
    UserError(
      "DR-705", .badData, at: file, problem, remedy: "give the folder that a run has written")
  }

  private static func files(
    _ value: JSONValue?, _ file: String
  ) throws(UserError) -> [FileDigest] {
    var files: [FileDigest] = []
    for entry in value?.array ?? [] {
      guard let path = entry.object?["path"]?.string, let count = entry.object?["bytes"]?.integer,
        let sha256 = entry.object?["sha256"]?.string
      else { throw isNone(file, "a file's entry lacks path, bytes or sha256") }
      files.append(FileDigest(path: path, byteCount: count, sha256: sha256))
    }
    return files
  }

  private static func models(
    _ value: JSONValue?, _ file: String
  ) throws(UserError) -> [String: Int] {
    var models: [String: Int] = [:]
    for member in value?.object?.members ?? [] {
      guard let cells = member.value.integer else {
        throw isNone(file, "a model's count is no number")
      }
      models[member.key] = cells
    }
    return models
  }

  private static func counts(
    _ value: JSONValue?, _ file: String
  ) throws(UserError) -> [StatusCount] {
    var counts: [StatusCount] = []
    for entry in value?.array ?? [] {
      guard let group = (entry.object?["group"]?.string).flatMap(NetworkGroup.init(rawValue:)),
        let kind = (entry.object?["kind"]?.string).flatMap(SettlementKind.init(rawValue:))
      else { throw isNone(file, "a count lacks its group or kind") }
      var count = StatusCount(group: group, kind: kind)
      for status in CoverageStatus.allCases {
        guard let before = entry.object?["before"]?.object?[status.rawValue]?.integer,
          let after = entry.object?["after"]?.object?[status.rawValue]?.integer
        else { throw isNone(file, "a count lacks '\(status.rawValue)'") }
        count.before[status] = before
        count.after[status] = after
      }
      counts.append(count)
    }
    return counts
  }
}
