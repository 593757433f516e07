public import Geometry
public import Radio
public import Territory

/// How the rows of a register become sites.
public struct RegisterRules: Sendable {
  /// A configuration that sites can have.
  public struct Configuration: Sendable {
    /// Name in the book of bands.
    public let name: String
    /// Name of its band.
    public let band: String
    /// Whose band it is.
    public let group: NetworkGroup

    /// A configuration.
    public init(name: String, band: String, group: NetworkGroup) {
      self.name = name
      self.band = band
      self.group = group
    }
  }

  /// Configurations, the usual one of each band first.
  public let configurations: [Configuration]
  /// Centre of the downlink carrier in GHz by band.
  public let bands: [String: Double]
  /// Units that rows can state; nil where nothing is held against them.
  public let units: StatedUnits?
  /// Band by group where a row tells none.
  public let assumedBands: [NetworkGroup: String]
  /// Whether positions whose longitude and latitude are exchanged are put right rather than refused.
  public let repairsExchanged: Bool
  /// Whether planned sites are taken too.
  public let includesPlanned: Bool
  /// Whether the first row that is refused refuses the file.
  public let isStrict: Bool
  /// Where the country's positions lie, degrees; nil where that is not looked at.
  public let home: BoundingBox?
  /// Where sites of the same names stand by another file; evidence for a guess of the coordinate system.
  public let known: KnownSites?

  /// Cells of one site may stand so far apart: antennas of a mast or roof [G].
  public static let siteMetres = 50.0

  /// Rules.
  public init(
    configurations: [Configuration], bands: [String: Double], units: StatedUnits? = nil,
    assumedBands: [NetworkGroup: String] = [:], repairsExchanged: Bool = false,
    includesPlanned: Bool = false, isStrict: Bool = false,
    home: BoundingBox? = CoordinateGuess.china, known: KnownSites? = nil
  ) {
    self.configurations = configurations
    self.bands = bands
    self.units = units
    self.assumedBands = assumedBands
    self.repairsExchanged = repairsExchanged
    self.includesPlanned = includesPlanned
    self.isStrict = isStrict
    self.home = home
    self.known = known
  }

  /// Rules for a book of bands.
  public init(
    _ book: BandBook, units: StatedUnits? = nil, assumedBands: [NetworkGroup: String] = [:],
    repairsExchanged: Bool = false, includesPlanned: Bool = false, isStrict: Bool = false,
    home: BoundingBox? = CoordinateGuess.china, known: KnownSites? = nil
  ) {
    let groups = book.groupByConfiguration
    self.init(
      configurations: book.configurations.compactMap { configuration in
        groups[configuration.name].map {
          Configuration(name: configuration.name, band: configuration.band, group: $0)
        }
      },
      bands: Dictionary(
        book.bands.map { ($0.name, $0.centreGHz.value) }, uniquingKeysWith: { $1 }),
      units: units, assumedBands: assumedBands, repairsExchanged: repairsExchanged,
      includesPlanned: includesPlanned, isStrict: isStrict, home: home,
      known: known)
  }
}
