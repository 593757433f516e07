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
    func own(_ book: String) -> [FigureChange] { changes.filter { $0.book == book } }
    bands = try BandBook.read(
      path: geodata.path("books/bands.yaml"), changes: own("bands"))
    morphologies = try MorphologyBook.read(path: geodata.path("books/morphologies.yaml"))
    costs = try CostBook.read(
      path: geodata.path("books/costs.yaml"), changes: own("costs"))
    stations = try StationBook.read(path: geodata.path("books/stations.yaml"))
    readiness = try ReadinessBook.read(
      path: geodata.path("books/readiness.yaml"), changes: own("readiness"))
    demand = try DemandBook.read(
      path: geodata.path("books/demand.yaml"), changes: own("demand"))
    var changed: [ChangedFigure] = []
    for book in FigureChange.books {
      changed += try BookReader.changed(own(book), path: geodata.path("books/\(book).yaml"))
    }
    self.changed = changed
    try checkAlternatives(path: geodata.path("books/morphologies.yaml"))
  }
}
