public import Geometry

/// Makes settlements with footprints from records.
public struct SettlementBuilder: Sendable {
  private let clips: [String: Geometry]

  /// - Parameter clips: polygon of each county, or city without county level, by its adcode.
  public init(gazetteer: Gazetteer, boundaries: Boundaries) {
    var clips: [String: Geometry] = [:]
    for unit in gazetteer.units {
      if let polygon = unit.polygon.flatMap({ boundaries.counties[$0] }) {
        clips[unit.adcode] = polygon
      }
    }
    self.clips = clips
  }

  /// The settlement of a record: its own footprint where it has one, else the modelled one.
  public func settlement(_ record: SettlementRecord) throws(UserError) -> Settlement {
    let footprint: Geometry
    if let given = record.footprint {
      footprint = given
    } else {
      footprint = try FootprintBuilder().footprint(
        kind: record.kind, seats: record.seats.map { ($0.seat, clips[$0.county]) })
    }
    return Settlement(
      id: record.id, name: record.name, kind: record.kind, countyAdcode: record.countyAdcode,
      prefectureAdcode: record.prefectureAdcode, provinceAdcode: record.provinceAdcode,
      population: record.population, populationKind: record.populationKind,
      morphology: record.morphology
        ?? MorphologyRule.morphology(record.kind, population: record.population),
      seats: record.seats.map(\.seat), footprint: footprint,
      footprintKind: record.footprint == nil ? .modelled : .measured,
      areaSquareMetres: try Albers.china.area(of: footprint))
  }
}
