import Reporting
import Testing

@Suite struct AmountTests {
  @Test(arguments: [
    (184_900_000_000, "1,849.00亿元", "184.90 bn yuan"), (350_000, "35.0万元", "350,000 yuan"),
    (3_500_000, "350.0万元", "3.50 m yuan"), (12, "12元", "12 yuan"), (0, "0元", "0 yuan"),
    (-20_000, "-2.0万元", "-20,000 yuan"),
  ])
  func yuan(yuan: Int, chinese: String, english: String) {
    #expect(Amount.yuan(yuan, .chinese) == chinese)
    #expect(Amount.yuan(yuan, .english) == english)
  }

  @Test(arguments: [
    (1_409_778_724, "14.10亿人", "1.41 billion"), (532_000, "53.2万人", "532,000"),
    (812, "812人", "812"),
  ])
  func people(people: Int, chinese: String, english: String) {
    #expect(Amount.people(people, .chinese) == chinese)
    #expect(Amount.people(people, .english) == english)
  }

  @Test func energy() {
    #expect(Amount.kilowattHours(120_000_000, .chinese) == "1.20亿千瓦时")
    #expect(Amount.kilowattHours(120_000_000, .english) == "120.00 GWh")
    #expect(Amount.kilowattHours(999, .english) == "999 kWh")
  }

  @Test func shares() {
    #expect(Amount.share(0.975) == "97.50%")
    #expect(Amount.share(.nan).isEmpty)
    #expect(Amount.share(1, of: 3) == "33.33%")
    #expect(Amount.share(2, of: 3) == "66.67%")
    #expect(Amount.share(0, of: 0) == "–")
  }

  @Test func times() {
    #expect(Amount.time(.seconds(125)) == "2:05")
    #expect(Amount.time(.seconds(3725)) == "1:02:05")
    #expect(Amount.time(.milliseconds(900)) == "0:00")
    #expect(Amount.time(.seconds(-3)) == "0:00")
  }
}
