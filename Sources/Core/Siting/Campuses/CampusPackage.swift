import Coverage
import Radio
public import Territory

extension CampusFinding {
  /// Prefix of what stands for a settlement in tables: no settlement's id has it.
  public static let prefix = "campus/"

  /// Name of the campus' package.
  public var packageID: String { "\(Self.prefix)\(campus.id)/\(group.rawValue)" }

  /// The package of the campus' network; nil where nothing is to be built.
  ///
  /// Its worth is that of its employees being served, by a priority of the share of the typical scenarios that it
  /// enables; no resident's status rises.
  ///
  /// - Parameters:
  ///   - prerequisite: package that brings the public cells it hangs on.
  ///   - isServed: whether those cells are there, or come by the prerequisite.
  public func package(
    province: String, prerequisite: String?, isServed: Bool, book: IndustryBook, costs: CostBook
  ) -> WorkPackage? {
    guard !configuration.parts.isEmpty else { return nil }
    let energy = Int(
      (configuration.kilowatts * costs.powerUsageEffectiveness.value * 8_760).rounded())
    let upkeep = Double(configuration.costYuan) * book.parts.upkeepShare.value
    let electricity = Double(energy) * costs.electricityYuanPerKilowattHour.value
    let enabled = scenarios.count { $0.isMet }
    return WorkPackage(
      id: packageID, settlement: Self.prefix + campus.id, settlementName: campus.name,
      kind: .townSeat, provinceAdcode: province, group: group, from: .none, to: .none,
      stations: configuration.stations, newSites: 0, costYuan: configuration.costYuan,
      energyKilowattHoursPerYear: energy, fibreMetres: configuration.fibreMetres,
      crewDays: configuration.crewDays, populationServed: campus.employees,
      prerequisite: prerequisite, feasible: isServed,
      priority: min(1, Double(enabled) / Double(max(1, book.scenarios.count))),
      reasons: isServed ? [] : [Self.unservedReason],
      equipment: configuration.stations > 0 ? [band: configuration.stations] : [:],
      opexYuanPerYear: Int((upkeep + electricity).rounded()), purpose: .campus)
  }

  /// Reason of a package whose public cells never come.
  public static let unservedReason = "public-network-not-built"
}
