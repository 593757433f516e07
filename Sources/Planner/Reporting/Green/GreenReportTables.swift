import Scheduling
import Territory

/// The tables of the report on power, batteries and carbon.
struct GreenReportTables {
  let result: GreenResult
  let language: Language

  private func text(_ word: GreenWords, _ values: String...) -> TextTable.Column {
    .text(word.text(language, values))
  }

  private func number(_ word: GreenWords, _ values: String...) -> TextTable.Column {
    .number(word.text(language, values))
  }

  private func yuan(_ value: Double) -> String { Amount.yuan(Int(value.rounded()), language) }

  private var stationsColumn: TextTable.Column { .number(Message.stations.text(language)) }

  /// Supplies that the schedule chose; a tonne is priced on the grid of the province with most stations.
  func supplies(_ sum: GreenSum) -> TextTable {
    var table = TextTable([
      text(.supply), stationsColumn, number(.extraBuild), number(.sized), number(.keep),
      number(.saved),
      number(.avoided), number(.yuanPerTonne),
    ])
    let terms = result.books.terms(province: result.comparison.province)
    for supply in PowerSupply.allCases where sum.supply(supply).stations > 0 {
      let own = sum.supply(supply)
      table.append([
        GreenWords.supply(supply.rawValue, language), DecimalText.grouped(own.stations),
        Amount.yuan(own.buildYuan, language), yuan(own.sizedYuan), yuan(own.keepYuanPerYear),
        Amount.kilowattHours(own.savedKilowattHoursPerYear, language),
        GreenText.tonnes(own.avoidedKilogramsPerYear), GreenText.whole(own.yuanPerTonne(terms)),
      ])
    }
    return table
  }

  /// All back-up, once for each battery.
  func totals(_ sum: GreenSum) -> TextTable {
    var table = TextTable([
      text(.battery), number(.load), number(.autonomy), number(.capacity), number(.purchase),
      number(.present, DecimalText.grouped(Int(result.books.green.horizonYears.value))),
      number(.carbon),
    ])
    for (battery, own) in zip(result.books.green.batteries, sum.batteries) {
      table.append([
        GreenText.title(battery, language), GreenText.whole(sum.backupKilowatts),
        autonomy(sum, battery),
        Amount.kilowattHours(Int(own.kilowattHours.rounded()), language), yuan(own.buyYuan),
        yuan(own.presentYuan), GreenText.tonnes(own.kilograms),
      ])
    }
    return table
  }

  /// Mean hours at the end of a battery's life and on its first day.
  private func autonomy(_ sum: GreenSum, _ battery: BackupBattery) -> String {
    guard let last = sum.backupHours else { return "–" }
    return [last, last / battery.endOfLifeShare.value].map {
      DecimalText.fixed($0, decimals: 1)
    }.joined(separator: "–")
  }

  func units(_ units: [GreenUnit]) -> TextTable {
    var table = TextTable([
      text(.unit), stationsColumn, number(.load), number(.gridEnergy), number(.carbon),
      number(.perDeep), number(.perResident),
    ])
    for unit in units {
      table.append([
        unit.name, DecimalText.grouped(unit.sum.stations),
        GreenText.whole(unit.sum.backupKilowatts),
        Amount.kilowattHours(unit.sum.gridKilowattHoursPerYear, language),
        GreenText.tonnes(unit.sum.kilogramsPerYear),
        GreenText.figure(unit.sum.kilogramsPerDeepResident, 2),
        GreenText.figure(unit.sum.kilogramsPerResident, 2),
      ])
    }
    return table
  }

  /// - Parameter name: what a cap is called.
  func caps(_ caps: [EnergyCap], name: (EnergyCap) -> String = { $0.limit }) -> TextTable {
    var table = TextTable([
      text(.limit), text(.year), number(.used), number(.cap), number(.share),
      number(.shadowPrice),
    ])
    for cap in caps {
      table.append([
        name(cap), "\(cap.from)–\(cap.until)",
        Amount.kilowattHours(Int(cap.usedKilowattHours.rounded()), language),
        Amount.kilowattHours(Int(cap.capKilowattHours.rounded()), language),
        cap.share.map { Amount.share($0) } ?? "–", GreenText.figure(cap.shadowPrice, 3),
      ])
    }
    return table
  }

  func campuses(_ campuses: [GreenCampus]) -> TextTable {
    var table = TextTable([
      text(.campusHeading), stationsColumn, number(.terminals), number(.gridEnergy),
      number(.carbon), number(.perTerminal),
    ])
    for campus in campuses {
      table.append([
        campus.name.isEmpty ? campus.id : campus.name,
        DecimalText.grouped(campus.stations),
        campus.terminals.map(DecimalText.grouped) ?? "–",
        Amount.kilowattHours(campus.gridKilowattHoursPerYear, language),
        GreenText.tonnes(campus.kilogramsPerYear), GreenText.figure(campus.kilogramsPerTerminal, 2),
      ])
    }
    return table
  }

  /// Batteries for a kilowatt of load.
  func batteries() -> TextTable {
    let years = DecimalText.grouped(Int(result.books.green.horizonYears.value))
    var table = TextTable([
      text(.kind), number(.hours), text(.battery), number(.perKilowatt), number(.price),
      number(.life), number(.bought), number(.present, years), .number("kg CO2"),
      number(.breakEven),
    ])
    for row in result.comparison.batteries {
      table.append([
        Message.text(forKey: row.kind.rawValue, language),
        DecimalText.trimmed(row.duty.hours, decimals: 2), GreenText.title(row.battery, language),
        GreenText.figure(row.cost.kilowattHours, 2),
        GreenText.whole(row.battery.yuanPerKilowattHour),
        DecimalText.trimmed(row.cost.lifeYears, decimals: 1),
        DecimalText.grouped(row.cost.purchases),
        yuan(row.cost.presentYuan), GreenText.whole(row.cost.kilograms),
        GreenText.whole(row.breakEvenYuanPerKilowattHour),
      ])
    }
    return table
  }

  /// Supplies of one station.
  func stations() -> TextTable {
    var table = TextTable([
      text(.configuration), text(.supply), number(.build), number(.panels), number(.capacity),
      number(.gridEnergy), number(.perYear), .number("kg CO2"), number(.yuanPerTonne),
    ])
    // Configurations of the same power are one row.
    var names: [StationPower: [String]] = [:]
    for row in result.comparison.supplies where row.choice.supply == .grid {
      names[row.power.unnamed, default: []].append(row.power.configuration)
    }
    for row in result.comparison.supplies {
      guard let own = names[row.power.unnamed], own.first == row.power.configuration else {
        continue
      }
      let choice = row.choice
      table.append([
        own.joined(separator: ", "), GreenWords.supply(choice.supply.rawValue, language),
        GreenText.whole(choice.buildYuan.orNil), GreenText.figure(choice.panelKilowatts.orNil, 1),
        choice.batteryKilowattHours.orNil.map(energy) ?? "–",
        energy(choice.gridKilowattHoursPerYear), GreenText.whole(choice.yuanPerYear),
        GreenText.whole(choice.kilogramsPerYear), GreenText.whole(row.yuanPerTonne),
      ])
    }
    return table
  }

  private func energy(_ kilowattHours: Double) -> String {
    Amount.kilowattHours(Int(kilowattHours.rounded()), language)
  }
}

extension StationPower {
  /// The same power, of whatever configuration.
  fileprivate var unnamed: StationPower {
    StationPower(
      configuration: "", backupKilowatts: backupKilowatts,
      gridKilowattHoursPerYear: gridKilowattHoursPerYear)
  }
}

extension Double {
  /// Nil for nothing.
  fileprivate var orNil: Double? { self == 0 ? nil : self }
}
