import Coverage
import Geometry
import Radio
import Siting
import Territory

/// The bundled books.
struct Books: Sendable {
  let bands: BandBook
  let morphologies: MorphologyBook
  let costs: CostBook
  let stations: StationBook
  let readiness: ReadinessBook
  let demand: DemandBook
  /// Figures that are other than in the files.
  let changed: [ChangedFigure]

  static let files = [
    "books/bands.yaml", "books/morphologies.yaml", "books/costs.yaml", "books/stations.yaml",
    "books/readiness.yaml", "books/demand.yaml",
  ]

  init(_ geodata: Geodata, changes: [FigureChange] = []) throws(UserError) {
    let reader = Reader(geodata: geodata, changes: changes)
    bands = try reader.book("bands", BandBook.read)
    morphologies = try MorphologyBook.read(path: reader.path("morphologies"))
    costs = try reader.book("costs", CostBook.read)
    stations = try StationBook.read(path: reader.path("stations"))
    readiness = try reader.book("readiness", ReadinessBook.read)
    demand = try reader.book("demand", DemandBook.read)
    var changed: [ChangedFigure] = []
    for book in FigureChange.books {
      changed += try BookReader.changed(reader.own(book), path: reader.path(book))
    }
    self.changed = changed
    try checkAlternatives(path: reader.path("morphologies"))
  }

  /// Reads books with the changes that are theirs.
  private struct Reader {
    let geodata: Geodata
    let changes: [FigureChange]

    func path(_ book: String) -> String { geodata.path("books/\(book).yaml") }
    func own(_ book: String) -> [FigureChange] { changes.filter { $0.book == book } }

    func book<Book>(
      _ name: String, _ read: (String, [FigureChange]) throws(UserError) -> Book
    ) throws(UserError) -> Book {
      let own = own(name)
      do throws(UserError) {
        return try read(path(name), own)
      } catch {
        // A file that is right by itself is not where a change that leads out of range is mended.
        guard !own.isEmpty, error.place.hasPrefix(path(name)) else { throw error }
        let places = own.map(\.place).joined(separator: ", ")
        throw UserError(
          error.code, error.status, at: error.place,
          "\(error.problem), with the figures changed at \(places)", remedy: error.remedy)
      }
    }
  }
}
