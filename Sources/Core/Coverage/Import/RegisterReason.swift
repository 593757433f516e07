/// What the import has to say of a row.
public enum RegisterReason: String, CaseIterable, Sendable {
  // Refused: the row cannot be right, or cannot be used.
  case cells = "another number of cells than titles"
  case quote = "a quote is not closed on its line"
  case noPosition = "no position"
  case positionText = "a position that is no number"
  case nullPosition = "position 0, 0"
  case noSuchPlace = "no place on Earth in this coordinate system"
  case exchanged = "longitude and latitude are exchanged"
  case group = "unknown operator"
  case technology = "unknown technology"
  case band = "unknown band"
  case bandOfGroup = "no configuration of the operator in this band"
  case azimuth = "an azimuth that is none"
  case twoPlaces = "a site at two places"

  // Left out: not asked for.
  case otherTechnology = "not 5G"
  case otherCountry = "of another country"
  case planned = "planned"
  case closed = "closed"
  case duplicate = "the same as another row"

  // Repaired: used with something else than what stands there.
  case exchangedRepaired = "longitude and latitude were exchanged"
  case heightMissing = "no height: the default"
  case heightRange = "a height outside 1 to 500 m, or no number: the default"
  case heights = "cells of a site differ in height: the commonest"
  case places = "cells of a site stand a little apart: the first cell's place"
  case azimuthMissing = "no azimuth: three sectors"
  case manySectors = "more than 12 directions: the first 12"

  // Found: used, but worth a look.
  case outsideUnit = "outside the stated unit"
  case unknownUnit = "the stated unit is not known"
  case outsideChina = "outside China"
  case power = "a power above 80 dBm, below -30 dBm, or no number"
  case tilt = "a tilt outside -20 to 30 degrees, or no number"
  case status = "unknown status: taken as existing"
  case bands = "band and frequency contradict each other: the band's word"
  case antenna = "an antenna that the book does not have: the band's first"

  /// What became of the row.
  public enum Outcome: String, CaseIterable, Sendable {
    case refused
    case leftOut = "left out"
    case repaired
    case found
  }

  /// What became of the row.
  public var outcome: Outcome {
    switch self {
    case .cells, .quote, .noPosition, .positionText, .nullPosition, .noSuchPlace, .exchanged,
      .group, .technology, .band, .bandOfGroup, .azimuth, .twoPlaces:
      .refused
    case .otherTechnology, .otherCountry, .planned, .closed, .duplicate: .leftOut
    case .exchangedRepaired, .heightMissing, .heightRange, .heights, .places, .azimuthMissing,
      .manySectors:
      .repaired
    case .outsideUnit, .unknownUnit, .outsideChina, .power, .tilt, .status, .bands, .antenna:
      .found
    }
  }

  /// Field of the book of columns whose cell it is about; empty where it is about the row.
  var field: String {
    switch self {
    case .group, .otherCountry: "group"
    case .technology, .otherTechnology: "technology"
    case .band, .bandOfGroup, .bands: "band"
    case .azimuth, .azimuthMissing, .manySectors: "azimuth"
    case .planned, .closed, .status: "status"
    case .heightMissing, .heightRange, .heights: "height_m"
    case .positionText, .nullPosition, .noSuchPlace, .noPosition, .exchanged, .exchangedRepaired,
      .outsideChina, .places, .twoPlaces:
      "lon"
    case .outsideUnit, .unknownUnit: "unit"
    case .power: "power"
    case .tilt: "tilt"
    case .antenna: "antenna"
    case .cells, .quote, .duplicate: ""
    }
  }

  /// Number for sorting and storing.
  var number: UInt8 { Self.numbers[self] ?? 0 }

  private static let numbers: [RegisterReason: UInt8] = Dictionary(
    uniqueKeysWithValues: allCases.enumerated().map { ($1, UInt8($0)) })
}

/// A word on one row.
struct RegisterProblem: Sendable {
  /// Line of the file.
  var line: Int32
  let reason: RegisterReason
  /// Where the value stands in the table's text.
  var value: Range<Int> = 0..<0
  /// Line of the other row that it is about; 0 for none.
  var otherLine: Int32 = 0
  /// Distance that it is about.
  var metres = Float.nan
}
