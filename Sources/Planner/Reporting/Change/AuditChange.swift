import Coverage
public import Geometry
import Radio
import Territory

/// Two audits held against each other: what rose, what fell, and why.
public struct AuditChange: Sendable {
  /// The earlier audit.
  public let before: AuditedRun
  /// The later audit.
  public let after: AuditedRun
  /// Every settlement and group of either, by id.
  public let places: [PlaceChange]
  /// Files and settings that differ.
  let inputs: ChangeFactors

  /// Sites farther than this from a footprint's box bear on nothing within: the models' reach.
  static let reachMetres = 5000.0

  /// Compares.
  ///
  /// - Throws: DR-719 for audits that have no settlement and group in common.
  public init(
    before: AuditedRun, after: AuditedRun, sources: ChangeSources
  ) throws(UserError) {
    self.before = before
    self.after = after
    let inputs = ChangeFactors(before, after)
    self.inputs = inputs
    func keyed(_ run: AuditedRun) -> [String: AuditedRun.Place] {
      Dictionary(
        run.places.map { ("\($0.settlement)/\($0.group.rawValue)", $0) },
        uniquingKeysWith: { first, _ in first })
    }
    let (old, new) = (keyed(before), keyed(after))
    guard old.keys.contains(where: { new[$0] != nil }) else {
      throw UserError(
        "DR-719", .badData, at: "\(after.path), \(before.path)",
        "they have no settlement and network group in common",
        remedy: "give audits of the same region")
    }
    let registers = SiteComparison(sources.sites)
    var places: [PlaceChange] = []
    for key in Set(old.keys).union(new.keys).sorted() {
      places.append(
        Self.place(old[key], new[key], before, after, inputs, sources.standards, registers))
    }
    self.places = places.filter { !$0.settlement.isEmpty }
  }

  private static func place(
    _ old: AuditedRun.Place?, _ new: AuditedRun.Place?, _ before: AuditedRun, _ after: AuditedRun,
    _ inputs: ChangeFactors, _ standards: (before: Standard?, after: Standard?),
    _ registers: SiteComparison?
  ) -> PlaceChange {
    let any = new ?? old
    let id = any?.settlement ?? ""
    let kind = any?.kind ?? .townSeat
    let criteria = Set(old.map { Array($0.criteria.keys) } ?? [])
      .union(new.map { Array($0.criteria.keys) } ?? []).sorted().map { key in
        func pair(_ place: AuditedRun.Place?) -> CriterionChange.Pair? {
          place?.criteria[key].map { .init(value: $0.value, threshold: $0.threshold) }
        }
        return CriterionChange(
          status: key.status, criterion: key.criterion, before: pair(old), after: pair(new),
          isSameMeasure: isSameMeasure(key, kind, inputs, standards))
      }
    var sites: SiteChanges?
    if let group = any?.group, let footprint = after.footprints[id] ?? before.footprints[id] {
      sites = registers?.changes(near: footprint.envelope, group)
    }
    return PlaceChange(
      settlement: id, name: any?.name ?? "", kind: kind, province: any?.province ?? "",
      prefecture: any?.prefecture ?? "", county: any?.county ?? "", group: any?.group ?? .mobile,
      population: (old?.population, new?.population), stations: (old?.stations, new?.stations),
      status: (old?.status, new?.status),
      passes: (
        old.map { $0.status >= $0.target } ?? false, new.map { $0.status >= $0.target } ?? false
      ),
      underNewStandard: underNewStandard(old, new, criteria, inputs), criteria: criteria,
      factors: factors(old, new, before, after, inputs, sites), sites: sites)
  }

  /// Whether a criterion measures the same by both standards: level, probability, uplink and SS-SINR are
  /// the same, whatever the threshold.
  private static func isSameMeasure(
    _ key: AuditedRun.Key, _ kind: SettlementKind, _ inputs: ChangeFactors,
    _ standards: (before: Standard?, after: Standard?)
  ) -> Bool? {
    guard inputs.differs(.standard) else { return true }
    guard let before = standards.before, let after = standards.after else { return nil }
    func measure(_ standard: Standard) -> [Double?]? {
      standard.rules(for: kind).first { $0.status == key.status }?.criteria
        .first { $0.criterion == key.criterion }
        .map {
          [
            $0.rsrpDBm?.value, $0.pointProbability?.value, $0.uplinkMbps?.value, $0.sinrDB?.value,
          ]
        }
    }
    guard let one = measure(before), let other = measure(after) else { return false }
    return one == other
  }

  /// The status of the earlier values under the later thresholds, nil where it hangs on a criterion that
  /// has no earlier value, or on values that do not even repeat their own status.
  private static func underNewStandard(
    _ old: AuditedRun.Place?, _ new: AuditedRun.Place?, _ criteria: [CriterionChange],
    _ inputs: ChangeFactors
  ) -> CoverageStatus? {
    guard let old, new != nil else { return nil }
    guard inputs.differs(.standard) else { return old.status }
    let own = status(
      criteria.compactMap { change in change.before.map { (change.status, $0.passed) } })
    // Four decimals hide which side of a threshold a value lies on.
    guard own == old.status else { return nil }
    func under(_ unknown: Bool) -> CoverageStatus {
      status(
        criteria.compactMap { change in
          guard let after = change.after else { return nil }
          guard change.isSameMeasure == true, let before = change.before else {
            return (change.status, unknown)
          }
          return (change.status, before.value >= after.threshold)
        })
    }
    let (worst, best) = (under(false), under(true))
    return worst == best ? worst : nil
  }

  /// The highest status whose criteria, and those of all below, are passed.
  private static func status(
    _ criteria: [(status: CoverageStatus, passed: Bool)]
  ) -> CoverageStatus {
    var status = CoverageStatus.none
    for candidate in CoverageStatus.allCases
    where criteria.contains(where: { $0.status == candidate }) {
      guard criteria.allSatisfy({ $0.status != candidate || $0.passed }) else { break }
      status = candidate
    }
    return status
  }

  /// What differs for one place, besides the standard.
  private static func factors(
    _ old: AuditedRun.Place?, _ new: AuditedRun.Place?, _ before: AuditedRun, _ after: AuditedRun,
    _ inputs: ChangeFactors, _ sites: SiteChanges?
  ) -> [ChangeFactor] {
    guard let old, let new else { return [] }
    var factors: [ChangeFactor] = []
    if inputs.differs(.network) {
      // Registers that cannot be looked at leave it open, and open is not the same as unchanged.
      if sites.map({ !$0.isEmpty }) ?? true || inputs.differences[.network] != ["sites"] {
        factors.append(.network)
      }
    } else if old.stations != new.stations {
      factors.append(.network)
    }
    let shapes = (before.footprints[old.settlement], after.footprints[new.settlement])
    if old.data != new.data || shapes.0?.polygons != shapes.1?.polygons {
      factors.append(.data)
    }
    if inputs.differs(.model) { factors.append(.model) }
    return factors
  }
}

/// Two registers of sites.
private struct SiteComparison: Sendable {
  private let before: [Site]
  private let after: [Site]

  init?(_ sites: (before: [Site]?, after: [Site]?)) {
    guard let before = sites.before, let after = sites.after else { return nil }
    self.before = before
    self.after = after
  }

  /// Sites of a group in a box and the models' reach round it.
  func changes(near box: BoundingBox, _ group: NetworkGroup) -> SiteChanges {
    let north = AuditChange.reachMetres / EllipsoidDegree(at: box.center.latitude).northMetres
    let east = AuditChange.reachMetres / EllipsoidDegree(at: box.center.latitude).eastMetres
    let wide = BoundingBox(
      minX: box.minX - east, minY: box.minY - north, maxX: box.maxX + east, maxY: box.maxY + north)
    func near(_ sites: [Site]) -> [String: Site] {
      Dictionary(
        sites.filter { $0.group == group && wide.contains($0.position) }.map { ($0.id, $0) },
        uniquingKeysWith: { first, _ in first })
    }
    let (old, new) = (near(before), near(after))
    var changes = SiteChanges()
    for (id, site) in new {
      if let known = old[id] {
        if known != site { changes.changed += 1 }
      } else {
        changes.added += 1
      }
    }
    changes.removed = old.keys.count { new[$0] == nil }
    return changes
  }
}
