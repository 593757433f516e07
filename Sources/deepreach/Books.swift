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

  static let files = [
    "books/bands.yaml", "books/morphologies.yaml", "books/costs.yaml", "books/stations.yaml",
    "books/readiness.yaml", "books/demand.yaml",
  ]

  init(_ geodata: Geodata) throws(UserError) {
    bands = try BandBook.read(path: geodata.path("books/bands.yaml"))
    morphologies = try MorphologyBook.read(path: geodata.path("books/morphologies.yaml"))
    costs = try CostBook.read(path: geodata.path("books/costs.yaml"))
    stations = try StationBook.read(path: geodata.path("books/stations.yaml"))
    readiness = try ReadinessBook.read(path: geodata.path("books/readiness.yaml"))
    demand = try DemandBook.read(path: geodata.path("books/demand.yaml"))
    try checkAlternatives(path: geodata.path("books/morphologies.yaml"))
  }
}
