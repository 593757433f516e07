public import Geometry
public import Radio

/// What could be built at one place of a region's problem: carriers on a mast.
public struct RegionStation: Sendable {
  /// Index of the settlement it belongs to; of a candidate that serves several the first.
  public let settlement: Int
  /// Name of it in an exported model: settlement, candidate and choice.
  public let name: String
  /// Degrees of EPSG:4490.
  public let position: Coordinate
  /// What is built together on the mast.
  public let carriers: [AntennaConfiguration]
  /// Antennas above ground.
  public let heightMetres: Double
  /// What the planner brought; nil for a point of the lattice.
  public let candidate: StationCandidate?
  /// What it counts, as in a plan.
  public let costYuan: Double
  /// People without service whom it would reach.
  public internal(set) var reachedPeople = 0.0
}

extension SettlementCandidates {
  /// Name of a candidate in an exported model, of ASCII letters, digits, dots, hyphens and underscores:
  /// `x<settlement>.<id>.p<number>.<choice>`, without an id for a point of the lattice. Unique, as the
  /// number is.
  func name(_ candidate: Int, settlement: String) -> String {
    let number = site(candidate)
    let id = sites[number].brought.map { "." + Self.plain($0.id) } ?? ""
    return "x\(settlement)\(id).p\(number).\(choice(candidate))"
  }

  /// An id with what a reader of models may trip over replaced; cut, for some take 255 characters.
  private static func plain(_ id: String) -> String {
    String(
      id.unicodeScalars.prefix(64).map { scalar -> Character in
        let isPlain =
          scalar.isASCII
          && (scalar.properties.isAlphabetic || scalar.properties.numericType != nil
            || scalar == "-" || scalar == "_")
        return isPlain ? Character(scalar) : "_"
      })
  }
}
