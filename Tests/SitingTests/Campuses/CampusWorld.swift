import Foundation
import Geometry
import Radio
import Siting
import TestSupport
import Territory

/// The bundled books, and campuses of which only what matters is given.
struct CampusWorld {
  let book: IndustryBook
  let bands: BandBook
  let costs: CostBook

  /// - Parameter changes: texts of the bundled book and what stands in for them.
  init(_ changes: [(String, String)] = []) throws {
    let geodata = try Geodata.locate(programPath: #filePath, environment: [:])
    var text = try InputFile.text(at: geodata.path(IndustryBook.file))
    for (from, to) in changes { text = text.replacing(from, with: to) }
    let scratch = try Scratch()
    book = try IndustryBook.read(path: scratch.file("industry.yaml", text))
    bands = try BandBook.read(path: geodata.path("books/bands.yaml"))
    costs = try CostBook.read(path: geodata.path("books/costs.yaml"))
  }

  func findings(
    _ campuses: [Campus], groups: [NetworkGroup] = [.mobile], tdd: String = "7:3"
  ) throws -> [CampusFinding] {
    try CampusPlanner(book: book, bands: bands, groups: groups, pattern: book.pattern(tdd))
      .findings(campuses)
  }

  func finding(_ campus: Campus, tdd: String = "7:3") throws -> CampusFinding {
    try findings([campus], tdd: tdd)[0]
  }

  static func campus(
    _ terminals: [String: Int], kind: CampusKind = .factory, hectares: Double = 10,
    employees: Int = 1000, group: String? = nil, id: String = "c"
  ) -> Campus {
    Campus(
      id: id, name: id, kind: kind, industry: "steel", position: PlaneWorld.origin,
      hectares: hectares, employees: employees, terminals: terminals, terminalKind: .measured,
      county: "410100", group: group, dataKind: .measured)
  }
}
