import Geometry
import Territory
import Testing

@Suite struct RegionFinderTests {
  let finder: RegionFinder

  init() throws {
    func unit(
      _ adcode: String, _ name: String, _ english: String, _ level: UnitLevel, _ parent: String?
    ) -> AdministrativeUnit {
      AdministrativeUnit(
        adcode: adcode, name: name, englishName: english, level: level, parent: parent, form: "",
        population: 1, populationKind: .official, position: nil, positionKind: .modelled)
    }
    finder = RegionFinder(
      try Gazetteer(
        units: [
          unit("330000", "浙江省", "Zhejiang", .province, nil),
          unit("330100", "杭州市", "Hangzhou", .prefecture, "330000"),
          unit("330105", "拱墅区", "", .county, "330100"),
          unit("220000", "吉林省", "Jilin", .province, nil),
          unit("220200", "吉林市", "Jilin", .prefecture, "220000"),
          unit("211300", "朝阳市", "Chaoyang", .prefecture, "220000"),
          unit("460000", "海南省", "Hainan", .province, nil),
          unit("150302", "海南区", "", .county, "330000"),
          unit("220104", "朝阳区", "Chaoyang", .county, "220200"),
        ], regionByProvince: [:], plannedProvinces: ["330000", "220000", "460000"]))
  }

  @Test(arguments: [
    ("33", "330000"), ("3301", "330100"), ("330105", "330105"), ("浙江", "330000"),
    ("浙江省", "330000"), (" 杭州 ", "330100"), ("Hangzhou", "330100"), ("hangzhou shi", "330100"),
    ("拱墅", "330105"), ("吉林", "220000"), ("吉林市", "220200"),
    ("海南", "460000"), ("海南区", "150302"),
  ]) func finds(text: String, adcode: String) throws {
    #expect(try finder.unit(for: text).adcode == adcode)
  }

  @Test func ambiguousNameListsTheChoices() {
    #expect {
      try finder.unit(for: "朝阳")
    } throws: { error in
      guard let error = error as? UserError else { return false }
      return error.code == "DR-231" && error.problem.contains("211300")
        && error.problem.contains("220104")
    }
  }

  @Test func unknownNameListsTheNearest() {
    #expect {
      try finder.unit(for: "Hangzou")
    } throws: { error in
      guard let error = error as? UserError else { return false }
      return error.code == "DR-230" && error.remedy.contains("330100")
        && error.status == .usage
    }
  }

  @Test func emptyNameIsUnknown() {
    #expect(throws: UserError.self) { try finder.unit(for: "  ") }
  }
}
