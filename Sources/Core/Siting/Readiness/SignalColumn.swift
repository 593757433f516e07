import Geometry
import Territory

/// A column of a signals file that holds a signal.
enum SignalColumn: String, CaseIterable {
  case traffic, industry, transport, scenic, localSupport
  case trafficGigabytes, industryEmployees, transportHubs, scenicAreas
  case localCommitment, power, border, assisted

  /// What its cells may hold.
  enum Values {
    /// 0 to 1.
    case share
    /// From 0 up, full from the figure on.
    case amount(Figure)
    /// 0 or 1.
    case flag
  }

  func values(_ full: FullScores) -> Values {
    switch self {
    case .traffic, .industry, .transport, .scenic, .localSupport: .share
    case .trafficGigabytes: .amount(full.trafficGigabytes)
    case .industryEmployees: .amount(full.industryEmployees)
    case .transportHubs: .amount(full.transportHubs)
    case .scenicAreas: .amount(full.scenicAreas)
    case .localCommitment, .power, .border, .assisted: .flag
    }
  }

  /// Lays a value, 0 to 1, into the signals; false where the signal has one already.
  func put(_ value: Double, into signals: inout ReadinessSignals) -> Bool {
    func score(_ path: WritableKeyPath<ReadinessSignals, Double?>) -> Bool {
      guard signals[keyPath: path] == nil else { return false }
      signals[keyPath: path] = value
      return true
    }
    func flag(_ path: WritableKeyPath<ReadinessSignals, Bool?>) -> Bool {
      signals[keyPath: path] = value == 1
      return true
    }
    return switch self {
    case .traffic, .trafficGigabytes: score(\.traffic)
    case .industry, .industryEmployees: score(\.industry)
    case .transport, .transportHubs: score(\.transport)
    case .scenic, .scenicAreas: score(\.scenic)
    case .localSupport: score(\.localSupport)
    case .localCommitment: flag(\.localCommitment)
    case .power: flag(\.power)
    case .border: flag(\.border)
    case .assisted: flag(\.assisted)
    }
  }

  /// The value of a cell as 0 to 1.
  ///
  /// - Throws: DR-206 for a cell that is no number, DR-581 for one out of range.
  func value(
    _ row: CSVTable.Row, _ column: Int, _ table: CSVTable, _ full: FullScores
  ) throws(UserError) -> Double {
    let number = try table.number(row, column)
    func refused(_ remedy: String) -> UserError {
      UserError(
        "DR-581", .badData, at: "\(table.name):\(row.line)",
        "\(rawValue) is '\(row.cells[column])'", remedy: remedy)
    }
    switch values(full) {
    case .share:
      guard (0...1).contains(number) else { throw refused("give 0 to 1, or leave it empty") }
      return number
    case .amount(let figure):
      guard (0...1e12).contains(number) else {
        throw refused("give \(figure.unit) from 0 up, or leave it empty")
      }
      return min(1, number / figure.value)
    case .flag:
      guard number == 0 || number == 1 else { throw refused("give 0, 1, or leave it empty") }
      return number
    }
  }
}
