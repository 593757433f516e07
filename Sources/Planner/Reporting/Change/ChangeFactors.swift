public import Coverage
import Geometry
public import Radio

/// What may have made a place change.
public enum ChangeFactor: String, CaseIterable, Sendable {
  /// The standard's thresholds or what its criteria measure.
  case standard
  /// Sites, present or modelled.
  case network
  /// Residents, footprints and other data of the place.
  case data
  /// Books of radio and demand, terrain, corrections, the grid, the quarter, or the program.
  case model
}

/// Inputs of two audits that are there to be looked at; nil where a file is gone or not as it was.
public struct ChangeSources: Sendable {
  /// Standard before and after.
  public var standards: (before: Standard?, after: Standard?)
  /// Registers before and after; nil also for a modelled network.
  public var sites: (before: [Site]?, after: [Site]?)

  /// Sources.
  public init(
    standards: (before: Standard?, after: Standard?), sites: (before: [Site]?, after: [Site]?)
  ) {
    self.standards = standards
    self.sites = sites
  }
}

/// How the inputs of two audits differ, by their manifests.
struct ChangeFactors: Sendable {
  /// Names of files and settings that differ, by factor, in order.
  private(set) var differences: [ChangeFactor: [String]] = [:]

  private static let settings: [(name: String, factor: ChangeFactor)] = [
    ("standard", .standard), ("sites_crs", .network), ("network", .network),
    ("footprints", .data), ("dem", .model), ("grid", .model), ("from", .model),
    ("calibration", .model), ("books", .model),
  ]

  init(_ before: AuditedRun, _ after: AuditedRun) {
    func note(_ name: String, _ factor: ChangeFactor) {
      // A setting may have the name of the part that its file plays.
      guard differences[factor]?.contains(name) != true else { return }
      differences[factor, default: []].append(name)
    }
    if before.toolVersion != after.toolVersion { note("deepreach", .model) }
    for (name, factor) in Self.settings where before.project[name] != after.project[name] {
      note(name, factor)
    }
    let (old, new) = (Self.files(before), Self.files(after))
    // Published counts make the modelled network; beside registers they are but the rule's denominator.
    let isModelled = before.register == nil || after.register == nil
    for role in Set(old.keys).union(new.keys).sorted() where old[role] != new[role] {
      if role == "geodata/books/stations.yaml" {
        note(role, isModelled ? .network : .model)
      } else if let factor = Self.factor(ofFile: role) {
        note(role, factor)
      }
    }
  }

  /// Hashes by the part that a file plays: the user's files under the option's name, as their names may
  /// change where they do not.
  private static func files(_ run: AuditedRun) -> [String: [String]] {
    var files: [String: [String]] = [:]
    let options = ["sites", "footprints", "signals"]
    for input in run.inputs {
      var role = input.path
      for option in options where run.project[option]?.string == input.path { role = option }
      if run.isStandard(input) { role = "standard" }
      if run.project["calibration"]?.array?.contains(.string(input.path)) == true {
        role = "calibration"
      }
      if run.project["dem"]?.string.map({ input.path.hasPrefix($0) }) == true { role = "dem" }
      files[role, default: []].append(input.sha256)
    }
    return files.mapValues { $0.sorted() }
  }

  private static func factor(ofFile role: String) -> ChangeFactor? {
    switch role {
    case "standard": return .standard
    case "sites": return .network
    case "footprints": return .data
    case "calibration", "dem": return .model
    // Readiness, costs and limits bear on no status.
    case "signals": return nil
    case "geodata/books/bands.yaml", "geodata/books/morphologies.yaml",
      "geodata/books/demand.yaml":
      return .model
    default:
      return role.hasPrefix("geodata/units/") || role.hasPrefix("geodata/boundaries/")
        ? .data : nil
    }
  }

  func differs(_ factor: ChangeFactor) -> Bool { differences[factor] != nil }
}

extension AuditedRun {
  /// Whether a file is the run's standard.
  public func isStandard(_ input: FileDigest) -> Bool {
    input.path == standard || input.path == "geodata/books/standards/\(standard).yaml"
  }

  /// The run's register of sites; nil where the network was modelled.
  public var register: FileDigest? {
    guard let path = project["sites"]?.string else { return nil }
    return inputs.first { $0.path == path }
  }
}
