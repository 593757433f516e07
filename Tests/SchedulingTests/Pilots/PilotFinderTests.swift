import Geometry
import Scheduling
import TestSupport
import Territory
import Testing

/// Where pilots are found to be, in a world of two counties and three settlements.
@Suite struct PilotFinderTests {
  private func unit(
    _ adcode: String, _ name: String, _ level: UnitLevel, in parent: String?,
    settlement: String? = nil
  ) -> AdministrativeUnit {
    AdministrativeUnit(
      adcode: adcode, name: name, englishName: "", level: level, parent: parent, form: "",
      population: 10, populationKind: .estimated,
      position: Coordinate(longitude: 120, latitude: 30), positionKind: .modelled,
      polygon: level == .county ? adcode : nil, settlement: settlement)
  }

  private func record(_ id: String, _ name: String, in county: String) -> SettlementRecord {
    SettlementRecord(
      id: id, name: name, kind: .townSeat, countyAdcode: county, prefectureAdcode: "330100",
      provinceAdcode: "330000", population: 10, populationKind: .estimated,
      seats: [
        (
          seat: Seat(
            position: Coordinate(longitude: 120, latitude: 30), population: 10,
            positionKind: .modelled), county: county
        )
      ])
  }

  private func finder(selected: Set<String>) throws -> PilotFinder {
    PilotFinder(
      records: [
        record("330181", "东县", in: "330181"), record("330181200", "河口镇", in: "330181"),
        record("330182200", "河口镇", in: "330182"),
      ], selected: selected,
      gazetteer: try Gazetteer(
        units: [
          unit("330000", "省", .province, in: nil), unit("330100", "市", .prefecture, in: "330000"),
          unit("330181", "东县", .county, in: "330100"),
          unit("330182", "西县", .county, in: "330100"),
          unit("330181100", "城关镇", .town, in: "330181", settlement: "330181"),
          unit("330181200", "河口镇", .town, in: "330181", settlement: "330181200"),
          unit("330182200", "河口镇", .town, in: "330182", settlement: "330182200"),
        ], regionByProvince: ["330000": "east"], plannedProvinces: ["330000"]))
  }

  private func find(
    _ place: PilotPlace, selected: Set<String> = ["330181", "330181200", "330182200"]
  ) throws -> PilotPlace {
    try finder(selected: selected).resolved(
      PilotMaking.pilot("p", at: "", by: 0).at(place)
    ).place
  }

  @Test func placesAreFoundByIdNameAndTown() throws {
    #expect(try find(.settlement("330181200")) == .settlement("330181200"))
    #expect(try find(.settlement("330181100")) == .settlement("330181"))
    #expect(try find(.settlement("330181")) == .settlement("330181"))
    #expect(try find(.named("东县", county: nil)) == .settlement("330181"))
    #expect(try find(.named("城关镇", county: nil)) == .settlement("330181"))
    #expect(try find(.named("城关镇", county: "东县")) == .settlement("330181"))
    #expect(try find(.named("河口镇", county: "西县")) == .settlement("330182200"))
    #expect(try find(.named("河口镇", county: "330181")) == .settlement("330181200"))
    // Of two of a name one is in the region.
    #expect(
      try find(.named("河口镇", county: nil), selected: ["330181200"]) == .settlement("330181200"))
    let position = PilotPlace.position(Coordinate(longitude: 1, latitude: 2))
    #expect(try find(position) == position)
  }

  @Test func whatNamesNothingSeveralOrElsewhereIsRefused() throws {
    let cases: [(PilotPlace, Set<String>, String)] = [
      (.settlement("999999"), [], "DR-927"),
      (.named("河口镇", county: nil), ["330181200", "330182200"], "DR-927"),
      (.named("无此镇", county: nil), ["330181"], "DR-927"),
      (.named("河口镇", county: "无此县"), ["330181"], "DR-927"),
      (.named("城关镇", county: "西县"), ["330181"], "DR-927"),
      (.settlement("330181"), ["330182200"], "DR-928"),
      (.named("河口镇", county: "西县"), ["330181200"], "DR-928"),
    ]
    for (place, selected, code) in cases {
      let error = userError { try find(place, selected: selected) }
      #expect(error?.code == code && error?.place == "pilots.csv:2", "\(place)")
    }
  }

  /// Three squares of a kilometre, ten kilometres apart, and a position beside each.
  @Test func theNearestFootprintIsFoundWithItsDistance() throws {
    let frame = Albers.china.localFrame(at: PlaneWorld.origin)
    func place(_ east: Double) -> Coordinate {
      Albers.china.unproject(frame.plane(Coordinate(x: east, y: 0)))
    }
    let settlements = try [0.0, 10_000, 20_000].enumerated().map { index, east in
      try PlaneWorld.square(sideMetres: 1000, at: place(east), id: "s\(index)")
    }
    let finder = NearestSettlement(settlements)
    for (east, index, metres) in [
      (0.0, 0, 0.0), (499, 0, 0), (1500, 0, 1000), (5100, 1, 4400), (12_000, 1, 1500),
      (30_000, 2, 9500),
    ] {
      let found = try #require(try finder.find(place(east)))
      #expect(found.index == index, "\(east)")
      #expect(abs(found.metres - metres) <= 1 + 0.002 * metres, "\(east): \(found.metres)")
    }
    #expect(try NearestSettlement([]).find(place(0)) == nil)
    // Of equals the first.
    #expect(try NearestSettlement([settlements[1], settlements[1]]).find(place(0))?.index == 0)
  }
}
