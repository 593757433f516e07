public import Geometry

/// How a grid of population is taken.
public struct PopulationGridSettings: Hashable, Sendable {
  /// Which totals hold in the end.
  public enum Totals: String, Codable, CaseIterable, Sendable {
    /// The grid's: a county gets the people of its cells.
    case grid
    /// The tables': the grid only says where in a county its people are.
    case counties
  }

  /// Which totals hold in the end.
  public var totals: Totals
  /// What the grid's figures are; a model's are `modelled`, one adjusted to a census `estimated`.
  public var kind: DataKind
  /// The plane of the cells; nil for the one that the file states.
  public var plane: RasterPlane?
  /// Whether footprints round modelled positions count too. Such a position says nothing about where the
  /// town really is; its seat keeps its share of the people outside all footprints instead.
  public var usesModelledFootprints: Bool
  /// Whether cells that are refused end the import.
  public var isStrict: Bool

  /// More people than any cell of a square kilometre has.
  public static let greatestCell = 1_000_000.0

  /// Settings.
  public init(
    totals: Totals = .grid, kind: DataKind = .estimated, plane: RasterPlane? = nil,
    usesModelledFootprints: Bool = false, isStrict: Bool = false
  ) {
    self.totals = totals
    self.kind = kind
    self.plane = plane
    self.usesModelledFootprints = usesModelledFootprints
    self.isStrict = isStrict
  }
}

/// A settlement's footprint, to which a grid's people are given.
public struct PlacedFootprint: Sendable {
  /// Id in `units/settlements.csv`.
  public let settlement: String
  /// Polygon in degrees.
  public let geometry: Geometry
  /// Whether it is where the settlement is: a user's, or round a position that is not modelled.
  public let isLocated: Bool

  /// A footprint.
  public init(settlement: String, geometry: Geometry, isLocated: Bool) {
    self.settlement = settlement
    self.geometry = geometry
    self.isLocated = isLocated
  }

  /// The footprint of a settlement that has been built.
  public init(_ settlement: Settlement) {
    self.init(
      settlement: settlement.id, geometry: settlement.footprint,
      isLocated: settlement.footprintKind != .modelled
        || settlement.seats.contains { $0.positionKind != .modelled })
  }
}
