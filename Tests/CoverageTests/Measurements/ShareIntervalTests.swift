import Coverage
import Testing

@Suite struct ShareIntervalTests {
  @Test func wilsonAsPublished() {
    // 8 of 10 at 95 % on two sides: 0.4902 to 0.9433.
    let some = ShareInterval.wilson(served: 8, samples: 10, confidence: 0.975)
    #expect(abs(some.lower - 0.4902) < 5e-5)
    #expect(abs(some.upper - 0.9433) < 5e-5)
    // 81 of 263, Newcombe 1998 (Statistics in Medicine 17, p. 857): 0.2553 to 0.3662.
    let many = ShareInterval.wilson(served: 81, samples: 263, confidence: 0.975)
    #expect(abs(many.lower - 0.2553) < 5e-5)
    #expect(abs(many.upper - 0.3662) < 5e-5)
    // None of 20 there: 0 to 0.1611.
    let none = ShareInterval.wilson(served: 0, samples: 20, confidence: 0.975)
    #expect(abs(none.lower) < 1e-12)
    #expect(abs(none.upper - 0.1611) < 5e-5)
    #expect(ShareInterval.wilson(served: 0, samples: 0, confidence: 0.95) == .everything)
  }

  @Test func exactLimitsAsPublished() {
    // Clopper and Pearson for 81 of 263 in Newcombe 1998: 0.2527 to 0.3676.
    let many = ShareInterval.exact(share: 81.0 / 263, samples: 263, confidence: 0.975)
    #expect(abs(many.lower - 0.2527) < 5e-5)
    #expect(abs(many.upper - 0.3676) < 5e-5)
    // 8 of 10: 0.4439 to 0.9748.
    let some = ShareInterval.exact(share: 0.8, samples: 10, confidence: 0.975)
    #expect(abs(some.lower - 0.4439) < 5e-5)
    #expect(abs(some.upper - 0.9748) < 5e-5)
  }

  @Test(arguments: [1, 2, 10, 58, 59, 1000]) func allAndNoneHaveClosedForms(samples: Int) {
    let n = Double(samples)
    let all = ShareInterval.exact(share: 1, samples: n, confidence: 0.95)
    #expect(all.upper == 1)
    var power = 1.0
    for _ in 0..<samples { power *= all.lower }
    #expect(abs(power - 0.05) < 1e-10)
    let none = ShareInterval.exact(share: 0, samples: n, confidence: 0.95)
    #expect(none.lower == 0)
    #expect(abs(none.upper - (1 - all.lower)) < 1e-12)
    // The rule of 59: so many without a failure show 95 % with a confidence of 95 %.
    #expect((all.lower >= 0.95) == (samples >= 59))
  }

  @Test func nothingIsKnownWithoutSamples() {
    #expect(ShareInterval.exact(share: 0.5, samples: 0, confidence: 0.95) == .everything)
  }

  @Test func incompleteBetaIsTheBinomialSum() {
    // Probability of k or more of n: sums of binomial terms.
    for n in [1, 5, 20, 60] {
      for k in 1...n {
        for p in [0.05, 0.5, 0.95] {
          var (term, sum) = (1.0, 0.0)
          for _ in 0..<n { term *= 1 - p }
          for j in 0...n {
            if j >= k { sum += term }
            term *= Double(n - j) / Double(j + 1) * p / (1 - p)
          }
          let found = IncompleteBeta.regularized(p, Double(k), Double(n - k + 1))
          #expect(abs(found - sum) < 1e-11)
        }
      }
    }
    #expect(IncompleteBeta.regularized(0, 2, 3) == 0)
    #expect(IncompleteBeta.regularized(1, 2, 3) == 1)
  }

  @Test func quantilesComeBack() {
    for a in [0.03, 0.5, 1, 7.3, 400, 90_000] {
      for b in [0.2, 1, 12, 5000.5] {
        for probability in [1e-4, 0.05, 0.5, 0.95, 0.9999] {
          let x = IncompleteBeta.quantile(probability, a, b)
          let back = IncompleteBeta.regularized(x, a, b)
          // Where the distribution is all but a step, neighbouring numbers lie on both of its sides.
          let next = IncompleteBeta.regularized(x.nextUp, a, b)
          let last = IncompleteBeta.regularized(x.nextDown, a, b)
          #expect(abs(back - probability) < 1e-9 || (last <= probability && probability <= next))
        }
      }
    }
  }

  @Test func studentAsPublished() {
    // Tables of Student's distribution; Cauchy's for one degree of freedom is exact.
    for (probability, degrees, t) in [
      (0.95, 1.0, 6.3138), (0.975, 1, 12.7062), (0.95, 4, 2.1318), (0.975, 10, 2.2281),
      (0.95, 30, 1.6973), (0.995, 120, 2.6174), (0.95, 1e6, 1.6449),
    ] {
      let found = IncompleteBeta.studentQuantile(probability, degreesOfFreedom: degrees)
      #expect(abs(found - t) < 6e-5)
    }
    #expect(IncompleteBeta.studentQuantile(0.5, degreesOfFreedom: 3) == 0)
    #expect(IncompleteBeta.studentQuantile(0.95, degreesOfFreedom: 0) == .infinity)
  }
}
