public import Geometry
import Territory

/// A stretch of a line between two cells' borders of service.
public struct LineStretch: Hashable, Sendable {
  /// Course in degrees.
  public let course: [Coordinate]
  /// Metres along the course.
  public let metres: Double
  /// Whether it is served.
  public let isServed: Bool
}

/// What a network is along a line.
public struct LineFinding: Sendable {
  /// The line.
  public let line: ServiceLine
  /// Stretches in the order of the line, served and not in turn within a part.
  public let stretches: [LineStretch]

  /// Metres of the line, as far as it was looked at.
  public var metres: Double { stretches.reduce(0) { $0 + $1.metres } }
  /// Metres that are served.
  public var servedMetres: Double {
    stretches.reduce(0) { $0 + ($1.isServed ? $1.metres : 0) }
  }
  /// Share of the length that is served, 0 to 1; 0 of no length.
  public var servedShare: Double { metres > 0 ? servedMetres / metres : 0 }
}

/// Audits lines: cut into pieces no longer than a cell, each judged at its middle as the raster cell there is.
public struct LineAudit: Sendable {
  private let points: PointAudit
  private let cellMetres: Double

  /// An audit by a rule; as ``KeyPlaceAudit``.
  public init(
    _ rule: PointRule, engine: AuditEngine, places: [AssessedPlace], cellMetres: Double,
    terrain: TerrainRule? = nil
  ) {
    points = PointAudit(
      rule.criterion, engine: engine, places: places, cellMetres: cellMetres, terrain: terrain)
    self.cellMetres = cellMetres
  }

  /// What a network is along lines, in their order.
  ///
  /// - Parameter isAsked: which positions are looked at; the rest of a line counts nowhere.
  /// - Throws: DR-103 when GEOS refuses a cell's outline; what the heights' files throw.
  public func audit(
    _ lines: [ServiceLine], network: SiteIndex, threads: Int,
    isAsked: @Sendable (Coordinate) -> Bool = { _ in true }
  ) throws(UserError) -> [LineFinding] {
    let courses = lines.enumerated().flatMap { line, value in value.parts.map { (line, $0) } }
    let found = try ConcurrentMap.map(count: courses.count, threads: threads) {
      (index) throws(UserError) in
      try stretches(of: courses[index].1, network, isAsked)
    }
    var byLine = [[LineStretch]](repeating: [], count: lines.count)
    for (course, own) in zip(courses, found) { byLine[course.0] += own }
    return zip(lines, byLine).map { LineFinding(line: $0, stretches: $1) }
  }

  /// A stretch that is still growing.
  private struct Growing {
    var course: [Coordinate]
    var metres = 0.0
    let isServed: Bool
  }

  private func stretches(
    of course: [Coordinate], _ network: SiteIndex, _ isAsked: (Coordinate) -> Bool
  ) throws(UserError) -> [LineStretch] {
    var done: [LineStretch] = []
    var growing: Growing?
    func close() {
      guard let stretch = growing else { return }
      done.append(
        LineStretch(
          course: stretch.course, metres: stretch.metres, isServed: stretch.isServed))
      growing = nil
    }
    for (start, end) in zip(course, course.dropFirst()) {
      let frame = Albers.china.localFrame(at: start)
      let far = frame.local(Albers.china.project(end))
      let length = (far.x * far.x + far.y * far.y).squareRoot()
      guard length > 0 else { continue }
      let pieces = max(1, Int((length / cellMetres).rounded(.up)))
      for piece in 0..<pieces {
        let middle = Self.between(start, end, (Double(piece) + 0.5) / Double(pieces))
        guard isAsked(middle) else {
          close()
          continue
        }
        let place = points.places.place(at: middle)
        let isServed = try points.isServed(middle, place?.morphology, network)
        if growing?.isServed != isServed { close() }
        if growing == nil {
          let from = Self.between(start, end, Double(piece) / Double(pieces))
          growing = Growing(course: [from], isServed: isServed)
        }
        growing?.metres += length / Double(pieces)
        growing?.course.append(Self.between(start, end, Double(piece + 1) / Double(pieces)))
      }
    }
    close()
    return done
  }

  private static func between(_ one: Coordinate, _ other: Coordinate, _ part: Double) -> Coordinate
  {
    Coordinate(x: one.x + (other.x - one.x) * part, y: one.y + (other.y - one.y) * part)
  }
}
