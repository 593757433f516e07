public import Geometry

/// Campuses estimated from employment by industry, where none is given: employees of an industry in a county are put
/// together to campuses of the book's size, near the seats of the county's settlements.
///
/// Employees are conserved: those of a county's industry stand on its campuses, or, where they are too few for one,
/// in the table of employment.
public struct CampusEstimate: Sendable {
  private let book: IndustryBook
  private let gazetteer: Gazetteer
  private let counties: CampusCounties
  private let employment: EmploymentFile?
  private let seed: Int
  /// Seats by county.
  private let seats: [String: [Seat]]

  /// - Parameters:
  ///   - employment: shares by county; nil for the book's national shares.
  ///   - seed: of the positions.
  public init(
    book: IndustryBook, gazetteer: Gazetteer, counties: CampusCounties,
    records: [SettlementRecord], employment: EmploymentFile?, seed: Int
  ) {
    self.book = book
    self.gazetteer = gazetteer
    self.counties = counties
    self.employment = employment
    self.seed = seed
    var seats: [String: [Seat]] = [:]
    for record in records {
      for (seat, county) in record.seats { seats[county, default: []].append(seat) }
    }
    self.seats = seats
  }

  /// The campuses of the counties asked for, by id.
  ///
  /// - Throws: DR-921 for a file of employment that has none of them.
  public func campuses(
    in isAsked: (String) -> Bool
  ) throws(UserError) -> CampusSet {
    var campuses: [Campus] = []
    var repairs: [CampusRepair] = []
    var table: [IndustryEmployment] = []
    let units = gazetteer.units.filter {
      $0.polygon != nil && $0.population > 0 && isAsked($0.adcode)
    }
    var isFound = false
    let given = book.estimate.parts.map(withoutTheDensest)
    for unit in units {
      let own = employment?.rows[unit.adcode] ?? nil
      if own != nil { isFound = true }
      if let employment, own == nil {
        repairs.append(
          CampusRepair(.nationalShares, at: employment.name, "\(unit.adcode) \(unit.name)"))
      }
      for (index, part) in book.estimate.parts.enumerated() {
        let employees =
          own == nil ? given[index][unit.adcode] ?? 0 : employees(unit, part, own)
        let made = self.campuses(unit, part, index, employees)
        campuses += made
        table.append(
          IndustryEmployment(
            county: unit.adcode, industry: part.industry, employees: employees,
            onCampuses: made.reduce(0) { $0 + $1.employees }, dataKind: .estimated))
      }
    }
    if let employment {
      guard isFound || units.isEmpty else {
        throw UserError(
          "DR-921", .badData, at: employment.name, "none of the region's counties is in it",
          remedy: "give rows whose CODE are adcodes of counties, such as \(units[0].adcode)")
      }
      for (code, row) in employment.rows.sorted(by: { $0.key < $1.key })
      where gazetteer[code] == nil {
        repairs.append(
          CampusRepair(.unknownCounty, at: "\(employment.name):\(row?.line ?? 0)", code))
      }
    }
    return CampusSet(
      campuses: campuses.sorted { $0.id < $1.id }, repairs: repairs, employment: table)
  }

  /// Employees of an industry by county as the nation's shares have them, with those of counties that are too dense
  /// for it handed to the others by residents, so that the country's sum stays; nobody is handed on where all are.
  private func withoutTheDensest(_ part: CampusEstimateRule.Part) -> [String: Int] {
    let units = gazetteer.units.filter { $0.polygon != nil && $0.population > 0 }
    var given: [String: Int] = [:]
    for unit in units { given[unit.adcode] = employees(unit, part, nil) }
    guard let densest = part.densest?.value else { return given }
    func isDense(_ unit: AdministrativeUnit) -> Bool {
      guard let area = counties.squareKilometres(of: unit.adcode), area > 0 else { return false }
      return Double(unit.population) / area >= densest
    }
    let others = units.filter { !isDense($0) }
    guard !others.isEmpty, others.count < units.count else { return given }
    let dense = units.filter(isDense)
    let handed = dense.reduce(0) { $0 + (given[$1.adcode] ?? 0) }
    for unit in dense { given[unit.adcode] = 0 }
    let parts = Apportionment.parts(of: handed, weights: others.map(\.population))
    for (unit, more) in zip(others, parts) { given[unit.adcode, default: 0] += more }
    return given
  }

  /// Whole employees of an industry in a county, by its own shares or the nation's.
  func employees(
    _ unit: AdministrativeUnit, _ part: CampusEstimateRule.Part, _ own: EmploymentFile.Row?
  ) -> Int {
    let rule = book.estimate
    let national: Figure =
      switch part.of {
      case .manufacturing: rule.manufacturing
      case .mining: rule.mining
      case .utilities: rule.utilities
      }
    let employed = own?.employed ?? rule.employedShare.value
    let branch = own?.shares[part.of] ?? national.value
    let adults = Double(unit.population) * rule.adultShare.value
    return Int((adults * employed * branch * part.share.value).rounded())
  }

  private func campuses(
    _ unit: AdministrativeUnit, _ part: CampusEstimateRule.Part, _ index: Int, _ employees: Int
  ) -> [Campus] {
    let rule = book.estimate
    let places = seats[unit.adcode] ?? []
    guard Double(employees) >= rule.leastEmployees.value, !places.isEmpty,
      let form = book.form(part.campus)
    else { return [] }
    let count = max(1, Int((Double(employees) / rule.employeesPerCampus.value).rounded()))
    let sizes = Apportionment.parts(of: employees, weights: [Int](repeating: 1, count: count))
    var random = RandomNumbers(
      seed: (UInt64(unit.adcode) ?? 0) &* 1_000_003 &+ UInt64(index) &* 7919
        &+ UInt64(bitPattern: Int64(seed)) &* 0x9E37_79B9_7F4A_7C15)
    return sizes.enumerated().map { number, size in
      let hectares = Double(size) / form.employeesPerHectare.value
      return Campus(
        id: "\(unit.adcode)-\(part.industry)-\(number + 1)",
        name: unit.name + industryName(part.industry) + String(number + 1), kind: part.campus,
        industry: part.industry, position: position(unit.adcode, places, &random),
        hectares: hectares, employees: size,
        terminals: book.terminals(of: part.industry, employees: size), terminalKind: .estimated,
        county: unit.adcode, dataKind: .estimated)
    }
  }

  private func industryName(_ id: String) -> String {
    book.industries.first { $0.id == id }?.zh ?? id
  }

  /// Residents of a square kilometre of a settlement, by which the disc around a seat is drawn [G].
  private static let residentsPerSquareKilometre = 5000.0
  private static let draws = 8

  /// Inside the county, in the disc around a seat drawn by its residents; the seat itself where no draw lies inside.
  private func position(
    _ county: String, _ places: [Seat], _ random: inout RandomNumbers
  ) -> Coordinate {
    let weights = places.map { max($0.population, 1) }
    var ticket = random.below(min(weights.reduce(0, +), 0xFFFF_FFFF))
    var chosen = places[0]
    for (seat, weight) in zip(places, weights) {
      chosen = seat
      ticket -= weight
      if ticket < 0 { break }
    }
    let square = Double(max(chosen.population, 1)) / Self.residentsPerSquareKilometre * 1e6
    let radius = (square / .pi).squareRoot()
    let degrees = LocalDegrees(at: chosen.position.y)
    for _ in 0..<Self.draws {
      let angle = Double(random.next() >> 11) * 0x1p-53 * 2 * Double.pi
      let distance = radius * (Double(random.next() >> 11) * 0x1p-53).squareRoot()
      let place = Coordinate(
        x: Self.rounded(chosen.position.x + distance * cosine(angle) / degrees.perDegreeLongitude),
        y: Self.rounded(chosen.position.y + distance * sine(angle) / degrees.perDegreeLatitude))
      if counties.contains(place, in: county) { return place }
    }
    return chosen.position
  }

  /// To 1e-6 degrees: a position that is estimated is no more exact, and prints the same everywhere.
  private static func rounded(_ degrees: Double) -> Double { (degrees * 1e6).rounded() / 1e6 }
}
