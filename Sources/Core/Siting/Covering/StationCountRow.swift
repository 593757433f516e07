/// Stations that a plan counts beside its coverage, as a row of an exported model: those of the chosen
/// candidates, and further ones at a price each.
struct StationCountRow: Sendable {
  /// Stations that must be there, above 0.
  let needed: Int
  /// Stations of each candidate.
  let stations: [Int]
  /// Of a further one.
  let yuan: Double
  /// Whether there is at most one further a chosen candidate.
  let isPerMast: Bool
}
