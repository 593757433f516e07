import Coverage
import Territory
import Testing

@Suite struct StandardPartTests {
  private func standards() throws -> [Standard] {
    let geodata = try Geodata.locate()
    return try geodata.standardNames().map {
      try StandardBook.read(path: geodata.path("books/standards/\($0).yaml"))
    }
  }

  @Test func partsTogetherAreTheStandard() throws {
    for standard in try standards() {
      let parts = standard.parts
      #expect(Set(parts).count == parts.count)
      for kind in SettlementKind.allCases {
        let whole = standard.rules(for: kind).flatMap { rule in
          rule.criteria.map { (rule.status, $0) }
        }
        let narrow = parts.flatMap { part in
          standard.only(part).rules(for: kind).flatMap { rule in
            rule.criteria.filter { $0.threshold.value > 0 }.map { (rule.status, $0) }
          }
        }
        #expect(whole.count == narrow.count)
        for (status, criterion) in whole {
          #expect(narrow.contains { $0 == status && $1 == criterion })
        }
      }
    }
  }

  @Test func aPartAsksForItselfAlone() throws {
    let standard = try #require(try standards().first { $0.name == "deep-coverage" })
    let part = StandardPart(criterion: .indoorShare, status: .deep)
    for kind in SettlementKind.allCases {
      let assessment = Assessment(standard.only(part), kind: kind)
      #expect(assessment.criteria.map(\.criterion) == [.indoorShare])
      #expect(assessment.target == .deep && assessment.layers.count == 1)
    }
    let signal = Assessment(
      standard.only(StandardPart(criterion: .sinrShare, status: .continuous)), kind: .city)
    #expect(signal.criteria.map(\.criterion) == [.outdoorShare, .sinrShare])
    #expect(signal.criteria[0].threshold == 0 && signal.layers.count == 1)
    let none = StandardPart(criterion: .stationsPer10k, status: .deep)
    #expect(standard.only(none).city.isEmpty)
  }
}
