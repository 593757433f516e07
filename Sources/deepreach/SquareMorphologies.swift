import Coverage
import Geometry
import Radio
import Territory

/// Morphologies of squares: of the settlement whose built-up area holds the square's middle, rural outside.
struct SquareMorphologies {
  /// Of each mean; nil outside the region asked for.
  let byMean: [Morphology?]
  /// Means outside the region.
  let outside: Int

  static let files = [
    "boundaries/counties.topojson", "units/provinces.csv", "units/prefectures.csv",
    "units/counties.csv", "units/towns.csv", "units/settlements.csv",
  ]
  /// Seats farther than this from all samples have no built-up area that reaches them, degrees.
  private static let marginDegrees = 0.5

  init(
    _ options: CalibrateCommand, _ geodata: Geodata,
    _ means: [(mean: LocalMean, group: NetworkGroup)], threads: Int
  ) throws(UserError) {
    let gazetteer = try Gazetteer(geodata)
    let boundaries = try Boundaries(geodata)
    let places = means.map { Albers.china.unproject($0.mean.plane) }
    var isInside = [Bool](repeating: true, count: places.count)
    if let region = options.region {
      isInside = try Self.inside(region, places, gazetteer, boundaries)
    }
    var kinds = [Morphology](repeating: options.morphology ?? .rural, count: places.count)
    if options.morphology == nil {
      kinds = try Self.kinds(options, geodata, places, gazetteer, boundaries, threads: threads)
    }
    byMean = zip(kinds, isInside).map { $1 ? $0 : nil }
    outside = isInside.count { !$0 }
  }

  private static func inside(
    _ region: String, _ places: [Coordinate], _ gazetteer: Gazetteer, _ boundaries: Boundaries
  ) throws(UserError) -> [Bool] {
    let finder = RegionFinder(gazetteer)
    var codes: Set<String> = []
    for name in region.split(separator: ",") {
      codes.insert(try finder.unit(for: String(name)).adcode)
    }
    let counties = try boundaries.polygons(.county, in: gazetteer) { adcode in
      codes.contains { gazetteer.lineage(of: adcode).contains($0) || $0 == adcode }
    }
    guard !counties.isEmpty else {
      throw UserError(
        "DR-821", .usage, at: "--region", "there is no county in the region",
        remedy: "choose a county, or a larger unit")
    }
    var isInside = [Bool](repeating: false, count: places.count)
    for county in counties {
      let area = try PreparedGeometry(county.geometry)
      for index in places.indices where !isInside[index] {
        isInside[index] = area.contains(places[index])
      }
    }
    return isInside
  }

  private static func kinds(
    _ options: CalibrateCommand, _ geodata: Geodata, _ places: [Coordinate],
    _ gazetteer: Gazetteer, _ boundaries: Boundaries, threads: Int
  ) throws(UserError) -> [Morphology] {
    var records = try SettlementTable(geodata).records
    if let path = options.footprints {
      records = try FootprintFile(path: path).applied(to: records)
    }
    // Samples are few places beside the country: seats are looked up by tenths of a degree.
    func bucket(_ place: Coordinate) -> [Int] {
      [Int((place.x * 10).rounded(.down)), Int((place.y * 10).rounded(.down))]
    }
    let reach = Int((marginDegrees * 10).rounded(.up))
    var near: Set<[Int]> = []
    for own in Set(places.map(bucket)) {
      for column in -reach...reach {
        for row in -reach...reach { near.insert([own[0] + column, own[1] + row]) }
      }
    }
    let wanted = records.filter { record in
      record.footprint != nil || record.seats.contains { near.contains(bucket($0.seat.position)) }
    }
    let builder = SettlementBuilder(gazetteer: gazetteer, boundaries: boundaries)
    let found = try ConcurrentMap.map(count: wanted.count, threads: threads) {
      (index) throws(UserError) -> (Morphology, [Int]) in
      let settlement = try builder.settlement(wanted[index])
      let area = try PreparedGeometry(settlement.footprint)
      return (settlement.morphology, places.indices.filter { area.contains(places[$0]) })
    }
    var kinds = [Morphology](repeating: .rural, count: places.count)
    // Where areas overlap the first of the table's order counts: cities before towns.
    for (morphology, members) in found.reversed() {
      for index in members { kinds[index] = morphology }
    }
    return kinds
  }
}
