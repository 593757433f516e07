import Scheduling
import Geometry
import Territory

/// Pilots and campuses of a plan as marks of its page's map.
struct MapMarks {
  private let pilots: MapPilots?
  private let campuses: MapCampuses?
  private let language: Language

  /// Nil for a plan that has neither.
  init?(_ result: PlanResult, _ language: Language, quarters: [Quarter]) {
    let steps = MapSteps(quarters: quarters)
    pilots = MapPilots(result, language, steps: steps)
    campuses = MapCampuses(result, language, steps: steps)
    guard pilots != nil || campuses != nil else { return nil }
    self.language = language
  }

  /// The layers that there are, and the words that the script shows of them.
  func value(_ grid: MapGrid, units: MapUnits) -> JSONValue {
    var members: JSONObject = [
      "words": .object(
        JSONObject(MapMarkWords.shown.map { ($0.rawValue, .string($0.text(language))) }))
    ]
    if let pilots { members.append("pilots", pilots.value(grid, units: units)) }
    if let campuses { members.append("campuses", campuses.value(grid, units: units)) }
    return .object(members)
  }

  /// Says that the pictures do not have them, and which files do.
  var leftOut: String {
    let words = [
      pilots.map { _ in MapMarkWords.pilotsLeftOut }, campuses.map { _ in .campusesLeftOut },
    ]
    return words.compactMap { $0?.text(language) }.joined(
      separator: language == .chinese ? "" : " ")
  }
}
