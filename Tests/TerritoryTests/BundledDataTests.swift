import Geometry
import Territory
import Testing

/// The bundled country against published totals and against itself.
@Suite struct BundledDataTests {
  static let geodata = Result { try Geodata.locate(programPath: #filePath, environment: [:]) }
  let geodata: Geodata
  let gazetteer: Gazetteer

  init() throws {
    geodata = try Self.geodata.get()
    gazetteer = try Gazetteer(geodata)
  }

  @Test func censusTotalsHold() {
    func total(_ level: UnitLevel) -> Int {
      gazetteer.units.filter { $0.level == level }.reduce(0) { $0 + $1.population }
    }
    #expect(total(.province) == 1_409_778_724)
    // Cities without county level stand for their county too.
    let undivided = gazetteer.units.filter { $0.level == .prefecture && $0.polygon != nil }
    #expect(undivided.map(\.adcode) == ["441900", "442000", "460400", "620200"].sorted())
    #expect(
      total(.county) + undivided.reduce(0) { $0 + $1.population } == 1_409_778_724)
    #expect(total(.town) == 1_409_778_724)
    #expect(gazetteer[("330000")]?.population == 64_567_588)
  }

  @Test func childrenSumToTheirParents() {
    var sums: [String: Int] = [:]
    for unit in gazetteer.units {
      if let parent = unit.parent { sums[parent, default: 0] += unit.population }
    }
    for unit in gazetteer.units
    where unit.level != .town && gazetteer.plannedProvinces.contains(unit.adcode.prefix(2) + "0000")
    {
      #expect(
        sums[unit.adcode] ?? unit.population == unit.population, "\(unit.adcode) \(unit.name)")
    }
  }

  @Test func countsOfUnits() {
    func count(_ level: UnitLevel) -> Int { gazetteer.units.count { $0.level == level } }
    #expect(count(.province) == 34)
    #expect(count(.prefecture) == 337)
    #expect(gazetteer.plannedProvinces.count == 31)
    // Listed less abolished, 79 of the cities without county level, 19 standing for a county.
    #expect(count(.town) == 38_749 - 213 + 79 + 19)
  }

  @Test func everyTownLiesInItsCounty() throws {
    let boundaries = try Boundaries(geodata)
    var prepared: [String: PreparedGeometry] = [:]
    for unit in gazetteer.units where unit.level == .town {
      guard let county = unit.parent.flatMap({ gazetteer[$0] }), let polygon = county.polygon,
        let shape = boundaries.counties[polygon], let position = unit.position
      else {
        Issue.record("\(unit.adcode) \(unit.name) has no county polygon or position")
        continue
      }
      let area = try prepared[polygon] ?? PreparedGeometry(shape)
      prepared[polygon] = area
      #expect(area.contains(position), "\(unit.adcode) \(unit.name)")
    }
  }

  @Test func provincesTogetherAreAsLargeAsTheirCounties() throws {
    let boundaries = try Boundaries(geodata)
    let albers = Albers.china
    let counties = try boundaries.counties.values.reduce(0) { try $0 + albers.area(of: $1) }
    let provinces = try boundaries.polygons(.province, in: gazetteer)
    let sum = try provinces.reduce(0) { try $0 + albers.area(of: $1.geometry) }
    #expect(abs(sum / counties - 1) < 1e-9)
    #expect(provinces.count == 34)
  }

  @Test func settlementsHoldEverySeatOnce() throws {
    let records = try SettlementTable(geodata).records
    #expect(records.count { $0.kind == .city } == 337)
    #expect(Set(records.map(\.id)).count == records.count)
    let seats = records.reduce(0) { $0 + $1.seats.count }
    #expect(seats == gazetteer.units.count { $0.level == .town })
    for record in records {
      #expect(record.seats.reduce(0) { $0 + $1.seat.population } == record.population)
    }
  }
}
