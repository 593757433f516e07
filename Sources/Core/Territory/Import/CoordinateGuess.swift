public import Geometry

/// The coordinate system that a table's positions are in, guessed by their ranges, and by where sites of another
/// file are known to stand or else by whether they lie in the units that the table states for them; with the
/// evidence.
///
/// "In their unit" below means, of sites that are known from another file, within ``siteMetres`` of where they stand.
/// A guess is made only where the evidence is enough: more than half of the positions lie in their unit, and of
/// the positions that lie in it by one of two systems alone significantly more speak for the guess, by a sign test
/// against every rival. The systems of map services differ from WGS 84 by 300 to 1,400 m, so that only sites near
/// a border of their county speak at all.
public struct CoordinateGuess: Sendable, Equatable {
  /// How the positions fit one system.
  public struct Candidate: Sendable, Equatable {
    /// The system.
    public let system: CoordinateSystem
    /// Whether the columns of longitude and latitude, or east and north, are exchanged.
    public let isExchanged: Bool
    /// Positions that lie in their unit.
    public var inside = 0
    /// Positions whose unit is stated.
    public var compared = 0
    /// Mean distance to their unit of the positions outside it; 0 where there is none.
    public var meanOutsideMetres = 0.0
    /// Positions in their unit by the guess and not by this system.
    public var lost = 0
    /// Positions in their unit by this system and not by the guess.
    public var won = 0
    /// Probability of so few won against lost by chance; 1 for the guess itself.
    public var probability = 1.0
  }

  /// What tells the system.
  public enum Evidence: Sendable {
    /// The range of the numbers alone.
    case range
    /// The units that rows state.
    case units
    /// Where sites of the same names stand by another file.
    case sites
  }

  /// The system.
  public let system: CoordinateSystem
  /// Whether the two columns are exchanged.
  public let isExchanged: Bool
  /// What the candidates were held against.
  public let evidence: Evidence
  /// Systems compared, the guess first. One alone where the range of the numbers leaves no other.
  public let candidates: [Candidate]

  /// A system beats another when chance would do as well in fewer cases than this [G].
  public static let significance = 0.001
  /// How far from where it is known to stand a site may lie: other antennas of a mast, rounded positions [G].
  public static let siteMetres = 50.0
  /// Sites known from another file that are needed for them to tell.
  public static let fewestSites = 10
  /// Positions that are looked at, most.
  public static let mostPositions = 20_000

  /// Where positions of China lie, degrees: the area of use of CGCS2000 and what lies a little outside.
  public static let china = BoundingBox(minX: 73, minY: 3, maxX: 136, maxY: 54)

  /// Makes a guess.
  ///
  /// - Parameters:
  ///   - positions: as the table has them, each once; at most ``mostPositions``.
  ///   - units: unit stated for each, -1 for none.
  ///   - stated: the units; nil where none are known.
  ///   - known: degrees where the site of each position stands by another file, nil for one that it does not have;
  ///     empty without such a file.
  ///   - name: of the file, for errors.
  /// - Throws: `DR-442` when the evidence is not enough.
  public init(
    positions: [Coordinate], units: [Int32], stated: StatedUnits?, known: [Coordinate?] = [],
    name: String, threads: Int
  ) throws(UserError) {
    let frames = try Self.frames(positions, name)
    if frames.isCertain, let only = frames.systems.first, frames.systems.count == 1 {
      system = only
      evidence = .range
      isExchanged = frames.isExchanged
      candidates = [Candidate(system: only, isExchanged: frames.isExchanged)]
      return
    }
    let ground = try Ground(
      units: units, stated: stated, known: known, described: frames.described, name: name)
    let isExchanged = frames.isExchanged
    let compared = ground.indices.map { index in
      let position = positions[index]
      return (isExchanged ? Coordinate(x: position.y, y: position.x) : position, index)
    }
    let systems = frames.systems
    var fits = ConcurrentMap.map(count: systems.count, threads: threads) { index in
      Fit(systems[index], isExchanged, compared, ground)
    }
    fits.sort { $0.isBetter(than: $1) }
    guard let best = fits.first else {
      throw Self.refusal(name, frames.described)
    }
    var candidates = [best.candidate]
    for rival in fits.dropFirst() { candidates.append(rival.against(best)) }
    guard 2 * best.candidate.inside > best.candidate.compared else {
      throw Self.refusal(
        name,
        "only \(best.candidate.inside) of \(best.candidate.compared) positions lie \(ground.place) "
          + "by the best system, \(best.candidate.system)")
    }
    if let rival = candidates.dropFirst().first(where: { $0.probability > Self.significance }) {
      throw Self.refusal(
        name,
        "\(best.candidate.system) and \(rival.system) fit alike: \(best.candidate.inside) and "
          + "\(rival.inside) of \(best.candidate.compared) positions lie \(ground.place), "
          + "\(rival.lost) by the first alone and \(rival.won) by the second alone")
    }
    system = best.candidate.system
    evidence = ground.evidence
    self.isExchanged = isExchanged
    self.candidates = candidates
  }

  static func refusal(_ name: String, _ problem: String) -> UserError {
    UserError(
      "DR-442", .badData, at: name, "the coordinate system cannot be told: \(problem)",
      remedy: "ask whoever made the table and say --crs wgs84, cgcs2000, gcj02, bd09 or EPSG:n")
  }

  /// What the ranges of the numbers leave.
  private struct Frames {
    let systems: [CoordinateSystem]
    let isExchanged: Bool
    /// Whether the numbers alone tell the system.
    let isCertain: Bool
    let described: String
  }

  private static func frames(
    _ positions: [Coordinate], _ name: String
  ) throws(UserError) -> Frames {
    for isExchanged in [false, true] {
      let turned =
        isExchanged ? positions.map { Coordinate(x: $0.y, y: $0.x) } : positions
      func most(_ isIn: (Coordinate) -> Bool) -> Bool {
        10 * turned.count(where: isIn) >= 9 * turned.count && !turned.isEmpty
      }
      if most(china.contains) {
        return Frames(
          systems: [.wgs84, .gcj02, .bd09], isExchanged: isExchanged, isCertain: false,
          described: "the numbers are degrees\(isExchanged ? ", latitude before longitude" : "")")
      }
      guard most({ (1.7e6...6e6).contains($0.y) }) else { continue }
      if most({ (1.3e7..<4.6e7).contains($0.x) }) {
        return try prefixed(turned, isExchanged, name)
      }
      if most({ (5e4...9.5e5).contains($0.x) }) {
        // A zone of six degrees has the central meridian of one of three, and so the same numbers.
        let zones = (25...45).compactMap { GaussKrugerZone($0, width: .threeDegrees)?.unprefixed }
        return Frames(
          systems: zones, isExchanged: isExchanged, isCertain: false,
          described: "the numbers are metres of a Gauss-Krueger zone without its number")
      }
    }
    throw refusal(name, "the numbers are neither degrees of China nor metres of its zones")
  }

  /// Eastings that begin with the number of their zone.
  private static func prefixed(
    _ positions: [Coordinate], _ isExchanged: Bool, _ name: String
  ) throws(UserError) -> Frames {
    var counts: [Int: Int] = [:]
    for position in positions where (1.3e7..<4.6e7).contains(position.x) {
      counts[Int(position.x / 1e6), default: 0] += 1
    }
    let numbers = counts.keys.sorted()
    let zones = numbers.map { number in
      GaussKrugerZone(number, width: .threeDegrees) ?? GaussKrugerZone(number, width: .sixDegrees)
    }
    guard zones.count == 1, let zone = zones.first ?? nil else {
      throw refusal(
        name,
        "eastings begin with the numbers of several zones, or of none that China uses: "
          + numbers.map(String.init).joined(separator: ", "))
    }
    return Frames(
      systems: [zone.prefixed], isExchanged: isExchanged, isCertain: true,
      described: "the numbers are metres of zone \(zone.number)")
  }

  /// How positions fit one system, one by one.
  private struct Fit: Sendable {
    var candidate: Candidate
    let isInside: [Bool]

    init(
      _ system: CoordinateSystem, _ isExchanged: Bool, _ pairs: [(Coordinate, Int)],
      _ ground: Ground
    ) {
      candidate = Candidate(system: system, isExchanged: isExchanged)
      candidate.compared = pairs.count
      let transformer = try? CoordinateTransformer(from: system)
      var isInside: [Bool] = []
      isInside.reserveCapacity(pairs.count)
      var outside = 0.0
      for (position, index) in pairs {
        let degrees = try? transformer?.transform(position)
        let distance = degrees.map { ground.metresOutside($0, index) } ?? .infinity
        isInside.append(distance == 0)
        if distance > 0 { outside += min(distance, 1e7) }
      }
      candidate.inside = isInside.count { $0 }
      let rest = pairs.count - candidate.inside
      candidate.meanOutsideMetres = rest > 0 ? outside / Double(rest) : 0
      self.isInside = isInside
    }

    func isBetter(than other: Fit) -> Bool {
      if candidate.inside != other.candidate.inside {
        return candidate.inside > other.candidate.inside
      }
      return totalMetres < other.totalMetres
    }

    private var totalMetres: Double {
      candidate.meanOutsideMetres * Double(candidate.compared - candidate.inside)
    }

    func against(_ best: Fit) -> Candidate {
      var rival = candidate
      for (mine, theirs) in zip(isInside, best.isInside) where mine != theirs {
        if mine { rival.won += 1 } else { rival.lost += 1 }
      }
      rival.probability = SignTest.probability(wins: rival.lost, losses: rival.won)
      return rival
    }
  }
}
