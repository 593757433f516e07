public import Territory

/// One way to power a station, over a year: what it costs, takes from the grid and emits.
public struct SupplyChoice: Hashable, Sendable {
  /// The way.
  public let supply: PowerSupply
  /// What it costs to build beside the station; back-up is apart.
  public let buildYuan: Double
  /// Its panels.
  public let panelKilowatts: Double
  /// Its batteries, without those of back-up, which a micro-grid needs no other.
  public let batteryKilowattHours: Double
  /// Electricity of the grid's.
  public let gridKilowattHoursPerYear: Double
  /// Building spread over its life, keeping, back-up and electricity.
  public let yuanPerYear: Double
  /// Carbon dioxide of the electricity, and of making panels and batteries spread over their lives.
  public let kilogramsPerYear: Double

  /// Cost of a tonne of carbon dioxide that is avoided against another way; below 0 where that saves money too, nil where
  /// nothing is avoided.
  public func yuanPerTonne(against other: SupplyChoice) -> Double? {
    let avoided = other.kilogramsPerYear - kilogramsPerYear
    return avoided > 0 ? (yuanPerYear - other.yuanPerYear) / avoided * 1000 : nil
  }
}

extension GreenBooks {
  /// The ways to power one station at a kind of settlement, the grid's alone first.
  ///
  /// - Parameter province: whose grid; nil for the country's.
  public func choices(
    _ power: StationPower, _ kind: SettlementKind, province: String? = nil
  ) -> [SupplyChoice] {
    let terms = terms(province: province)
    return PowerSupply.allCases.map { supply in
      switch supply {
      case .grid: onGrid(supply, power, kind, terms, Equipment())
      case .energySaving:
        onGrid(
          supply, power, kind, terms,
          Equipment(
            share: limits.savingShare.value, buildYuan: limits.savingYuanPerStation.value,
            yuanPerYear: limits.savingYuanPerStation.value / terms.yearsOfPresentValue))
      case .solar:
        onGrid(
          supply, power, kind, terms,
          panels(
            kilowattHoursPerYear: power.gridKilowattHoursPerYear
              * green.panels.shareOfStation.value,
            share: green.panels.shareOfStation.value, terms))
      case .microGrid: microGrid(power, terms)
      }
    }
  }

  /// What a supply would cost to build by the electricity that its stations take, where the books of limits have one price for
  /// every station: panels for the limits' share, or a micro-grid of panels and batteries.
  public func sizedYuan(
    _ supply: PowerSupply, stations: Int, kilowattHoursPerYear energy: Double
  ) -> Double {
    let terms = terms(province: nil)
    switch supply {
    case .grid: return 0
    case .energySaving: return Double(stations) * limits.savingYuanPerStation.value
    case .solar:
      let share = limits.solar?.share.value ?? 0
      return panels(kilowattHoursPerYear: energy * share, share: share, terms).buildYuan
    case .microGrid:
      let all = StationPower(
        configuration: "", backupKilowatts: 0, gridKilowattHoursPerYear: energy)
      return microGrid(all, terms).buildYuan
    }
  }

  /// What stands beside a station.
  private struct Equipment {
    /// Of the station's electricity that it brings or saves.
    var share = 0.0
    var buildYuan = 0.0
    var yuanPerYear = 0.0
    var panelKilowatts = 0.0
    var kilogramsPerYear = 0.0
  }

  /// Panels for some electricity a year.
  private func panels(
    kilowattHoursPerYear energy: Double, share: Double, _ terms: GreenTerms
  ) -> Equipment {
    let book = green.panels
    let kilowatts = energy / book.fullHoursPerYear.value
    let years = terms.presentValue.worth(ofYears: Int(book.years.value))
    return Equipment(
      share: share, buildYuan: kilowatts * book.yuanPerKilowatt.value,
      yuanPerYear: kilowatts
        * (book.yuanPerKilowatt.value / years + book.yuanPerKilowattAndYear.value),
      panelKilowatts: kilowatts,
      kilogramsPerYear: kilowatts * book.kilogramsPerKilowatt.value / book.years.value)
  }

  private func onGrid(
    _ supply: PowerSupply, _ power: StationPower, _ kind: SettlementKind, _ terms: GreenTerms,
    _ equipment: Equipment
  ) -> SupplyChoice {
    let backup = BatteryLifeCost(
      green.batteries[0], green.duty(kind, loadKilowatts: power.backupKilowatts), terms)
    let energy = power.gridKilowattHoursPerYear * (1 - equipment.share)
    return SupplyChoice(
      supply: supply, buildYuan: equipment.buildYuan, panelKilowatts: equipment.panelKilowatts,
      batteryKilowattHours: 0, gridKilowattHoursPerYear: energy,
      yuanPerYear: energy * terms.yuanPerKilowattHour + equipment.yuanPerYear
        + backup.yuanPerYear,
      kilogramsPerYear: energy * terms.kilogramsPerKilowattHour + equipment.kilogramsPerYear
        + backup.kilograms / Double(terms.horizonYears))
  }

  /// All electricity goes through the battery, which the days without sun empty once; what charging loses the panels bring too.
  private func microGrid(_ power: StationPower, _ terms: GreenTerms) -> SupplyChoice {
    let battery = green.battery(green.microGrid.battery) ?? green.batteries[0]
    let days = green.microGrid.days.value
    let duty = BatteryDuty(
      loadKilowatts: power.gridKilowattHoursPerYear / StationPower.hoursPerYear, hours: 24 * days,
      fullDischargesPerYear: 365 / days)
    // Its losses are sun: they cost panels, neither money nor carbon of the grid's.
    let cost = BatteryLifeCost(
      battery, duty,
      GreenTerms(
        horizonYears: terms.horizonYears, presentValue: terms.presentValue,
        yuanPerKilowattHour: 0, kilogramsPerKilowattHour: 0))
    let panels = panels(
      kilowattHoursPerYear: power.gridKilowattHoursPerYear / battery.roundTripEfficiency.value,
      share: 1, terms)
    return SupplyChoice(
      supply: .microGrid,
      buildYuan: panels.buildYuan + cost.kilowattHours * battery.yuanPerKilowattHour,
      panelKilowatts: panels.panelKilowatts, batteryKilowattHours: cost.kilowattHours,
      gridKilowattHoursPerYear: 0, yuanPerYear: panels.yuanPerYear + cost.yuanPerYear,
      kilogramsPerYear: panels.kilogramsPerYear
        + cost.kilograms / Double(terms.horizonYears))
  }
}
