import Geometry
import TestSupport
import Territory
import Testing

/// Counties that are taken to be too dense for an industry: mines, from 3000 residents of a square kilometre on. A
/// county of the world has some 10 600 km2.
@Suite struct DensestCountiesTests {
  private static let dense = 40_000_000

  /// Employed of mining by the nation's shares.
  private static func mining(_ residents: Int) -> Int {
    Int((Double(residents) * 0.81 * 0.5803 * 0.0087).rounded())
  }

  private func employees(
    _ set: CampusSet, _ county: String, _ industry: String = "mining"
  ) -> Int? {
    set.employment.first { $0.county == county && $0.industry == industry }?.employees
  }

  @Test func whatADenseCountyHadIsInTheOthers() throws {
    let world = try IndustryWorld(population: Self.dense, eastern: 1_000_000)
    let area = try #require(world.counties.squareKilometres(of: IndustryWorld.west))
    // A degree at 30.5 north: 95.9 km by 110.9 km.
    #expect(abs(area / (95.9 * 110.9) - 1) < 0.01)
    let set = try world.estimate()
    #expect(employees(set, IndustryWorld.west) == 0)
    #expect(
      employees(set, IndustryWorld.east) == Self.mining(Self.dense) + Self.mining(1_000_000))
    #expect(!set.campuses.contains { $0.county == IndustryWorld.west && $0.kind == .mine })
    // Other industries stay where they were.
    #expect(
      employees(set, IndustryWorld.west, "power")
        == Int((Double(Self.dense) * 0.81 * 0.5803 * 0.0088 * 0.6).rounded()))
    // A region's part is the country's there.
    let east = try world.estimate { $0 == IndustryWorld.east }
    #expect(employees(east, IndustryWorld.east) == employees(set, IndustryWorld.east))
  }

  @Test func whereAllAreDenseNobodyIsHandedOn() throws {
    let set = try IndustryWorld(population: Self.dense).estimate()
    for county in [IndustryWorld.west, IndustryWorld.east] {
      #expect(employees(set, county) == Self.mining(Self.dense))
    }
  }

  /// What a table says of a county stands, however dense it is; a county without figures has what it would have without
  /// the table.
  @Test func figuresOfATableStand() throws {
    let header = "CODE,EMPL_OCCU,EMPL_INDU_MANU,EMPL_INDU_MINI,EMPL_INDU_UTIL\n"
    let world = try IndustryWorld(population: Self.dense, eastern: 1_000_000)
    let told = try world.estimate(header + "330101,0.5,0.4,0.1,0\n")
    #expect(employees(told, IndustryWorld.west) == Self.dense * 81 / 100 / 20)
    #expect(
      employees(told, IndustryWorld.east) == Self.mining(Self.dense) + Self.mining(1_000_000))
  }

  /// The bundled country: every industry has as many employees as the nation's shares give its counties, none has fewer
  /// than nobody, and the districts in the middle of large cities have no mine.
  @Test func theCountrysSumsStay() throws {
    let geodata = try Geodata.locate(programPath: #filePath, environment: [:])
    let gazetteer = try Gazetteer(geodata)
    let book = try IndustryBook.read(path: geodata.path(IndustryBook.file))
    let estimate = try CampusEstimate(
      book: book, gazetteer: gazetteer,
      counties: CampusCounties(gazetteer, Boundaries(geodata)),
      records: SettlementTable(geodata).records, employment: nil, seed: 1)
    let set = try estimate.campuses { _ in true }
    #expect(set.employment.allSatisfy { $0.employees >= 0 && $0.onCampuses <= $0.employees })
    let units = gazetteer.units.filter { $0.polygon != nil && $0.population > 0 }
    let rule = book.estimate
    for part in rule.parts {
      let branch =
        switch part.of {
        case .manufacturing: rule.manufacturing.value
        case .mining: rule.mining.value
        case .utilities: rule.utilities.value
        }
      let expected = units.reduce(0) { sum, unit in
        let adults = Double(unit.population) * rule.adultShare.value
        return sum + Int((adults * rule.employedShare.value * branch * part.share.value).rounded())
      }
      let sum = set.employment.filter { $0.industry == part.industry }
        .reduce(0) { $0 + $1.employees }
      #expect(sum == expected, "\(part.industry)")
    }
    let mines = set.campuses.filter { $0.kind == .mine }
    // 上海's 黄浦 and 合肥's 瑶海 are dense; 淮南's 潘集, a district of mines, is not.
    #expect(!mines.isEmpty && !mines.contains { ["310101", "340102"].contains($0.county) })
    #expect(set.employment.contains { $0.county == "340406" && $0.employees > 0 })
    #expect(set.employment.contains { $0.county == "340102" && $0.employees == 0 })
  }

  @Test(arguments: ["0", "-1", "1e13"]) func aDensityMustBeOne(value: String) throws {
    let geodata = try Geodata.locate(programPath: #filePath, environment: [:])
    let text = try InputFile.text(at: geodata.path(IndustryBook.file))
    let broken = text.replacing("densest: {value: 3000", with: "densest: {value: \(value)")
    #expect(broken != text)
    let scratch = try Scratch()
    let path = try scratch.file("industry.yaml", broken)
    #expect(userError { try IndustryBook.read(path: path) }?.code == "DR-910")
  }
}
