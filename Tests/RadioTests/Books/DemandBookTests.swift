import Foundation
import Geometry
import Radio
import TestSupport
import Territory
import Testing

@Suite struct DemandBookTests {
  private let path: String
  private let book: DemandBook

  init() throws {
    path = try Geodata.locate(programPath: #filePath, environment: [:]).path("books/demand.yaml")
    book = try DemandBook.read(path: path)
  }

  /// 100 000 residents with 25 100 users of 14.72 GB a month at the end of 2021: 12 315.7 GB a day,
  /// of which 0.08 fall in the busy hour, 0.92 downlink and 0.582 with the group: 527.5 GB in 3600 s
  /// are 1258.7 Mbps.
  @Test func theProductInClosedForm() throws {
    let mbps = book.busyHourMbps(
      residents: 100_000, group: .mobile, quarter: Quarter(year: 2021, quarter: 4))
    let gigabytes = 100_000 * 0.251 * 14.72 / 30 * 0.08 * 0.92 * 0.582
    #expect(abs(mbps - gigabytes * 8 * 1_073_741_824 / 1e6 / 3600) < 1e-6)
    #expect(abs(mbps - 1258.7) < 1)
  }

  @Test func demandGrowsWithEveryQuarterAndWithResidents() {
    for group in NetworkGroup.allCases {
      var before = 0.0
      for index in 0..<40 {
        let quarter = Quarter(year: 2020, quarter: 4).advanced(by: index)
        let mbps = book.busyHourMbps(residents: 10_000, group: group, quarter: quarter)
        #expect(mbps > before)
        let double = book.busyHourMbps(residents: 20_000, group: group, quarter: quarter)
        #expect(abs(double - 2 * mbps) < 1e-9 * double)
        before = mbps
      }
      #expect(
        book.busyHourMbps(
          residents: 0, group: group, quarter: Quarter(year: 2021, quarter: 1)) == 0)
    }
  }

  /// The nation's traffic on 5G at the end of 2022. The ministry has 190.4 bn GB on all networks in
  /// nine months of 2022, 21.2 bn a month, and over 40 % on 5G at Spring Festival 2023: 8.5 bn. The
  /// book's product is 9.1 bn.
  @Test func theNationsTrafficOnFiveG() throws {
    let quarter = Quarter(year: 2022, quarter: 4)
    let perHour = NetworkGroup.allCases.reduce(0) {
      $0 + book.busyHourMbps(residents: 1_412_000_000, group: $1, quarter: quarter)
    }
    let month =
      perHour * 3600 * 1e6 / 8 / 1_073_741_824 / book.busyHourShare.value
      / book.downlinkShare.value * 30
    #expect(abs(month / 1e9 - 8.5) < 1, "\(month / 1e9)")
  }

  @Test func theBandOfTheLead() {
    #expect(book.leadRatioBand == 1.1...1.5)
  }

  @Test(arguments: [
    ("annualGrowth: {value: 0.128", "annualGrowth: {value: -0.6", "annualGrowth"),
    ("busyHourShare: {value: 0.08", "busyHourShare: {value: 0.03", "busyHourShare"),
    ("busyHourShare: {value: 0.08", "busyHourShare: {value: 1.5", "busyHourShare"),
    ("downlinkShare: {value: 0.92", "downlinkShare: {value: 1.2", "downlinkShare"),
    ("carriedShare: {value: 1.0", "carriedShare: {value: -1", "carriedShare"),
    ("figure: {value: 0.100", "figure: {value: 11", "usersPerResident 2020Q4"),
    ("figure: {value: 8.59", "figure: {value: -8.59", "gigabytesPerUserMonth 2019Q4"),
    ("quarter: 2021Q4", "quarter: 2020Q4", "usersPerResident"),
    ("quarter: 2023Q2", "quarter: 2022Q1", "gigabytesPerUserMonth"),
    ("mobile: {value: 0.582", "mobile: {value: 0.7", "groupShares"),
    ("mobile: {value: 0.582", "mobile: {value: 1.5", "groupShares: mobile"),
    ("  mobile: {", "  telecom: {", "groupShares"),
    ("lower: {value: 1.1", "lower: {value: 1.6", "leadBand"),
    ("upper: {value: 1.5", "upper: {value: -1", "leadBand.upper"),
  ]) func mistakesAreNamed(found: String, replacement: String, place: String) throws {
    let error = try edited(found, replacement)
    #expect(error?.code == "DR-363")
    #expect(error?.place.contains(place) == true, "\(error?.place ?? "")")
  }

  @Test(arguments: [
    ("busyHourShare: {value: 0.08", "busyHourShare: {value: .nan"),
    ("figure: {value: 8.59", "figure: {value: .inf"), ("carriedShare:", "carried:"),
    ("quarter: 2021Q4", "quarter: 2021Q5"), ("kind: judgement", "kind: guess"),
  ]) func whatTheReaderRefuses(found: String, replacement: String) throws {
    #expect(try edited(found, replacement)?.code == "DR-251")
  }

  @Test func anEmptySeriesIsRefused() throws {
    let text = try InputFile.text(at: path)
    let from = try #require(text.range(of: "usersPerResident:"))
    let to = try #require(text.range(of: "gigabytesPerUserMonth:"))
    let scratch = try Scratch()
    let copy = try scratch.file(
      "demand.yaml",
      text.replacingCharacters(
        in: from.lowerBound..<to.lowerBound, with: "usersPerResident: []\n"))
    #expect(userError { try DemandBook.read(path: copy) }?.code == "DR-363")
  }

  private func edited(_ found: String, _ replacement: String) throws -> UserError? {
    let text = try InputFile.text(at: path)
    #expect(text.contains(found))
    let scratch = try Scratch()
    let copy = try scratch.file("demand.yaml", text.replacing(found, with: replacement))
    return userError { try DemandBook.read(path: copy) }
  }
}
