/// Why a row of measurements was refused.
public enum MeasurementProblem: String, CaseIterable, Sendable {
  /// A quote is not closed on its line.
  case openQuote = "open-quote"
  /// Longitude or latitude is no number.
  case noPosition = "no-position"
  /// The position is far from China.
  case outside
  /// The position is far from China, and in it with longitude and latitude swapped.
  case swapped
  /// SS-RSRP is no number or outside -156 to -31 dBm, the range that devices report (3GPP TS 38.133).
  case level
  /// SS-SINR is no number or outside -23 to 40 dB, the range that devices report (3GPP TS 38.133).
  case sinr
  /// A rate is no number, negative or above 100 Gbit/s.
  case rate
}

/// How samples are put together that hang together.
public enum ClusterSource: String, Sendable {
  /// A column numbers drives or routes.
  case drive
  /// The day of a device.
  case deviceDay = "device-day"
  /// A device, as there is no time.
  case device
  /// Nothing says: squares of the rule's size.
  case block
}

/// What came of reading a file of measurements.
public struct MeasurementReport: Sendable {
  /// Rows of one kind of problem.
  public struct Refusals: Sendable {
    /// What is wrong.
    public let problem: MeasurementProblem
    /// In how many rows.
    public fileprivate(set) var rows = 0
    /// Lines of the first of them, ``shownLines`` at most.
    public fileprivate(set) var lines: [Int] = []
  }

  /// Lines that are kept for each kind of problem.
  public static let shownLines = 20

  /// File that was read.
  public let file: String
  /// Title of the column by field.
  public let columns: [String: String]
  /// Fields whose column was guessed by its title.
  public let guessed: Set<String>
  /// Titles that are no field's.
  public let unused: [String]
  /// What the clusters are.
  public let clusterSource: ClusterSource
  /// How many there are.
  public internal(set) var clusters = 0
  /// Rows that are not blank, without the header.
  public internal(set) var rows = 0
  /// Rows that became samples.
  public internal(set) var kept = 0
  /// Samples without a value, by field, for each field that has a column.
  public internal(set) var missing: [String: Int] = [:]
  /// Samples by name of the network.
  public internal(set) var networks: [String: Int] = [:]
  /// Rows refused, by kind of problem.
  public private(set) var refusals = MeasurementProblem.allCases.map {
    Refusals(problem: $0, rows: 0, lines: [])
  }

  init(
    file: String, columns: [String: String], guessed: Set<String>, unused: [String],
    clusterSource: ClusterSource
  ) {
    self.file = file
    self.columns = columns
    self.guessed = guessed
    self.unused = unused
    self.clusterSource = clusterSource
  }

  /// Rows refused.
  public var refused: Int { refusals.reduce(0) { $0 + $1.rows } }

  mutating func add(_ log: RefusalLog, lineOffset: Int) {
    for index in refusals.indices {
      refusals[index].rows += log.rows[index]
      let room = Self.shownLines - refusals[index].lines.count
      refusals[index].lines += log.lines[index].prefix(room).map { $0 + lineOffset }
    }
  }
}

/// Rows refused in one block of a file, by kind of problem.
struct RefusalLog: Sendable {
  var rows = [Int](repeating: 0, count: MeasurementProblem.allCases.count)
  /// From 0 at the block's first.
  var lines = [[Int]](repeating: [], count: MeasurementProblem.allCases.count)

  mutating func note(_ problem: MeasurementProblem, line: Int) {
    let index = MeasurementProblem.allCases.firstIndex(of: problem) ?? 0
    rows[index] += 1
    if lines[index].count < MeasurementReport.shownLines { lines[index].append(line) }
  }
}
