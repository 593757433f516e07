/// Stations that a standard counts, beyond those that coverage asks for, and what they cost at least.
struct CountedStations {
  /// New stations that must be there.
  let needed: Int
  /// Yuan of a second carrier on a planned mast; nil where there is none.
  let secondYuan: Double?
  /// Yuan of the cheapest choice, over the stations that it counts for.
  let leastYuan: Double

  /// Least yuan of any station.
  var stationYuan: Double { min(leastYuan, secondYuan ?? .infinity) }

  /// Whether a second carrier is cheaper than a further site.
  var prefersSecond: Bool { secondYuan.map { $0 < leastYuan } ?? false }

  /// Least yuan of a plan whose sites all cost the same, have one station each, and are at least so
  /// many. Each mast carries at most one second carrier.
  func bound(sites: Int) -> Double {
    let least = prefersSecond ? max(sites, (needed + 1) / 2) : sites
    return leastYuan * Double(least) + stationYuan * Double(max(0, needed - least))
  }
}
