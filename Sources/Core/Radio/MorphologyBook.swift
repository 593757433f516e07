public import Geometry
public import Territory

/// What is built in a morphology, and how waves travel there.
public struct MorphologyEntry: Codable, Hashable, Sendable {
  /// Propagation scenario of TR 38.901.
  public enum Scenario: String, Codable, Sendable {
    case urbanMacro = "uma"
    case urbanMicro = "umi"
    case ruralMacro = "rma"
  }

  /// Configurations of a group: the one that coverage is planned with, and a second carrier.
  public struct Carriers: Codable, Hashable, Sendable {
    /// Name of the configuration that coverage is planned with.
    public let main: String
    /// Name of the second carrier; nil for none.
    public let second: String?
    /// Inter-site distance of the existing network.
    public let interSiteDistanceMetres: Figure
    /// Spacing of the lattice of candidates.
    public let candidateSpacingMetres: Figure
    /// What else a planned site can be given instead of the main carrier; nil for nothing.
    public let alternatives: [Choice]?
  }

  /// Carriers that are built together on one site.
  public struct Choice: Codable, Hashable, Sendable {
    /// Names of configurations, of different bands.
    public let carriers: [String]
    /// Height of the antennas above ground; nil for that of the morphology.
    public let heightMetres: Figure?
  }

  /// A handset's antenna above ground.
  public static let userHeightMetres = 1.5

  /// Which morphology.
  public let morphology: Morphology
  /// How waves travel there.
  public let scenario: Scenario
  /// Height of the antennas above ground.
  public let baseStationHeightMetres: Figure
  /// Share of buildings with high entry loss (coated glass), 0 to 1.
  public let highLossBuildingShare: Figure
  /// China Mobile with Broadnet.
  public let mobile: Carriers
  /// China Telecom with China Unicom.
  public let unicom: Carriers

  /// Carriers of a group.
  public func carriers(_ group: NetworkGroup) -> Carriers {
    group == .mobile ? mobile : unicom
  }

  /// The path loss models for a carrier in the order of asking.
  ///
  /// - Throws: DR-366 when no model accepts the carrier and the heights.
  public func choice(
    carrierGHz: Double, heightMetres: Double? = nil,
    userHeightMetres: Double = MorphologyEntry.userHeightMetres
  ) throws(UserError) -> ModelChoice {
    try ModelChoice(
      scenario, carrierGHz: carrierGHz,
      baseStationHeightMetres: heightMetres ?? baseStationHeightMetres.value,
      userHeightMetres: userHeightMetres)
  }
}

/// Morphologies with their scenarios and carriers.
public struct MorphologyBook: Codable, Sendable {
  /// One entry a morphology.
  public let morphologies: [MorphologyEntry]

  /// Reads the book.
  ///
  /// - Throws: the reader's errors, DR-311 when a morphology is missing.
  public static func read(path: String) throws(UserError) -> MorphologyBook {
    let book = try BookReader.read(MorphologyBook.self, path: path)
    for morphology in Morphology.allCases where book.entry(morphology) == nil {
      throw UserError(
        "DR-311", .badData, at: path, "morphology '\(morphology.rawValue)' is missing",
        remedy: "give every one of: \(Morphology.allCases.map(\.rawValue).joined(separator: ", "))")
    }
    return book
  }

  /// The entry of a morphology.
  public func entry(_ morphology: Morphology) -> MorphologyEntry? {
    morphologies.first { $0.morphology == morphology }
  }
}
