import Geometry
import Territory
import TestSupport
import Testing

@Suite struct GazetteerTests {
  private func unit(
    _ adcode: String, _ level: UnitLevel, _ parent: String?
  ) -> AdministrativeUnit {
    AdministrativeUnit(
      adcode: adcode, name: adcode, englishName: "", level: level, parent: parent, form: "",
      population: 0, populationKind: .official, position: nil, positionKind: .modelled)
  }

  private func gazetteer(_ units: [AdministrativeUnit]) throws -> Gazetteer {
    try Gazetteer(units: units, regionByProvince: [:], plannedProvinces: ["65", "41", "33"])
  }

  @Test func ordersByLevelThenCodeAndFindsTheLineage() throws {
    let gazetteer = try gazetteer([
      unit("410101001", .town, "410101"), unit("410101", .county, "410100"),
      unit("410000", .province, nil), unit("330000", .province, nil),
      unit("410100", .prefecture, "410000"),
    ])
    #expect(
      gazetteer.units.map(\.adcode) == ["330000", "410000", "410100", "410101", "410101001"])
    #expect(gazetteer.lineage(of: "410101001") == ["410101001", "410101", "410100", "410000"])
    #expect(gazetteer.lineage(of: "999999").isEmpty)
    #expect(gazetteer["410101"]?.level == .county)
    #expect(gazetteer.plannedProvinces == ["33", "41", "65"])
  }

  @Test func anUnknownParentAndADoubleCodeAreRefused() {
    let orphan = userError { try gazetteer([unit("410101", .county, "410100")]) }
    #expect(orphan?.code == "DR-220")
    #expect(orphan?.place == "410101")
    let double = userError {
      try gazetteer([unit("410000", .province, nil), unit("410000", .county, nil)])
    }
    #expect(double?.code == "DR-221")
    #expect(double?.status == .badData)
  }
}
