import Geometry

/// Makes a campus of an entry of a file.
struct CampusBuilder {
  let book: IndustryBook
  let counties: CampusCounties
  /// A position that lies outside every county by no more is one on a quay or on a border's drawing [G].
  static let toleranceMetres = 2000.0
  private static let greatestHectares = 1e6
  private static let greatestCount = 10_000_000

  func campus(
    _ entry: CampusEntry, _ transformer: CoordinateTransformer?, _ repairs: inout [CampusRepair]
  ) throws(UserError) -> Campus {
    let (position, footprint) = try placed(entry, transformer)
    let county = try county(entry, position, &repairs)
    let kind = try kind(entry)
    guard let industry = book.industry(named: entry.text("industry") ?? "") else {
      throw unknown(
        entry, "industry", entry.text("industry") ?? "", book.industries.map { "\($0.id) \($0.zh)" }
      )
    }
    let employees = try count(entry, "employees", entry.text("employees") ?? "")
    let hectares = try hectares(entry, footprint, kind, employees, &repairs)
    let (terminals, isCounted) = try terminals(entry, industry, employees)
    let id = entry.text("id") ?? "row\(entry.number)"
    return Campus(
      id: id, name: entry.text("name") ?? id, kind: kind, industry: industry.id,
      position: position, footprint: footprint, hectares: hectares, employees: employees,
      terminals: terminals, terminalKind: isCounted ? .measured : .estimated, county: county,
      group: try group(entry), earliest: try earliest(entry), dataKind: .measured)
  }

  private func placed(
    _ entry: CampusEntry, _ transformer: CoordinateTransformer?
  ) throws(UserError) -> (Coordinate, Geometry?) {
    guard let position = entry.position else {
      throw outside(entry, "there is no position")
    }
    guard let transformer else { return (position, entry.footprint) }
    do throws(UserError) {
      return (
        try transformer.transform(position),
        try entry.footprint.map { area throws(UserError) in try transformer.transform(area) }
      )
    } catch {
      throw UserError(
        error.code, error.status, at: entry.place, error.problem, remedy: error.remedy)
    }
  }

  private func county(
    _ entry: CampusEntry, _ position: Coordinate, _ repairs: inout [CampusRepair]
  ) throws(UserError) -> String {
    var found = counties.county(at: position)
    if found == nil, (60...150).contains(position.x), (0...62).contains(position.y),
      let nearest = counties.nearest(to: position), nearest.metres <= Self.toleranceMetres
    {
      found = nearest.adcode
      repairs.append(
        CampusRepair(
          .nearestCounty, at: entry.place,
          "\(nearest.adcode), \(DecimalText.fixed(nearest.metres, decimals: 0)) m"))
    }
    guard let found else {
      throw outside(
        entry, "longitude \(position.x), latitude \(position.y) is outside every county")
    }
    if let stated = entry.text("county"), stated != found, stated.prefix(6) != found {
      repairs.append(CampusRepair(.countyOfPosition, at: entry.place, "\(stated) → \(found)"))
    }
    return found
  }

  private func kind(_ entry: CampusEntry) throws(UserError) -> CampusKind {
    guard let word = entry.text("kind") else { return .factory }
    let meaning = entry.words.meaning(of: word, in: "kind") ?? word
    if let kind = CampusKind(rawValue: meaning) { return kind }
    throw unknown(entry, "kind", word, CampusKind.allCases.map(\.rawValue))
  }

  private func group(_ entry: CampusEntry) throws(UserError) -> String? {
    guard let word = entry.text("group") else { return nil }
    let meaning = entry.words.meaning(of: word, in: "group") ?? word
    if ["mobile", "unicom"].contains(meaning) { return meaning }
    throw unknown(entry, "group", word, ["mobile", "unicom"])
  }

  private func earliest(_ entry: CampusEntry) throws(UserError) -> Quarter? {
    guard let text = entry.text("earliest") else { return nil }
    if let quarter = Quarter(text) { return quarter }
    throw UserError(
      "DR-923", .badData, at: entry.place, "earliest is '\(text)'",
      remedy: "give a quarter such as 2021Q1")
  }

  private func hectares(
    _ entry: CampusEntry, _ footprint: Geometry?, _ kind: CampusKind, _ employees: Int,
    _ repairs: inout [CampusRepair]
  ) throws(UserError) -> Double {
    if let text = entry.text("area_ha") {
      guard let area = Double(text), area > 0, area <= Self.greatestHectares else {
        throw figure(entry, "area_ha", text, "more than 0, up to 1e6 hectares")
      }
      return area
    }
    if let footprint { return try Albers.china.area(of: footprint) / 10_000 }
    let density = book.form(kind)?.employeesPerHectare.value ?? 1
    let area = max(Double(employees) / density, 0.1)
    repairs.append(
      CampusRepair(
        .areaFromEmployees, at: entry.place, "\(DecimalText.fixed(area, decimals: 1)) ha"))
    return area
  }

  /// Terminals by scenario, and whether all of them were counted.
  private func terminals(
    _ entry: CampusEntry, _ industry: Industry, _ employees: Int
  ) throws(UserError) -> ([String: Int], Bool) {
    guard let text = entry.text("scenarios") else {
      return (book.terminals(of: industry.id, employees: employees), false)
    }
    var terminals: [String: Int] = [:]
    var isCounted = true
    for part in text.split(whereSeparator: { ";；".contains($0) }) {
      let sides = part.split(
        maxSplits: 1, omittingEmptySubsequences: false, whereSeparator: { ":：".contains($0) })
      let word = sides[0].filter { !$0.isWhitespace || $0 == " " }
      guard let scenario = book.scenario(named: String(word)) else {
        throw unknown(
          entry, "scenario", String(word), book.scenarios.map { "\($0.id) \($0.zh)" })
      }
      guard terminals[scenario.id] == nil else {
        throw figure(entry, "scenarios", text, "each scenario once")
      }
      if sides.count == 2 {
        let number = try count(entry, scenario.id, sides[1].filter { !$0.isWhitespace })
        if number > 0 { terminals[scenario.id] = number }
      } else {
        isCounted = false
        let density = scenario.terminalsPer100Employees.value / 100
        terminals[scenario.id] = max(1, Int((Double(employees) * density).rounded()))
      }
    }
    return (terminals, isCounted)
  }

  private func count(
    _ entry: CampusEntry, _ field: String, _ text: String
  ) throws(UserError) -> Int {
    if let count = Int(text), (0...Self.greatestCount).contains(count) { return count }
    throw figure(entry, field, text, "a whole number from 0 to \(Self.greatestCount)")
  }

  private func figure(
    _ entry: CampusEntry, _ field: String, _ text: String, _ remedy: String
  ) -> UserError {
    UserError(
      "DR-915", .badData, at: entry.place, "\(field) is '\(text)'", remedy: "give \(remedy)")
  }

  private func unknown(
    _ entry: CampusEntry, _ field: String, _ word: String, _ known: [String]
  ) -> UserError {
    UserError(
      "DR-913", .badData, at: entry.place, "the \(field) is '\(word)'",
      remedy: "give one of: \(known.joined(separator: ", "))")
  }

  private func outside(_ entry: CampusEntry, _ problem: String) -> UserError {
    UserError(
      "DR-914", .badData, at: entry.place, problem,
      remedy: "give longitude before latitude, or name the coordinate system")
  }
}
