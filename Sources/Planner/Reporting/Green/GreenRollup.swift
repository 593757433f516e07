import Territory

/// Places of a run summed by where they lie, each in one county or city, and in one province.
struct GreenRollup {
  private let places: [GreenPlace]
  private let batteries: Int

  init(_ places: [GreenPlace], batteries: Int) {
    self.places = places
    self.batteries = batteries
  }

  var total: GreenUnit { GreenUnit(adcode: "", name: "", level: "all", sum: sum(places)) }

  /// A city's built-up area is one settlement, and a row of its own.
  func counties(names: [String: String]) -> [GreenUnit] {
    var own: [String: [GreenPlace]] = [:]
    var units: [GreenUnit] = []
    for entry in places {
      if entry.place.kind == .city {
        units.append(
          GreenUnit(
            adcode: entry.place.settlement, name: entry.place.name, level: "city", sum: entry.sum))
      } else {
        let place = entry.place
        own[place.county ?? place.prefecture ?? place.settlement, default: []].append(entry)
      }
    }
    units += own.map { adcode, members in
      GreenUnit(
        adcode: adcode, name: names[adcode] ?? members.first?.place.name ?? "", level: "county",
        sum: sum(members))
    }
    return units.sorted {
      $0.adcode == $1.adcode
        ? $0.level < $1.level : $0.adcode.utf8.lexicographicallyPrecedes($1.adcode.utf8)
    }
  }

  func provinces(names: [String: String]) -> [GreenUnit] {
    Dictionary(grouping: places, by: \.province).map { adcode, members in
      GreenUnit(
        adcode: adcode, name: names[adcode] ?? adcode, level: "province", sum: sum(members))
    }.sorted { $0.adcode.utf8.lexicographicallyPrecedes($1.adcode.utf8) }
  }

  /// In the order of the places, so that sums are the same every time.
  private func sum(_ members: [GreenPlace]) -> GreenSum {
    members.reduce(into: GreenSum(batteries: batteries)) { $0.add($1.sum) }
  }
}
