import Geometry
import Territory

/// A county of a run's map.
struct CountyUnit: Sendable {
  let adcode: String
  let name: String
  let parent: String?
  let polygon: Geometry?

  /// Counties of a run's units.geojson, by adcode.
  static func read(in folder: String) throws(UserError) -> [CountyUnit] {
    let file = "\(folder)/units.geojson"
    var units: [CountyUnit] = []
    for feature in try GeoJSONReader(source: file).features(in: FileAccess.read(file)) {
      guard feature.properties["level"]?.string == "county",
        let adcode = feature.properties["adcode"]?.string
      else { continue }
      units.append(
        CountyUnit(
          adcode: adcode, name: feature.properties["name"]?.string ?? "",
          parent: feature.properties["parent"]?.string, polygon: feature.geometry))
    }
    return units.sorted { $0.adcode.utf8.lexicographicallyPrecedes($1.adcode.utf8) }
  }
}

/// What a run makes of the settlements of a county, or of a city.
public struct CountyOutcome: Hashable, Sendable {
  /// Residents of the settlements that have their target at the end.
  public let targetResidents: Int
  /// Residents with the target, summed over the quarters of the comparison: who has it sooner, or has
  /// more of it, has more. This tells winners from losers.
  public let residentQuarters: Int
  /// Mean of the quarters until the target, by residents of those that reach it: 0 for those that have
  /// it from the start, 1 for the first quarter. Nil where nobody reaches it.
  public let waitQuarters: Double?

  init(_ places: [ComparedPlace], from: Quarter, until: Quarter) {
    var (residents, quarters, waits) = (0, 0, 0)
    let all = until.index - from.index + 1
    for place in places {
      switch place.reach {
      case .start:
        residents += place.population
        quarters += place.population * all
      case .quarter(let quarter):
        let wait = quarter.index - from.index + 1
        residents += place.population
        quarters += place.population * (all - wait + 1)
        waits += place.population * wait
      case .never: break
      }
    }
    targetResidents = residents
    residentQuarters = quarters
    waitQuarters = residents > 0 ? Double(waits) / Double(residents) : nil
  }
}

/// Whether a county fares better than in the base.
public enum Verdict: String, CaseIterable, Sendable {
  /// More residents with the target, summed over the quarters.
  case winner
  /// Fewer.
  case loser
  /// As many.
  case same
}

/// A county, or a city as a whole, in every run of a comparison.
public struct CountyComparison: Sendable {
  /// Adcode of the county, or of the prefecture whose city it is.
  public let adcode: String
  /// Its name.
  public let name: String
  /// Whether it is the city of a prefecture: its districts are one built-up area, and are not told
  /// apart.
  public let isCity: Bool
  /// Residents of its settlements.
  public let residents: Int
  /// By run.
  public let outcomes: [CountyOutcome]

  /// How it fares in a run.
  public func verdict(_ run: Int) -> Verdict {
    let difference = difference(run)
    return difference > 0 ? .winner : difference < 0 ? .loser : .same
  }

  /// Resident quarters beyond those of the base.
  public func difference(_ run: Int) -> Int {
    outcomes[run].residentQuarters - outcomes[0].residentQuarters
  }

  /// Every resident stands in one row: a city's in its own, all others in their county's.
  static func all(_ runs: [ComparedRun], _ units: [CountyUnit]) -> [CountyComparison] {
    let places = PlacesByCounty(runs)
    let names = Dictionary(units.map { ($0.adcode, $0.name) }, uniquingKeysWith: { one, _ in one })
    let counties = places.counties.map { adcode, members in
      places.comparison(adcode, names[adcode] ?? members.first?.name ?? "", members, isCity: false)
    }
    let cities = places.cities.map { adcode, city in
      places.comparison(adcode, city.name, [city], isCity: true)
    }
    return (counties + cities).sorted {
      $0.adcode == $1.adcode
        ? $0.isCity && !$1.isCity : $0.adcode.utf8.lexicographicallyPrecedes($1.adcode.utf8)
    }
  }

  /// What stands on each county's polygon: its own settlements, and on a district without a seat of
  /// its own its city, which is not told apart by district.
  static func drawn(_ runs: [ComparedRun], _ units: [CountyUnit]) -> [CountyComparison] {
    let places = PlacesByCounty(runs)
    return units.map { unit in
      var members = places.counties[unit.adcode] ?? []
      let hasSeat = members.contains { $0.settlement == unit.adcode }
      let city = hasSeat ? nil : unit.parent.flatMap { places.cities[$0] }
      if let city { members.append(city) }
      return places.comparison(unit.adcode, unit.name, members, isCity: city != nil)
    }
  }
}

/// The places of comparable runs, by where they lie.
private struct PlacesByCounty {
  /// Places of the base.
  private(set) var counties: [String: [ComparedPlace]] = [:]
  private(set) var cities: [String: ComparedPlace] = [:]
  private let byRun: [[String: ComparedPlace]]
  private let from: Quarter
  private let until: Quarter

  init(_ runs: [ComparedRun]) {
    for place in runs.first?.places ?? [] {
      if place.kind == .city {
        cities[place.settlement] = place
      } else {
        counties[place.county ?? place.prefecture ?? place.settlement, default: []].append(place)
      }
    }
    byRun = runs.map { run in
      Dictionary(run.places.map { ($0.settlement, $0) }, uniquingKeysWith: { one, _ in one })
    }
    from = runs.map(\.from).min() ?? Quarter(index: 0)
    until = runs.map(\.until).max() ?? from
  }

  func comparison(
    _ adcode: String, _ name: String, _ members: [ComparedPlace], isCity: Bool
  ) -> CountyComparison {
    CountyComparison(
      adcode: adcode, name: name, isCity: isCity,
      residents: members.reduce(0) { $0 + $1.population },
      outcomes: byRun.map { run in
        CountyOutcome(members.compactMap { run[$0.settlement] }, from: from, until: until)
      })
  }
}
