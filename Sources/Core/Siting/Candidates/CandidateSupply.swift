import Coverage
public import Geometry

/// Where stations may be built besides the lattice, and where not: what a planner brings to a plan.
public struct CandidateSupply: Sendable {
  /// Candidates with their Albers positions, from west to east.
  private let candidates: [(candidate: StationCandidate, position: Coordinate)]
  private let forbidden: ForbiddenAreas?
  /// Whether the lattice's points are candidates too, as new masts.
  public let usesLattice: Bool
  /// What a choice at a candidate costs; nil where only areas are forbidden and prices stay the means of
  /// the cost book.
  public let pricing: CandidatePricing?

  /// Candidates and areas.
  ///
  /// - Parameters:
  ///   - candidates: of status free, required or forbidden; none leaves the lattice and its prices.
  ///   - pricing: prices of candidates and of the lattice's new masts.
  /// - Throws: DR-578 for a required candidate in a forbidden area, DR-590 for one of status existing:
  ///   what stands belongs to the network; DR-103 for an area that cannot be prepared.
  public init(
    _ candidates: [StationCandidate], forbidden: ForbiddenAreas?, pricing: CandidatePricing,
    usesLattice: Bool
  ) throws(UserError) {
    if let standing = candidates.first(where: { $0.status == .existing }) {
      throw UserError(
        "DR-590", .badData, at: standing.place.isEmpty ? standing.id : standing.place,
        "candidate '\(standing.id)' is existing",
        remedy: "give stations that stand with --sites, and leave them out here")
    }
    let albers = Albers.china
    self.candidates = try (forbidden?.applied(to: candidates) ?? candidates)
      .filter { $0.status != .forbidden }
      .map { ($0, albers.project($0.position)) }
      .sorted { ($0.1.x, $0.1.y, $0.0.id) < ($1.1.x, $1.1.y, $1.0.id) }
    self.forbidden = forbidden
    self.usesLattice = usesLattice
    self.pricing = candidates.isEmpty ? nil : pricing
  }

  /// Heights of the candidates, whole metres.
  public static func heightsMetres(_ candidates: [StationCandidate]) -> Set<Int> {
    Set(candidates.compactMap { $0.heightMetres.map { ReachBook.rounded(heightMetres: $0) } })
  }

  /// What the site of a candidate counts without stations, in whole yuan as in a choice; 0 for an unknown
  /// id.
  func siteYuan(of id: String) -> Double {
    guard let candidate = candidates.first(where: { $0.candidate.id == id })?.candidate else {
      return 0
    }
    return pricing?.price(candidate, []).presentYuan.rounded() ?? 0
  }

  /// Candidates within a distance of a box, from west to east.
  func near(_ box: BoundingBox, withinMetres distance: Double) -> [StationCandidate] {
    var (low, high) = (0, candidates.count)
    while low < high {
      let middle = (low + high) / 2
      if candidates[middle].position.x < box.minX - distance {
        low = middle + 1
      } else {
        high = middle
      }
    }
    var found: [StationCandidate] = []
    while low < candidates.count, candidates[low].position.x <= box.maxX + distance {
      let entry = candidates[low]
      if entry.position.y >= box.minY - distance, entry.position.y <= box.maxY + distance {
        found.append(entry.candidate)
      }
      low += 1
    }
    return found
  }

  /// The lattice's points that may be built on, as new masts.
  func allowed(_ points: [Coordinate]) -> [Coordinate] {
    guard usesLattice else { return [] }
    guard let forbidden, forbidden.count > 0 else { return points }
    let masts = points.enumerated().map {
      StationCandidate(id: "\($0.offset)", position: $0.element, kind: .newMast)
    }
    // Areas were prepared once when they were read; should it fail now, nothing is built in their midst.
    guard let applied = try? forbidden.applied(to: masts) else { return [] }
    return applied.filter { $0.status == .free }.map(\.position)
  }
}
