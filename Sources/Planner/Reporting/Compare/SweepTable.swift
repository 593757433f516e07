public import Geometry
import Territory

/// One cell of a sweep: the values of the swept keys, and what came of them.
public struct SweepCell: Sendable {
  /// One a swept key.
  public let values: [String]
  /// What came of it.
  public let outcome: Result<ComparedRun, UserError>

  /// A cell.
  public init(values: [String], outcome: Result<ComparedRun, UserError>) {
    self.values = values
    self.outcome = outcome
  }
}

/// The table of a sweep: one row a cell.
public struct SweepTable: Sendable {
  private let keys: [String]
  private let cells: [SweepCell]

  /// The table of cells, each with a value for every key.
  public init(keys: [String], cells: [SweepCell]) {
    self.keys = keys
    self.cells = cells
  }

  /// The swept keys, every measure of a comparison, and the error of a cell that failed.
  public func csv() -> [UInt8] {
    var writer = CSVWriter(header: keys + Measure.all.map(\.key) + ["error"])
    for cell in cells {
      writer.append(cell.values.map { Self.plain($0) } + Self.figures(cell.outcome))
    }
    return writer.bytes
  }

  /// The measures that fit on a screen.
  public func terminal(_ language: Language, width: Int? = Terminal.width) -> String {
    let kinds = Set(cells.flatMap { (try? $0.outcome.get())?.places.map(\.kind) ?? [] })
    let measures = Measure.all.filter { measure in
      switch measure {
      case .settlements, .packages, .packagesLeftOut, .costYuan: false
      case .lastReach(let kind): kinds.contains(kind)
      default: true
      }
    }
    var table = TextTable(
      keys.map { .text($0) } + measures.map { .number($0.title(language)) }
        + [.text(Message.error.text(language))])
    for cell in cells {
      switch cell.outcome {
      case .success(let run):
        table.append(
          cell.values + measures.map { $0.value(of: run).text(language) } + [""])
      case .failure(let error):
        table.append(cell.values + measures.map { _ in "" } + [Self.text(error)])
      }
    }
    return table.terminal(width: width)
  }

  private static func figures(_ outcome: Result<ComparedRun, UserError>) -> [CSVCell] {
    switch outcome {
    case .success(let run): Measure.all.map { $0.value(of: run).cell } + [.empty]
    case .failure(let error): Measure.all.map { _ in .empty } + [.text(text(error))]
    }
  }

  /// A number stays one, negative or not; anything else is text.
  private static func plain(_ value: String) -> CSVCell {
    Double(value) != nil ? .raw(value) : .text(value)
  }

  private static func text(_ error: UserError) -> String {
    "\(error.code): \(error.place): \(error.problem)"
  }
}
