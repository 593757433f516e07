public import Radio
public import Territory

/// Demand of a quarter, against which capacity is held.
public struct BusyHour: Sendable {
  /// What residents ask for.
  public let demand: DemandBook
  /// When.
  public let quarter: Quarter

  /// The busy hour at the end of a quarter.
  public init(demand: DemandBook, quarter: Quarter) {
    self.demand = demand
    self.quarter = quarter
  }

  /// Capacity and demand of one group at a settlement.
  public func load(
    capacityMbps: Double, residents: Int, group: NetworkGroup
  ) -> CapacityLoad {
    CapacityLoad(
      capacityMbps: capacityMbps,
      demandMbps: demand.busyHourMbps(
        residents: Double(residents), group: group, quarter: quarter),
      band: demand.leadRatioBand)
  }
}

/// What a group's stations at a settlement carry in the busy hour, and what its residents ask of them.
/// Both are modelled.
public struct CapacityLoad: Hashable, Sendable {
  /// All cells of the stations that stand there together.
  public let capacityMbps: Double
  /// Downlink of the busy hour.
  public let demandMbps: Double
  /// Capacity over demand: *moderately ahead* (适度超前) as a number.
  public let lead: LeadRatio

  /// A capacity against a demand.
  public init(capacityMbps: Double, demandMbps: Double, band: ClosedRange<Double>) {
    self.capacityMbps = capacityMbps
    self.demandMbps = demandMbps
    lead = LeadRatio(capacityMbps: capacityMbps, demandMbps: demandMbps, band: band)
  }
}
