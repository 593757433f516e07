import Coverage
import Radio
import Territory

/// One work package of a settlement: masts and second carriers that raise it to a status, or serve its key points.
struct SettlementPackage {
  let construction: SettlementConstruction
  /// Of the settlement with the package built.
  let audit: SettlementAudit
  /// Of the construction's masts.
  let masts: Range<Int>
  /// Of the construction's second carriers.
  let seconds: Range<Int>
  let purpose: PackagePurpose

  private var isForKeyPlaces: Bool { purpose == .keyPlaces }
  /// No status rises by key places.
  private var target: CoverageStatus { isForKeyPlaces ? .none : audit.status }

  /// Criteria that fail without the package and hold with it.
  private var closes: [String] {
    if isForKeyPlaces { return [purpose.rawValue] }
    var closes: [String] = []
    for (before, after) in zip(construction.last.results, audit.results)
    where !before.passed && after.passed && !closes.contains(after.criterion) {
      closes.append(after.criterion)
    }
    return closes
  }

  private var planner: SettlementPlanner { construction.planner }
  private var settlement: Settlement { construction.state.place.settlement }
  private var id: String {
    "\(settlement.id)/\(planner.group.rawValue)/"
      + (isForKeyPlaces ? purpose.rawValue : target.rawValue)
  }

  /// Stations by configuration, in the order of first use.
  private var stations: [PackagePricing.Stations] {
    var counts: [(configuration: AntennaConfiguration, count: Int)] = []
    func add(_ configuration: AntennaConfiguration) {
      if let known = counts.firstIndex(where: { $0.configuration.name == configuration.name }) {
        counts[known].count += 1
      } else {
        counts.append((configuration, 1))
      }
    }
    for mast in masts { for carrier in choice(mast).carriers { add(carrier) } }
    if let second = construction.setup.secondConfiguration { for _ in seconds { add(second) } }
    return counts.map { PackagePricing.Stations($0.count, $0.configuration) }
  }

  private func choice(_ mast: Int) -> StationChoice {
    let candidates = construction.candidates
    return candidates.choices[candidates.choice(construction.masts[mast].candidate)]
  }

  /// What the package counts without the link to the settlement, not rounded.
  var stationYuan: Double {
    guard planner.supply?.pricing != nil else {
      return planner.pricing.yuan(stations, sites: masts.count)
    }
    let candidates = construction.candidates
    return masts.reduce(0.0) { $0 + candidates.price(construction.masts[$1].candidate) }
      + Double(seconds.count)
      * (construction.setup.secondConfiguration.map { planner.pricing.yuan(carrier: $0) } ?? 0)
  }

  /// Money and work: by what stands at each candidate where candidates were brought.
  private var cost: PackageCost {
    let trunk = construction.packages.isEmpty ? construction.readiness.backhaul : nil
    guard let pricing = planner.supply?.pricing else {
      return planner.pricing.price(
        stations, sites: masts.count, before: masts.lowerBound, trunk: trunk)
    }
    let built = masts.map { mast in
      let place = place(mast)
      let candidate =
        place.brought ?? StationCandidate(id: "", position: place.position, kind: .newMast)
      return (
        isNew: candidate.kind.isNew, price: pricing.price(candidate, choice(mast).carriers)
      )
    }
    return planner.pricing.price(
      stations, built: built,
      secondsYuan: Double(seconds.count)
        * (construction.setup.secondConfiguration.map { planner.pricing.yuan(carrier: $0) } ?? 0),
      trunk: trunk)
  }

  private func place(_ mast: Int) -> SettlementCandidates.Place {
    construction.candidates.sites[
      construction.candidates.site(construction.masts[mast].candidate)]
  }

  var workPackage: WorkPackage {
    let readiness = construction.readiness
    let earlier = construction.packages.last
    let cost = cost
    return WorkPackage(
      id: id, settlement: settlement.id, settlementName: settlement.name,
      kind: settlement.kind, provinceAdcode: settlement.provinceAdcode, group: planner.group,
      from: isForKeyPlaces ? .none : construction.status, to: target,
      stations: stations.reduce(0) { $0 + $1.count },
      newSites: cost.newSites, costYuan: cost.yuan,
      energyKilowattHoursPerYear: cost.energyKilowattHoursPerYear,
      fibreMetres: cost.fibreMetres, crewDays: cost.crewDays,
      populationServed: settlement.population, prerequisite: earlier?.id,
      feasible: readiness.feasible, priority: readiness.priority, reasons: readiness.reasons,
      closes: closes, equipment: equipment,
      opexYuanPerYear: planner.pricing.opexYuanPerYear(
        kilowattHours: cost.energyKilowattHoursPerYear, sites: masts.count),
      lead: lead, purpose: purpose)
  }

  /// Stations by band.
  private var equipment: [String: Int] {
    stations.reduce(into: [:]) { $0[$1.configuration.band, default: 0] += $1.count }
  }

  private var lead: PackageLead? {
    // What capacity is worth is counted with the packages that raise the settlement.
    guard !isForKeyPlaces, let before = construction.last.load, let after = audit.load else {
      return nil
    }
    return PackageLead(
      capacityBeforeMbps: before.capacityMbps, capacityAfterMbps: after.capacityMbps,
      demandMbps: after.demandMbps)
  }

  /// Planned stations: a row for each carrier, those after the first of a mast under its name with a
  /// letter.
  var sites: [PlannedSite] {
    var sites: [PlannedSite] = []
    for mast in masts {
      for (index, carrier) in choice(mast).carriers.enumerated() {
        sites.append(site(mast, carrier, heightMetres: choice(mast).heightMetres, number: index))
      }
    }
    guard let second = construction.setup.secondConfiguration else { return sites }
    for index in seconds {
      let mast = construction.seconds[index]
      sites.append(
        site(
          mast, second, heightMetres: construction.setup.heightMetres,
          number: choice(mast).carriers.count))
    }
    return sites
  }

  private func site(
    _ mast: Int, _ carrier: AntennaConfiguration, heightMetres: Double, number: Int
  ) -> PlannedSite {
    let place = place(mast)
    let name = SiteName.make(settlement.id, planner.group, series: "p", mast)
    let letters = ["", "b", "c", "d", "e", "f"]
    let site = Site(
      id: name + (number < letters.count ? letters[number] : "-\(number)"),
      position: place.position,
      group: planner.group, configurations: [carrier.name],
      heightMetres: place.brought?.heightMetres ?? heightMetres,
      status: .planned, kind: .modelled, settlement: settlement.id)
    return PlannedSite(site: site, package: id, candidate: place.brought?.id)
  }
}
