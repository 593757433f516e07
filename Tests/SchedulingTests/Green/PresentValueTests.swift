import Scheduling
import Testing

/// Interest by hand.
@Suite struct PresentValueTests {
  private func isClose(_ one: Double, _ other: Double) -> Bool { abs(one - other) < 1e-12 }

  @Test func wholeYearsCompoundAndPartsAreSimple() {
    let value = PresentValue(rate: 0.1)
    #expect(value.worth(afterYears: 0) == 1)
    #expect(isClose(value.worth(afterYears: 2), 1 / 1.21))
    #expect(isClose(value.worth(afterYears: 0.5), 1 / 1.05))
    #expect(isClose(value.worth(afterYears: 1.5), 1 / 1.1 / 1.05))
  }

  @Test func yearlySumsAreThoseOfTheYears() {
    let value = PresentValue(rate: 0.1)
    #expect(value.worth(ofYears: 0) == 0)
    #expect(isClose(value.worth(ofYears: 2), 1 / 1.1 + 1 / 1.21))
    #expect(PresentValue(rate: 0).worth(ofYears: 7) == 7)
  }

  @Test func laterIsNeverWorthMore() {
    for rate in [0, 0.03, 0.5, 1] {
      let value = PresentValue(rate: rate)
      var last = 1.0
      for step in 0...200 {
        let worth = value.worth(afterYears: Double(step) / 16)
        #expect(worth <= last)
        last = worth
      }
    }
  }
}
