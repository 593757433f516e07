import Foundation
import Geometry
import Radio
import Reporting
import Scheduling
import Siting
import TestSupport
import Territory
import Testing

/// The tiny plan with its pilots and with campuses of every state: one whose network is built, one whose network is
/// not, one that public cells reach later, one that they reach already.
struct MarkWorld {
  /// A campus, when public cells reach it, and whether a package of the schedule is its own.
  static let campuses: [(id: String, scenario: String, reach: PublicReach, isBuilt: Bool)] = [
    ("built", "flexible-production", .already, true),
    ("left", "flexible-production", .already, false),
    ("later", "process-tracing", .from(PilotWorld.from.advanced(by: 2)), false),
    ("there", "process-tracing", .already, false),
  ]

  static func result(pilots: Bool = true, campuses: Bool = true, name: String = "campus")
    throws -> PlanResult
  {
    var result = try pilots ? PilotWorld.result() : TinyPlan().result()
    if campuses { result.campuses = try self.campuses(result, name: name) }
    return result
  }

  private static func campuses(_ result: PlanResult, name: String) throws -> CampusResult {
    let geodata = try Geodata.locate()
    let book = try IndustryBook.read(path: geodata.path(IndustryBook.file))
    let pattern = try book.pattern("7:3")
    let planner = try CampusPlanner(
      book: book, bands: BandBook.read(path: geodata.path("books/bands.yaml")), groups: [.mobile],
      pattern: pattern)
    let set = CampusSet(
      campuses: campuses.enumerated().map { index, campus in
        Campus(
          id: campus.id, name: "\(name) \(campus.id)", kind: .factory,
          industry: book.industries[index].id,
          position: Coordinate(longitude: 120.5 + 0.01 * Double(index), latitude: 30.5),
          hectares: 10, employees: 1000, terminals: [campus.scenario: 5], terminalKind: .measured,
          county: "330182", dataKind: .measured)
      }, repairs: [])
    let entry = result.schedule?.packages.first
    return CampusResult(
      book: book, pattern: pattern.name, gazetteer: result.gazetteer,
      outcomes: zip(planner.findings(set.campuses), campuses).map { finding, campus in
        CampusOutcome(
          finding: finding, settlement: "330182", reach: campus.reach,
          scheduled: campus.isBuilt ? entry : nil)
      }, set: set, isScheduled: true)
  }
}

/// Reads the packed numbers of marks, as its script does.
struct MarkReading {
  private var bytes: ArraySlice<UInt8>

  init(_ text: String?) throws {
    bytes = try Array(#require(text.flatMap { Data(base64Encoded: $0) }))[...]
  }

  var isAtEnd: Bool { bytes.isEmpty }

  mutating func next() throws -> Int {
    var (value, shift) = (0, 0)
    while true {
      let popped = bytes.popFirst()
      let byte = try #require(popped)
      value |= Int(byte & 0x7F) << shift
      guard byte > 0x7F else { return value }
      shift += 7
    }
  }

  mutating func signed() throws -> Int {
    let folded = try next()
    return folded % 2 == 1 ? -(folded + 1) / 2 : folded / 2
  }
}
