import Geometry
import Scheduling
import Territory
import TestSupport
import Testing

/// The bundled book, and books that say what cannot be.
@Suite struct GreenBookTests {
  private let text: String

  init() throws {
    let geodata = try Geodata.locate(programPath: #filePath, environment: [:])
    text = try InputFile.text(at: geodata.path(GreenBook.file))
  }

  private func error(_ old: String, _ new: String) throws -> UserError? {
    let parts = text.split(separator: old, maxSplits: 1, omittingEmptySubsequences: false)
    try #require(parts.count == 2, "\(old)")
    let scratch = try Scratch()
    let path = try scratch.file("green.yaml", parts.joined(separator: new))
    return userError { try GreenBook.read(path: path) }
  }

  @Test func theBundledBookIsSound() throws {
    let book = try GreenMaking.books().green
    #expect(book.batteries.map(\.name) == ["new-lfp", "second-life-lfp", "lead-acid"])
    #expect(book.batteries.map(\.isSecondLife) == [false, true, false])
    #expect(book.duty(.townSeat, loadKilowatts: 2).kilowattHours == 16)
    // China Tower pays 5.8 % less than for lead-acid: that is what the price was derived from.
    let (second, lead) = (book.batteries[1], book.batteries[2])
    let paid = second.yuanPerKilowattHour / lead.boughtYuanPerKilowattHour.value
    #expect(abs(paid - 0.942) < 0.005)
    // A third of 65 kg over what is left.
    #expect(abs(65 / 0.8 / 3 - second.boughtKilogramsPerKilowattHour.value) < 0.5)
  }

  @Test func refusesFiguresOutOfRange() throws {
    for (old, new) in [
      ("horizonYears: {value: 10", "horizonYears: {value: 0"),
      ("horizonYears: {value: 10", "horizonYears: {value: 10.5"),
      ("designLoad: {value: 0.6", "designLoad: {value: 1.1"),
      ("city: {value: 3", "city: {value: -1"), ("town-seat: {value: 6", "town-seat: {value: 500"),
      ("fitShare: {value: 0.8", "fitShare: {value: 0"),
      ("fitShare: {value: 0.8", "fitShare: {value: 1.2"),
      ("endOfLifeShare: {value: 0.8", "endOfLifeShare: {value: 0"),
      ("calendarYears: {value: 5.5", "calendarYears: {value: 0"),
      ("roundTripEfficiency: {value: 0.75", "roundTripEfficiency: {value: 1.01"),
      ("scrapYuanPerKilowattHour: {value: 150", "scrapYuanPerKilowattHour: {value: 411"),
      ("fullHoursPerYear: {value: 1300", "fullHoursPerYear: {value: 9000"),
      ("days: {value: 3", "days: {value: 0"), ("years: {value: 20", "years: {value: 20.5"),
    ] {
      #expect(try error(old, new)?.code == "DR-941", "\(new)")
    }
    // Not a number is none, in any range.
    #expect(try error("designLoad: {value: 0.6", "designLoad: {value: .nan")?.code == "DR-251")
  }

  @Test func refusesNamesThatCannotBe() throws {
    for (old, new) in [
      ("  city: {value: 3", "  capital: {value: 3"),
      ("name: lead-acid", "name: new-lfp"), ("name: lead-acid", "name: Lead Acid"),
      ("name: lead-acid", "name: \"=1+1\""), ("battery: new-lfp", "battery: sodium"),
    ] {
      let error = try error(old, new)
      #expect(error?.code == "DR-942", "\(new)")
      #expect(error?.place.contains("green.yaml") == true)
    }
    #expect(try error("designLoad:", "designLode:")?.code == "DR-251")
  }
}
