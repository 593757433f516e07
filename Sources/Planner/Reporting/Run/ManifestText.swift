public import Geometry

import Coverage
import Radio
import Scheduling
import Territory

extension Manifest {
  /// The file with its seal.
  ///
  /// - Throws: `DR-123` when a project value is not finite.
  public func sealed() throws(UserError) -> [UInt8] {
    var value = object
    value["seal"] = .string(Seal.blank)
    let bytes = try JSONValue.object(value).serialized(pretty: true)
    return Seal.filled(bytes)
  }

  private var object: JSONObject {
    var object = base
    if let keyPlaces { object["key_places"] = keyPlaces }
    return object
  }

  private var base: JSONObject {
    [
      "tool": "deepreach",
      "version": .string(toolVersion),
      "verb": .string(verb),
      "arguments": .array(arguments.map(JSONValue.string)),
      "project": .object(project),
      "seed": .int(seed),
      "cost_yuan": costYuan.map(JSONValue.int) ?? .null,
      "stations": stations.map(JSONValue.int) ?? .null,
      "schedule": proof.map(Self.value) ?? .null,
      "siting": siting.map(\.value) ?? .null,
      "counts": .array(counts.map(Self.value)),
      "models": .object(
        JSONObject(models.sorted { $0.key < $1.key }.map { ($0.key, .int($0.value)) })),
      "inputs": .array(inputs.map(Self.value)),
      "outputs": .array(outputs.map(Self.value)),
      "not_hashed": [.string(RunFolder.manifestName), .string(RunFolder.timingsName)],
    ]
  }

  private static func value(_ proof: ScheduleProof) -> JSONValue {
    [
      "objective": .string(proof.objective.rawValue), "value": .rounded(proof.value, decimals: 0),
      "bound": .rounded(proof.bound, decimals: 0), "gap": .rounded(proof.gap, decimals: 6),
      "stages": .array(
        proof.stages.map { stage in
          [
            "packages": .int(stage.packages), "value": .rounded(stage.value, decimals: 0),
            "bound": .rounded(stage.bound, decimals: 0), "end": .string(stage.end.rawValue),
            "evaluations": .int(stage.evaluations),
          ]
        }),
    ]
  }

  private static func value(_ file: FileDigest) -> JSONValue {
    [
      "path": .string(file.path), "bytes": .int(file.byteCount), "sha256": .string(file.sha256),
    ]
  }

  private static func value(_ count: StatusCount) -> JSONValue {
    [
      "group": .string(count.group.rawValue), "kind": .string(count.kind.rawValue),
      "before": value(count.before), "after": value(count.after),
    ]
  }

  private static func value(_ tally: StatusTally) -> JSONValue {
    .object(
      JSONObject(CoverageStatus.allCases.map { ($0.rawValue, .int(tally[$0])) }))
  }
}

/// The SHA-256 that a manifest carries of itself.
enum Seal {
  /// The digits while the sum is taken.
  static let blank = String(repeating: "0", count: 64)
  private static let key = Array("\"seal\": \"".utf8)

  /// The bytes with the blank seal filled in.
  static func filled(_ bytes: [UInt8]) -> [UInt8] {
    guard let range = range(in: bytes) else { return bytes }
    var filled = bytes
    filled.replaceSubrange(range, with: Digest(of: bytes).hexadecimal.utf8)
    return filled
  }

  /// Whether the bytes are those that were sealed.
  static func holds(_ bytes: [UInt8]) -> Bool {
    guard let range = range(in: bytes) else { return false }
    var blanked = bytes
    blanked.replaceSubrange(range, with: blank.utf8)
    return Array(Digest(of: blanked).hexadecimal.utf8) == Array(bytes[range])
  }

  /// Where the digits stand: the seal is the last member, so it is looked for from the end.
  private static func range(in bytes: [UInt8]) -> Range<Int>? {
    let length = key.count + 64
    guard bytes.count >= length else { return nil }
    for start in stride(from: bytes.count - length, through: 0, by: -1)
    where bytes[start..<(start + key.count)].elementsEqual(key) {
      return (start + key.count)..<(start + length)
    }
    return nil
  }
}
