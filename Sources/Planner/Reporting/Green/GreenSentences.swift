import Scheduling
import Territory

/// What the reports say of power, batteries and carbon in sentences.
struct GreenSentences {
  let result: GreenResult
  let language: Language

  private func text(_ word: GreenWords, _ values: String...) -> String {
    word.text(language, values)
  }

  /// Stations, electricity, carbon, and the batteries that cost and emit least.
  var answer: [String] {
    guard let sum = result.run?.total.sum else { return [] }
    guard sum.stations > 0 else { return [text(.nothingBuilt)] }
    var lines = [
      text(
        .answer, DecimalText.grouped(sum.stations),
        Amount.kilowattHours(sum.gridKilowattHoursPerYear, language),
        GreenText.tonnes(sum.kilogramsPerYear), GreenText.figure(sum.kilogramsPerResident, 2))
    ]
    if let each = sum.kilogramsPerDeepResident {
      lines.append(
        text(
          .perDeepResident, Amount.people(sum.deepResidents, language),
          GreenText.figure(each, 2)))
    }
    return lines + [cheapest(sum)].compactMap { $0 }
  }

  /// Which battery costs least, and which emits least.
  private func cheapest(_ sum: GreenSum) -> String? {
    let all = Array(zip(result.books.green.batteries, sum.batteries))
    guard all.count > 1, sum.backupKilowatts > 0,
      let cheap = all.min(by: { $0.1.presentYuan < $1.1.presentYuan }),
      let clean = all.min(by: { $0.1.kilograms < $1.1.kilograms })
    else { return nil }
    func yuan(_ battery: GreenSum.Battery) -> String {
      Amount.yuan(Int(battery.presentYuan.rounded()), language)
    }
    return text(
      .cheapest, GreenText.title(cheap.0, language), yuan(cheap.1),
      DecimalText.grouped(Int(result.books.green.horizonYears.value)),
      GreenText.title(clean.0, language), GreenText.tonnes(clean.1.kilograms),
      GreenText.title(all[0].0, language), yuan(all[0].1), GreenText.tonnes(all[0].1.kilograms))
  }

  /// What features that save energy would bring where the schedule left them out.
  func potential(_ run: GreenRun) -> [String] {
    let books = result.books
    let share = books.limits.savingShare.value
    let stations = run.total.sum.supply(.grid).stations
    guard share > 0, stations > 0 else { return [] }
    var (saved, kilograms) = (0.0, 0.0)
    for province in run.provinces {
      let own = Double(province.sum.supply(.grid).kilowattHoursPerYear) * share
      saved += own
      kilograms += own * books.kilogramsPerKilowattHour(province: province.adcode)
    }
    let terms = books.terms(province: nil)
    let yuan =
      saved * terms.yuanPerKilowattHour - Double(stations)
      * books.limits.savingYuanPerStation.value / terms.yearsOfPresentValue
    return [
      text(
        .potential, DecimalText.grouped(stations),
        Amount.kilowattHours(Int(saved.rounded()), language), GreenText.tonnes(kilograms),
        Amount.yuan(Int(yuan.rounded()), language))
    ]
  }

  /// How many caps are full.
  func binding(_ caps: [EnergyCap]) -> String {
    let tight = caps.count { ($0.share ?? 1) >= 0.99 }
    return text(.binding, DecimalText.grouped(tight), DecimalText.grouped(caps.count))
  }

  /// What the campuses' own networks take and emit; nothing without any.
  func campuses(_ sum: GreenCampusSum) -> [String] {
    guard sum.campuses > 0 else { return [] }
    return [
      text(
        .campusAnswer, DecimalText.grouped(sum.campuses), DecimalText.grouped(sum.stations),
        Amount.kilowattHours(sum.gridKilowattHoursPerYear, language),
        GreenText.tonnes(sum.kilogramsPerYear),
        GreenText.figure(sum.kilogramsPerCampus.map { $0 / 1000 }, 2),
        GreenText.figure(sum.kilogramsPerTerminal, 1))
    ]
  }

  /// Hours of back-up that are asked for; nothing without back-up.
  func hours(_ sum: GreenSum) -> [String] {
    guard sum.backupKilowatts > 0 else { return [] }
    let kinds = SettlementKind.allCases.map { kind in
      Message.text(forKey: kind.rawValue, language) + " "
        + DecimalText.trimmed(
          result.books.green.backupHours[kind.rawValue]?.value ?? 0, decimals: 2)
    }
    return [
      text(
        .hoursNote, kinds.joined(separator: language == .chinese ? "、" : ", "),
        GreenText.figure(sum.backupHours, 2))
    ]
  }

  /// Safety and space of each battery, by the book.
  var safety: [String] {
    result.books.green.batteries.map { battery in
      let note = language == .chinese ? battery.noteChinese : battery.noteEnglish
      return GreenText.title(battery, language) + (language == .chinese ? "：" : ": ") + note
    }
  }

  var notes: [String] { [text(.modelNote)] }
}
