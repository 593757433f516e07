import Territory
import TestSupport
import Testing

@Suite struct NumberTextTests {
  private func double(_ text: String) -> Double? {
    Array(text.utf8).withUnsafeBufferPointer(NumberText.double)
  }

  @Test(arguments: [
    "0", "-0", "1", "+1", "-95.5", "  120.123456 ", ".5", "5.", "1e3", "1E-7", "-1.5e+2",
    "123456789012345678", "0.1234567890123456789", "9007199254740993", "1e22", "1e23", "4.9e-324",
    "000123.4500",
  ])
  func readsWhatTheLibraryReads(text: String) {
    let plain = text.filter { $0 != " " }
    #expect(double(text) == Double(plain.hasSuffix(".") ? plain + "0" : plain))
  }

  @Test(arguments: [
    "", " ", "-", "+", ".", "e5", "1e", "nan", "inf", "-Infinity", "0x10", "1,5", "1 2", "=1+1",
    "1e999", "٣", "120°", "--1", "1.2.3",
  ])
  func refusesWhatIsNoNumber(text: String) { #expect(double(text) == nil) }

  @Test(arguments: UInt64(1)...40)
  func agreesWithTheLibraryToTheLastBit(seed: UInt64) {
    var random = RandomNumbers(seed: seed)
    for _ in 0..<500 {
      let digits = 1 + random.below(20)
      var text = random.below(2) == 0 ? "-" : ""
      let point = random.below(digits + 1)
      for place in 0..<digits {
        if place == point { text += text.isEmpty || text == "-" ? "0." : "." }
        text += String(random.below(10))
      }
      #expect(double(text) == Double(text), "\(text)")
    }
  }
}
