import Coverage
import Geometry

/// A candidate as a file has it: texts by column or property, and where they stand.
struct CandidateRecord {
  /// Id where the file gives none.
  let defaultID: String
  /// Line or feature, for messages.
  let place: String
  /// In the file's coordinate system.
  let position: Coordinate
  /// Texts by name; empty ones and names that are missing say nothing.
  let fields: [String: String]

  /// Names of the columns or properties that are read, beside the position.
  static let names = ["id", "status", "kind", "tenants", "height_m", "fibre_m", "power_m"]

  /// - Throws: DR-572 to DR-575 for fields that say what cannot be.
  func candidate(at position: Coordinate) throws(UserError) -> StationCandidate {
    StationCandidate(
      id: text("id") ?? defaultID, position: position, status: try status(), kind: try kind(),
      heightMetres: try number("height_m", SiteFile.heightRange),
      fibreMetres: try number("fibre_m", 0...1e6),
      powerMetres: try number("power_m", 0...1e6), place: place)
  }

  private func text(_ name: String) -> String? {
    fields[name].flatMap { $0.isEmpty ? nil : $0 }
  }

  private func status() throws(UserError) -> CandidateSite.Status {
    guard let text = text("status") else { return .free }
    guard let status = CandidateSite.Status(rawValue: text) else {
      throw UserError(
        "DR-572", .badData, at: place, "the status is '\(text)'",
        remedy: "give free, existing, required, forbidden or nothing")
    }
    return status
  }

  private func kind() throws(UserError) -> StationCandidate.Kind {
    let tenants = try tenants()
    let kind: StationCandidate.Kind
    switch text("kind") {
    case nil, "new_mast": kind = .newMast
    case "rooftop": kind = .rooftop
    case "own_site": kind = .ownSite
    // A mast that nobody rents is rare: one whose tenants are not known has one.
    case "shared_mast": return .sharedMast(tenants: tenants ?? 1)
    case .some(let text):
      throw UserError(
        "DR-573", .badData, at: place, "the kind is '\(text)'",
        remedy: "give new_mast, rooftop, own_site or shared_mast")
    }
    guard tenants == nil else {
      throw UserError(
        "DR-574", .badData, at: place, "tenants are given for a place that is no shared mast",
        remedy: "give them for kind shared_mast only")
    }
    return kind
  }

  private func tenants() throws(UserError) -> Int? {
    guard let text = text("tenants") else { return nil }
    guard let tenants = Int(text), (0...20).contains(tenants) else {
      throw UserError(
        "DR-574", .badData, at: place, "tenants are '\(text)'",
        remedy: "give a whole number from 0 to 20, the planner not counted")
    }
    return tenants
  }

  private func number(
    _ name: String, _ range: ClosedRange<Double>
  ) throws(UserError) -> Double? {
    guard let text = text(name) else { return nil }
    guard let number = Double(text), range.contains(number) else {
      throw UserError(
        "DR-575", .badData, at: place, "\(name) is '\(text)'",
        remedy: "give metres from \(range.lowerBound) to \(range.upperBound), or nothing")
    }
    return number
  }
}
