public import Geometry
public import Radio
public import Territory

/// What an import made of a register: what was read as what, and what became of every row.
public struct RegisterReport: Sendable {
  /// Which column was read as which field.
  public struct Column: Sendable, Equatable {
    /// Name in the book of columns.
    public let field: String
    /// Title in the table; the value itself where it is a constant.
    public let title: String
    /// How it came about.
    public let origin: Origin

    /// How a column was found.
    public enum Origin: String, Sendable {
      /// By its title.
      case guessed
      /// The planner said so.
      case said
      /// What the planner said holds for rows without a cell of their own.
      case constant
    }
  }

  /// How many rows share a reason.
  public struct Tally: Sendable, Equatable {
    /// What is to be said of them.
    public let reason: RegisterReason
    /// How many.
    public internal(set) var rows = 0
    /// The first lines, at most ``RegisterReport/shownLines``.
    public internal(set) var lines: [Int] = []
  }

  /// A band that was assumed.
  public struct AssumedBand: Sendable, Equatable {
    /// Whose rows.
    public let group: NetworkGroup
    /// The band.
    public let band: String
    /// How many rows.
    public let rows: Int
  }

  /// Lines shown of each reason; all are in the table of problems.
  public static let shownLines = 20

  /// Name of the file.
  public let file: String
  /// What the file was.
  public let form: DelimitedTable.Form
  /// How it was written.
  public let encoding: TextEncoding
  /// Lines that were in GB18030 among lines in UTF-8.
  public let foreignLines: Int
  /// Columns that were read, by field.
  public let columns: [Column]
  /// Titles of the columns that were not.
  public let unusedColumns: [String]
  /// Coordinate system of the positions.
  public let system: CoordinateSystem
  /// The evidence, where the system was guessed.
  public let guess: CoordinateGuess?
  /// Rows with anything in them.
  public let rowsRead: Int
  /// Rows that are part of a site.
  public let kept: Int
  /// Rows that cannot be used.
  public let refused: Int
  /// Rows that were not asked for.
  public let leftOut: Int
  /// Sites by group.
  public let sites: [NetworkGroup: Int]
  /// Sites by configuration: stations as the ministry counts them.
  public let stations: [String: Int]
  /// Sites without a height of their own.
  public let sitesWithoutHeight: Int
  /// Sites without azimuths.
  public let sitesWithoutAzimuth: Int
  /// Bands that were assumed.
  public let assumedBands: [AssumedBand]
  /// By reason, in the order of the reasons; those that occur.
  public let tallies: [Tally]

  /// The tally of a reason, nil where it does not occur.
  public func tally(_ reason: RegisterReason) -> Tally? {
    tallies.first { $0.reason == reason }
  }
}
