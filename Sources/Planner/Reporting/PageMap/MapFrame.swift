import Coverage
import Geometry
import Territory

/// What every page's map begins with: the grid, borders, units and settlements, as members of one JSON value.
struct MapFrame {
  let shapes: MapShapes
  let units: MapUnits
  let places: MapPlaces
  let quarters: [Quarter]

  func members(_ language: Language) -> JSONObject {
    [
      "language": .string(language.rawValue), "metres": .number(shapes.grid.metres),
      "width": .int(shapes.columns), "height": .int(shapes.rows),
      "quarters": .array(quarters.map { .string($0.description) }),
      "statuses": .array(CoverageStatus.allCases.map { .string(Message($0).text(language)) }),
      "arcs": .string(shapes.packedArcs().base64),
      "areas": .string(shapes.packedAreas(numbers: units.numbers).base64),
      "units": units.value(language), "places": places.value(shapes.grid),
    ]
  }
}
