import Coverage
import Geometry
import Radio
import Territory
import TestSupport
import Testing

@Suite struct BusyHourTests {
  @Test func theLeadIsCapacityOverDemand() throws {
    let geodata = try Geodata.locate(programPath: #filePath, environment: [:])
    let book = try DemandBook.read(path: geodata.path("books/demand.yaml"))
    let hour = BusyHour(demand: book, quarter: Quarter(year: 2022, quarter: 4))
    let demand = book.busyHourMbps(
      residents: 50_000, group: .unicom, quarter: Quarter(year: 2022, quarter: 4))
    let load = hour.load(capacityMbps: 2 * demand, residents: 50_000, group: .unicom)
    #expect(load.demandMbps == demand)
    #expect(load.lead.ratio == 2)
    #expect(load.lead.verdict == .tooEarly)
    let later = BusyHour(demand: book, quarter: Quarter(year: 2025, quarter: 4)).load(
      capacityMbps: 2 * demand, residents: 50_000, group: .unicom)
    #expect(later.lead.ratio ?? 9 < 2)
    #expect(hour.load(capacityMbps: 0, residents: 0, group: .mobile).lead.verdict == .inBand)
  }

  @Test func aStandardMayAskForTheLead() throws {
    let world = try SurfaceWorld(sideMetres: 600)
    let figure = Figure(value: 1.1, unit: "1", kind: .judgement, source: "test")
    let rules = [
      StatusRule(
        status: .reached,
        criteria: [
          Criterion(
            criterion: .leadRatio, threshold: figure, rsrpDBm: nil, pointProbability: nil)
        ])
    ]
    let standard = Standard(
      name: "lead", titleChinese: "", titleEnglish: "", description: "", source: "", city: rules,
      countySeat: rules, townSeat: rules)
    let assessment = Assessment(standard, kind: .city)
    #expect(assessment.needsSurface)
    let state = CoverageState(world.place, layers: assessment.layers)
    func status(_ capacity: Double, _ demand: Double) -> CoverageStatus {
      assessment.audit(
        state, group: .mobile, stationShare: 0.5,
        load: CapacityLoad(capacityMbps: capacity, demandMbps: demand, band: 1.1...1.5)
      ).status
    }
    #expect(status(110, 100) == .reached)
    #expect(status(109, 100) == .none)
    #expect(status(0, 0) == .reached)
    #expect(assessment.audit(state, group: .mobile, stationShare: 0.5).status == .none)
  }
}
