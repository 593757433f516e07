/// Capacity over demand: a network ahead of its demand, but not far ahead (适度超前).
public struct LeadRatio: Hashable, Sendable {
  /// What a ratio says of the time of building.
  public enum Verdict: String, Codable, CaseIterable, Sendable {
    /// Below the band: the busy hour is or soon will be more than the network carries.
    case tooLate = "too-late"
    /// In the band, its ends included.
    case inBand = "in-band"
    /// Above the band: money lies idle that others need.
    case tooEarly = "too-early"
  }

  /// Capacity over demand; nil without demand.
  public let ratio: Double?
  /// Where it lies. Without demand any capacity is too early, and no capacity is in the band.
  public let verdict: Verdict

  /// A ratio of a capacity and a demand from 0 up, Mbps, held against a band.
  public init(capacityMbps: Double, demandMbps: Double, band: ClosedRange<Double>) {
    guard demandMbps > 0 else {
      ratio = nil
      verdict = capacityMbps > 0 ? .tooEarly : .inBand
      return
    }
    let ratio = capacityMbps / demandMbps
    self.ratio = ratio
    if ratio < band.lowerBound {
      verdict = .tooLate
    } else {
      verdict = ratio > band.upperBound ? .tooEarly : .inBand
    }
  }
}
