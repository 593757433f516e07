import Geometry
import Scheduling
import Territory

/// Refuses pilots whose campus is none of the run's, before any work is done.
struct PilotCampusCheck {
  private let scene: Scene
  private static let shown = 5

  init(_ scene: Scene) { self.scene = scene }

  /// - Throws: `DR-955` for a pilot of a campus in a run without campuses, `DR-956` for one that is not among them;
  ///   as the campuses do.
  func check(_ pilots: [Pilot]) throws(UserError) {
    let asked = pilots.compactMap { pilot -> (pilot: Pilot, campus: String)? in
      guard case .campus(let id) = pilot.place else { return nil }
      return (pilot, id)
    }
    guard let first = asked.first else { return }
    guard scene.settings.campuses.isWanted else {
      throw UserError(
        "DR-955", .usage, at: first.pilot.source,
        "pilot '\(first.pilot.id)' is about campus '\(first.campus)', and the run has no campuses",
        remedy: "give --campuses FILE or --campuses estimate, or a settlement instead")
    }
    let campuses = try CampusSource(scene).set
    let known = Set(campuses.campuses.map(\.id))
    for (pilot, id) in asked where !known.contains(id) {
      throw unknown(pilot, id, campuses)
    }
  }

  private func unknown(_ pilot: Pilot, _ id: String, _ campuses: CampusSet) -> UserError {
    let left = campuses.repairs.first { $0.place == id && Self.leavesOut.contains($0.kind) }
    // Of an estimate those of the same county say most.
    let near = campuses.campuses.map(\.id).filter { $0.prefix(6) == id.prefix(6) }
    let choices = (near.isEmpty ? campuses.campuses.map(\.id) : near).prefix(Self.shown)
    return UserError(
      "DR-956", .badData, at: pilot.source,
      left.map {
        "pilot '\(pilot.id)': campus '\(id)' is left out of the run (\($0.kind.rawValue): \($0.value))"
      } ?? "pilot '\(pilot.id)': no campus of the run has the id '\(id)'",
      remedy: "take an id of campuses.csv of a run, such as \(choices.joined(separator: ", "))")
  }

  private static let leavesOut: Set<CampusRepair.Kind> = [.otherGroup, .outsideRegion]
}
