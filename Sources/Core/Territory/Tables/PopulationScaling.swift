import Geometry

/// New figures of a county.
struct CountyFigure: Hashable, Sendable {
  /// Residents.
  var people: Int
  /// Urban residents; nil to scale those of before.
  var urban: Int?
  /// What the figure is.
  var kind: DataKind
}

extension UnitTables {
  /// Gives counties new figures, scales their towns and settlements to them, and sums their prefectures.
  ///
  /// Towns sum to their county, settlements to the seats of their towns, prefectures to their counties, all
  /// exactly.
  ///
  /// - Parameter figures: by index of the county's row.
  mutating func scale(to figures: [Int: CountyFigure]) throws(UserError) {
    let codes = try counties.texts("adcode")
    var people = try counties.counts("population")
    var urban = try counties.counts("urban_population")
    var kinds = try counties.texts("population_kind")
    var urbanKinds = try counties.texts("urban_population_kind")
    var members: [String: [Int]] = [:]
    for (index, parent) in try towns.texts("parent").enumerated() {
      members[parent, default: []].append(index)
    }
    var scaling = try TownScaling(towns)
    for (index, figure) in figures.sorted(by: { $0.key < $1.key }) {
      let before = (people[index], urban[index])
      people[index] = figure.people
      urban[index] =
        figure.urban ?? Self.scaled(before.1, from: before.0, to: figure.people)
      kinds[index] = figure.kind.rawValue
      urbanKinds[index] = (figure.urban == nil ? DataKind.estimated : figure.kind).rawValue
      scaling.scale(members[codes[index]] ?? [], people: people[index], urban: urban[index])
    }
    try counties.set("population", people)
    try counties.set("urban_population", urban)
    try counties.set("population_kind", texts: kinds)
    try counties.set("urban_population_kind", texts: urbanKinds)
    try scaling.write(to: &towns)
    try sumSettlements()
    try sumPrefectures(Set(figures.keys))
  }

  private static func scaled(_ urban: Int, from before: Int, to now: Int) -> Int {
    guard before > 0 else { return 0 }
    return min(now, Int((Double(urban) * Double(now) / Double(before)).rounded()))
  }

  /// Gives counties the sums of their towns, and sums settlements and prefectures.
  ///
  /// - Parameter kind: what the counties' figures are; nil where their residents have not changed.
  mutating func sumCounties(_ changed: Set<Int>, kind: DataKind?) throws(UserError) {
    var sums: [String: (people: Int, urban: Int)] = [:]
    let townPeople = try towns.counts("population")
    let townUrban = try towns.counts("urban_population")
    for (index, parent) in try towns.texts("parent").enumerated() {
      let sum = sums[parent] ?? (0, 0)
      sums[parent] = (sum.people + townPeople[index], sum.urban + townUrban[index])
    }
    let codes = try counties.texts("adcode")
    var people = try counties.counts("population")
    var urban = try counties.counts("urban_population")
    var kinds = try counties.texts("population_kind")
    var urbanKinds = try counties.texts("urban_population_kind")
    for index in changed {
      let sum = sums[codes[index]] ?? (0, 0)
      people[index] = sum.people
      urban[index] = sum.urban
      if let kind { kinds[index] = kind.rawValue }
      urbanKinds[index] = (kind ?? .estimated).rawValue
    }
    try counties.set("population", people)
    try counties.set("urban_population", urban)
    try counties.set("population_kind", texts: kinds)
    try counties.set("urban_population_kind", texts: urbanKinds)
    try sumSettlements()
    if kind == .modelled { try markModelled(Set(changed.map { codes[$0] })) }
    try sumPrefectures(changed)
  }

  /// Settlements with a town in one of the counties have a model's residents then.
  private mutating func markModelled(_ changed: Set<String>) throws(UserError) {
    var homes: Set<String> = []
    for (parent, home) in zip(try towns.texts("parent"), try towns.texts("settlement"))
    where changed.contains(parent) {
      homes.insert(home)
    }
    let ids = try settlements.texts("id")
    let kinds = zip(ids, try settlements.texts("population_kind")).map {
      homes.contains($0) ? DataKind.modelled.rawValue : $1
    }
    try settlements.set("population_kind", texts: kinds)
  }

  /// Residents of settlements are those of the seats of their towns.
  mutating func sumSettlements() throws(UserError) {
    let homes = try towns.texts("settlement")
    let seats = try towns.counts("seat_population")
    var sums: [String: Int] = [:]
    for (home, seat) in zip(homes, seats) { sums[home, default: 0] += seat }
    try settlements.set("population", try settlements.texts("id").map { sums[$0] ?? 0 })
  }

  private mutating func sumPrefectures(_ changed: Set<Int>) throws(UserError) {
    let adcodes = try prefectures.texts("adcode")
    let parents = try counties.texts("parent")
    let people = try counties.counts("population")
    let urban = try counties.counts("urban_population")
    let countyKinds = try counties.texts("population_kind").map { DataKind(rawValue: $0) }
    let countyUrbanKinds = try counties.texts("urban_population_kind").map {
      DataKind(rawValue: $0)
    }
    var members: [String: [Int]] = [:]
    for (index, parent) in parents.enumerated() { members[parent, default: []].append(index) }
    var sums = try prefectures.counts("population")
    var urbanSums = try prefectures.counts("urban_population")
    var kinds = try prefectures.texts("population_kind")
    var urbanKinds = try prefectures.texts("urban_population_kind")
    for (index, adcode) in adcodes.enumerated() {
      guard let own = members[adcode], own.contains(where: changed.contains) else { continue }
      sums[index] = own.reduce(0) { $0 + people[$1] }
      urbanSums[index] = own.reduce(0) { $0 + urban[$1] }
      // A sum is as good as its worst part, unless it is the figure published.
      let worst = own.map { countyKinds[$0] ?? .estimated }.max() ?? .estimated
      let differs = published[adcode].map { $0 != sums[index] } ?? false
      kinds[index] =
        (published[adcode] == sums[index]
        ? DataKind.official : differs ? max(worst, .estimated) : worst).rawValue
      urbanKinds[index] =
        (own.map { countyUrbanKinds[$0] ?? .estimated }.max() ?? .estimated).rawValue
    }
    try prefectures.set("population", sums)
    try prefectures.set("urban_population", urbanSums)
    try prefectures.set("population_kind", texts: kinds)
    try prefectures.set("urban_population_kind", texts: urbanKinds)
  }
}

/// Scales the towns of counties.
private struct TownScaling {
  private var people: [Int]
  private var urban: [Int]
  private var seats: [Int]
  private let isUrbanSeat: [Bool]

  init(_ towns: UnitTable) throws(UserError) {
    people = try towns.counts("population")
    urban = try towns.counts("urban_population")
    seats = try towns.counts("seat_population")
    // The seat of a subdistrict or town is its urban part; that of a township is a share of its people.
    isUrbanSeat = try towns.texts("kind").map { $0 == "subdistrict" || $0 == "town" }
  }

  mutating func scale(_ towns: [Int], people total: Int, urban urbanTotal: Int) {
    guard !towns.isEmpty else { return }
    let parts = Apportionment.parts(of: total, weights: towns.map { people[$0] })
    var weights = towns.indices.map { place in
      scaled(urban[towns[place]], by: parts[place], of: people[towns[place]])
    }
    if weights.allSatisfy({ $0 == 0 }) { weights = parts }
    var (urbanParts, left) = Apportionment.parts(of: urbanTotal, weights: weights, caps: parts)
    if left > 0 {
      // What the urban towns cannot take goes to the rest: it is urban all the same.
      let room = zip(parts, urbanParts).map { $0 - $1 }
      let more = Apportionment.parts(of: left, weights: room, caps: room)
      urbanParts = zip(urbanParts, more.parts).map { $0 + $1 }
      left = more.left
    }
    for (place, town) in towns.enumerated() {
      let share = scaled(seats[town], by: parts[place], of: people[town])
      seats[town] =
        isUrbanSeat[town] ? urbanParts[place] : min(parts[place], max(share, urbanParts[place]))
      people[town] = parts[place]
      urban[town] = urbanParts[place]
    }
  }

  private func scaled(_ part: Int, by now: Int, of before: Int) -> Int {
    guard before > 0 else { return 0 }
    return min(now, Int((Double(part) * Double(now) / Double(before)).rounded()))
  }

  func write(to towns: inout UnitTable) throws(UserError) {
    try towns.set("population", people)
    try towns.set("urban_population", urban)
    try towns.set("seat_population", seats)
  }
}
