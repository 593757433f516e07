public import Coverage
public import Geometry

/// What a plan does about a key point.
public enum KeyPointState: String, CaseIterable, Sendable {
  /// The network as it stands serves it.
  case served
  /// Stations are chosen so that it is served.
  case asked
  /// It lies outside all settlements of the run, where nothing is built.
  case outside = "outside-settlements"
  /// No candidate of its settlement reaches it with its main carrier.
  case unreachable = "no-candidate"
  /// The standard's share of key places is met without its place.
  case spared = "not-asked"
}

/// Which key points of a region a plan is asked to serve, in one group's network.
///
/// Where the standard asks for every key place, all points that can be served are. Where it asks for a share, the
/// places that are needed for it are taken by the number of points they lack, the fewest first, of those
/// whose points can all be served: a choice of places that is made before stations are, so that what is proven of
/// the stations is proven for these places.
public struct KeyPlaceChoice: Sendable {
  /// By place and point.
  public let states: [[KeyPointState]]
  private let findings: [KeyPlaceFinding]

  /// - Parameters:
  ///   - findings: of the network as it stands.
  ///   - isServable: of each place and point whether a candidate of its settlement would serve it.
  ///   - threshold: share of the places that must be covered, 0 to 1.
  public init(_ findings: [KeyPlaceFinding], isServable: [[Bool]], threshold: Double) {
    self.findings = findings
    var states = zip(findings, isServable).map { finding, servable in
      finding.served.indices.map { point -> KeyPointState in
        if finding.served[point] { return .served }
        guard finding.settlements[point] != nil else { return .outside }
        return servable[point] ? .asked : .unreachable
      }
    }
    if threshold < 1 {
      let needed = Self.places(findings.count, share: threshold)
      let open = max(0, needed - findings.count(where: \.isCovered))
      let ordered = findings.indices.filter { place in
        !findings[place].isCovered && states[place].allSatisfy { $0 == .served || $0 == .asked }
      }.sorted { (Self.lacks(findings[$0]), $0) < (Self.lacks(findings[$1]), $1) }
      let wanted = Set(ordered.prefix(open))
      for place in states.indices where !wanted.contains(place) {
        states[place] = states[place].map { $0 == .asked ? .spared : $0 }
      }
    }
    self.states = states
  }

  private static func lacks(_ finding: KeyPlaceFinding) -> Int { finding.served.count { !$0 } }

  /// The fewest places that are a share of all, by the division that an audit makes.
  static func places(_ count: Int, share: Double) -> Int {
    (0...count).first { Double($0) / Double(max(count, 1)) >= share } ?? count
  }

  /// Points that are asked for, by settlement, in the order of places and points.
  public var asked: [String: [Coordinate]] {
    var asked: [String: [Coordinate]] = [:]
    for (finding, states) in zip(findings, states) {
      for (point, state) in states.enumerated() where state == .asked {
        guard let settlement = finding.settlements[point] else { continue }
        asked[settlement, default: []].append(finding.place.points[point])
      }
    }
    return asked
  }
}
