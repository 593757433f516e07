import Geometry
import Scheduling
import TestSupport
import Testing

/// Sections of a book that say what is uncertain, and those that say what cannot be.
@Suite struct RiskBookTests {
  private func code(_ risk: String) -> String? {
    userError { try RiskMaking.book(BookMaking(), risk: "risk:\n" + risk) }?.code
  }

  private func step(_ name: String, _ multiplier: String) -> String {
    "  durations: [{step: \(name), multiplier: \(multiplier)}]\n"
  }

  private let sound = RiskMaking.yaml("triangular", low: "0.5", mode: "1", high: "2")

  @Test func readsWhatIsSound() throws {
    let lognormal = RiskMaking.yaml(
      "lognormal", low: "0.9", mode: nil, high: "1.2", correlation: "0.5")
    let book = try RiskMaking.book(
      BookMaking(),
      risk: """
        risk:
          durations: [{step: permit, multiplier: \(sound)}]
          supply: [{resource: "equipment:n78", multiplier: \(sound)}]
          cost: \(lognormal)

        """)
    let risk = try #require(book.risk)
    #expect(
      risk.distributions.map(\.name) == ["durations.permit", "supply.equipment:n78", "cost"])
    #expect(code("  durations: []\n") == nil)
    #expect(try RiskMaking.book(BookMaking(), risk: "").risk == nil)
  }

  @Test func refusesFiguresOutOfRange() {
    for (low, high) in [("-0.1", "1"), ("0.5", "10.1")] {
      let wrong = RiskMaking.yaml("triangular", low: low, mode: "1", high: high)
      #expect(code(step("build", wrong)) == "DR-677", "\(low) \(high)")
    }
    let zero = RiskMaking.yaml("lognormal", low: "0", mode: nil, high: "2")
    #expect(code("  cost: \(zero)\n") == "DR-677")
    for correlation in ["-0.01", "1.01"] {
      let wrong = RiskMaking.yaml(
        "triangular", low: "0.5", mode: "1", high: "2", correlation: correlation)
      #expect(code("  supply: [{resource: permits, multiplier: \(wrong)}]\n") == "DR-677")
    }
    for value in [".nan", ".inf"] {
      let wrong = RiskMaking.yaml("triangular", low: "0.5", mode: "1", high: value)
      #expect(code(step("build", wrong)) != nil, "\(value)")
    }
  }

  @Test func refusesWhatIsNoDistribution() {
    let wrong = [
      step("digging", sound),
      "  supply: [{resource: cranes, multiplier: \(sound)}]\n",
      "  durations: [{step: build, multiplier: \(sound)}, {step: build, multiplier: \(sound)}]\n",
      "  supply: [{resource: permits, multiplier: \(sound)}, "
        + "{resource: permits, multiplier: \(sound)}]\n",
      step("build", RiskMaking.yaml("triangular", low: "1.5", mode: "1", high: "2")),
      step("build", RiskMaking.yaml("triangular", low: "0.5", mode: "2.5", high: "2")),
      step("build", RiskMaking.yaml("triangular", low: "0.5", mode: nil, high: "2")),
      step("build", RiskMaking.yaml("lognormal", low: "0.5", mode: "1", high: "2")),
      step("build", RiskMaking.yaml("lognormal", low: "2", mode: nil, high: "1")),
    ]
    for risk in wrong { #expect(code(risk) == "DR-678", "\(risk)") }
    #expect(
      code(step("build", RiskMaking.yaml("uniform", low: "1", mode: nil, high: "2"))) == "DR-251")
    #expect(code(step("build", "{shape: triangular}")) == "DR-251")
  }
}
