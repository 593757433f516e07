import Geometry
import Scheduling
import TestSupport
import Testing

/// Books of limits that say what no limit can.
@Suite struct LimitBookTests {
  private func code(_ making: BookMaking) -> String? { userError { try making.book() }?.code }

  private func limit(_ fields: String, name: String = "crews") -> BookMaking {
    var making = BookMaking()
    making.limits = ["name: \(name), \(fields)"]
    return making
  }

  private let amount = "amount: " + BookMaking.amount("5")

  @Test func readsWhatIsSound() throws {
    var making = limit("resource: crew-days, of: nation, per: month, \(amount), carry_over: \"7\"")
    making.limits.append("name: power, resource: energy, of: each-province, per: year, \(amount)")
    making.limits.append(
      "name: n78, resource: \"equipment:n78\", of: mobile, per: quarter, \(amount)")
    making.deadlines = "{settlements: city, status: deep, by: 2022Q4}"
    let book = try making.book()
    #expect(book.limits.map(\.name) == ["crews", "power", "n78"])
    #expect(book.deadlines?.count == 1)
  }

  @Test func refusesFiguresOutOfRange() {
    for index in 0..<6 {
      for days in [-1.0, 3651] {
        var making = BookMaking()
        making.days[index] = days
        #expect(code(making) == "DR-641", "\(index) \(days)")
      }
    }
    let wrong: [(WritableKeyPath<BookMaking, String>, [String])] = [
      (\.greatestShare, ["0", "-0.1", "1.01"]), (\.discount, ["-0.01", "1.01"]),
      (\.savingShare, ["-0.01", "1.01"]), (\.savingYuan, ["-1", "1.1e9"]),
    ]
    for (key, values) in wrong {
      for value in values {
        var making = BookMaking()
        making[keyPath: key] = value
        #expect(code(making) == "DR-641", "\(value)")
      }
    }
  }

  @Test func refusesLimitsThatAreNone() {
    let negative = "amount: " + BookMaking.amount("-1")
    let late = "{quarter: 2023Q1, figure: \(BookMaking.amount("1"))}"
    let early = "{quarter: 2022Q1, figure: \(BookMaking.amount("1"))}"
    func season(_ shares: String) -> String {
      "seasons: [{shares: \(shares), kind: judgement, source: test}]"
    }
    let wrong = [
      "resource: cranes, of: nation, per: quarter, \(amount)",
      "resource: \"equipment:\", of: nation, per: quarter, \(amount)",
      "resource: capex, of: telecoms, per: quarter, \(amount)",
      "resource: capex, of: \"330001\", per: quarter, \(amount)",
      "resource: capex, of: nation, per: week, \(amount)",
      "resource: capex, of: nation, per: quarter, \(negative)",
      "resource: capex, of: nation, per: quarter, \(amount), from: [\(late), \(early)]",
      "resource: capex, of: nation, per: quarter, \(amount), from: [\(late), \(late)]",
      "resource: capex, of: nation, per: quarter, \(amount), carry_over: most",
      "resource: capex, of: nation, per: quarter, \(amount), carry_over: \"-1\"",
      "resource: energy, of: nation, per: year, \(amount), carry_over: all",
      "resource: capex, of: nation, per: quarter, \(amount), \(season("[1, 1, 1]"))",
      "resource: capex, of: nation, per: quarter, \(amount), \(season("[1, 1, 1, 1.1]"))",
      "resource: capex, of: nation, per: year, \(amount), \(season("[1, 1, 1, 1]"))",
    ]
    for fields in wrong { #expect(code(limit(fields)) == "DR-642", "\(fields)") }
    for deadline in [
      "{settlements: village, status: deep, by: 2022Q4}",
      "{settlements: city, status: none, by: 2022Q4}",
    ] {
      var making = BookMaking()
      making.deadlines = deadline
      #expect(code(making) == "DR-642", "\(deadline)")
    }
  }

  @Test func refusesANameGivenTwice() {
    var making = limit("resource: capex, of: nation, per: quarter, \(amount)")
    making.limits.append(making.limits[0])
    #expect(code(making) == "DR-643")
  }
}
