import Geometry

/// Shares the people of a polygon's cells out over its towns: in footprints over the seats of their
/// settlement, the rest over what the towns have besides.
struct PopulationShare: Sendable {
  private let counties: CountyPolygons
  private let totals: PopulationGridSettings.Totals
  private let codes: [String]
  private let names: [String]
  private let towns: [[Int]]
  private let homes: [String]
  private let isUrbanSeat: [Bool]
  private let before: (people: [Int], urban: [Int], seats: [Int])
  private let countyPeople: [Int]
  private var people: [Int]
  private var urban: [Int]
  private var seats: [Int]
  private var changed: Set<Int> = []
  /// Polygons whose people are shared out: rows of counties, people, and those in footprints.
  private var accepted:
    [(rows: [Int], people: Double, inside: [(settlement: String, people: Double)])] = []
  private var seated: Set<String> = []

  /// People of counties with new figures.
  private(set) var kept = CompensatedSum()
  /// People of counties that stay as they are.
  private(set) var refused = CompensatedSum()
  /// Cells of polygons without tables.
  private(set) var foreign = PopulationTally.Cells()
  /// People in footprints.
  private(set) var inside = CompensatedSum()
  /// Settlements with people in their footprint.
  var settlements: Int { seated.count }
  private(set) var leftCounties = 0
  private(set) var findings: [ImportFinding] = []

  var hasFigures: Bool { !changed.isEmpty }
  var newCounties: Int { changed.count }

  init(
    _ tables: UnitTables, _ counties: CountyPolygons, _ settings: PopulationGridSettings
  ) throws(UserError) {
    self.counties = counties
    totals = settings.totals
    codes = try tables.counties.texts("adcode")
    names = try tables.counties.texts("name")
    countyPeople = try tables.counties.counts("population")
    var members: [String: [Int]] = [:]
    for (index, parent) in try tables.towns.texts("parent").enumerated() {
      members[parent, default: []].append(index)
    }
    towns = codes.map { members[$0] ?? [] }
    homes = try tables.towns.texts("settlement")
    isUrbanSeat = try tables.towns.texts("kind").map { $0 == "subdistrict" || $0 == "town" }
    people = try tables.towns.counts("population")
    urban = try tables.towns.counts("urban_population")
    seats = try tables.towns.counts("seat_population")
    before = (people, urban, seats)
  }

  /// Takes the cells of a polygon.
  ///
  /// - Parameters:
  ///   - inside: people in footprints by settlement.
  ///   - isWhole: whether the grid holds all of the polygon.
  mutating func take(
    _ polygon: Int, _ cells: PopulationTally.Cells,
    inside: [(settlement: String, people: Double)], isWhole: Bool
  ) {
    let rows = counties.counties[polygon]
    guard !rows.isEmpty else {
      foreign.count += cells.count
      foreign.people.add(cells.people.value)
      return
    }
    let own = rows.flatMap { towns[$0] }
    if let reason = obstacle(cells, isWhole: isWhole, rows: rows, hasTowns: !own.isEmpty) {
      leftCounties += rows.count
      refused.add(cells.people.value)
      // A county that the grid does not touch is no fault of it.
      let treatment = cells.count > 0 ? ImportFinding.Treatment.refused : .noted
      findings += rows.map {
        ImportFinding(
          treatment, line: nil, code: codes[$0], name: names[$0],
          people: rows.count == 1 ? Int(cells.people.value.rounded()) : nil, reason: reason)
      }
      return
    }
    kept.add(cells.people.value)
    changed.formUnion(rows)
    accepted.append((rows, cells.people.value, inside))
  }

  /// Shares the people of all polygons taken out in whole numbers: largest remainders over the polygons,
  /// then within each.
  mutating func settle() {
    let figures = accepted.map(\.people)
    let whole = Apportionment.rounded(figures, to: Int(CompensatedSum.of(figures).rounded()))
    for (place, polygon) in accepted.enumerated() {
      let stated = polygon.rows.reduce(0) { $0 + countyPeople[$1] }
      divide(
        totals == .counties ? stated : whole[place], of: polygon.people,
        over: polygon.rows.flatMap { towns[$0] }, inside: polygon.inside)
    }
  }

  private func obstacle(
    _ cells: PopulationTally.Cells, isWhole: Bool, rows: [Int], hasTowns: Bool
  ) -> ImportText? {
    if cells.count == 0 {
      return ImportText(
        "the grid has no cell with a number in it: its figures stay", "格网中没有其有数字的单元：保留原数")
    }
    if !isWhole {
      return ImportText("the grid holds only a part of it: its figures stay", "格网仅含其一部分：保留原数")
    }
    if !hasTowns {
      return ImportText("it has no towns that could be given people", "没有可分配人口的乡镇")
    }
    if cells.people.value <= 0 {
      return ImportText("the grid has no people in it: its figures stay", "格网中没有人口：保留原数")
    }
    if totals == .counties, rows.count > 1 {
      return ImportText(
        "it shares its polygon with another county: its figures stay", "与另一县共用边界：保留原数")
    }
    return nil
  }

  private mutating func divide(
    _ total: Int, of cells: Double, over own: [Int],
    inside: [(settlement: String, people: Double)]
  ) {
    var members: [String: [Int]] = [:]
    for town in own where !homes[town].isEmpty { members[homes[town], default: []].append(town) }
    // A footprint that reaches in from another county has no seat here: its people are the rest's.
    let located = inside.filter { members[$0.settlement] != nil && $0.people > 0 }
      .sorted { $0.settlement < $1.settlement }
    let rest = max(0, cells - CompensatedSum.of(located.map(\.people)))
    let scale = Double(total) / cells
    let parts = Apportionment.rounded(
      located.map { $0.people * scale } + [rest * scale], to: total)
    var newSeats: [Int: Int] = [:]
    for (place, settlement) in located.enumerated() {
      self.inside.add(settlement.people)
      seated.insert(settlement.settlement)
      let own = members[settlement.settlement] ?? []
      let shares = Apportionment.parts(of: parts[place], weights: own.map { before.seats[$0] })
      for (member, share) in zip(own, shares) { newSeats[member] = share }
    }
    // What a town has besides its seat; all of it where its settlement is not located.
    var weights = own.map { before.people[$0] - (newSeats[$0] == nil ? 0 : before.seats[$0]) }
    if weights.allSatisfy({ $0 <= 0 }) { weights = own.map { before.people[$0] } }
    let shares = Apportionment.parts(
      of: parts.last ?? 0, weights: weights.map { max(0, $0) })
    for (place, town) in own.enumerated() {
      if let seat = newSeats[town] {
        people[town] = seat + shares[place]
        seats[town] = seat
        urban[town] =
          isUrbanSeat[town] ? seat : part(before.urban[town], of: before.people[town], people[town])
      } else {
        people[town] = shares[place]
        seats[town] = part(before.seats[town], of: before.people[town], shares[place])
        urban[town] = part(before.urban[town], of: before.people[town], shares[place])
      }
    }
  }

  private func part(_ part: Int, of before: Int, _ now: Int) -> Int {
    guard before > 0 else { return 0 }
    return min(now, Int((Double(part) * Double(now) / Double(before)).rounded()))
  }

  /// Puts the figures into the tables.
  func write(to tables: inout UnitTables, kind: DataKind) throws(UserError) {
    try tables.towns.set("population", people)
    try tables.towns.set("urban_population", urban)
    try tables.towns.set("seat_population", seats)
    try tables.sumCounties(changed, kind: totals == .grid ? kind : nil)
  }
}
