public import Territory

/// How the stations of a package are powered.
public enum PowerSupply: String, CaseIterable, Sendable {
  /// From the grid.
  case grid
  /// From the grid, with features that switch off what is not needed.
  case energySaving = "energy-saving"
  /// From the grid, with solar panels at the site.
  case solar
  /// From a renewable micro-grid of its own: panels and batteries, no electricity of the grid's.
  case microGrid = "micro-grid"

  /// The words that files may use, for people.
  static var words: String { allCases.map(\.rawValue).joined(separator: ", ") }
}

/// What a supply other than the grid's brings and costs.
public struct PowerOption: Codable, Hashable, Sendable {
  /// Share of a station's electricity that the grid no longer gives, 0 to 1.
  public let share: Figure
  /// What it costs to build for a station.
  public let yuanPerStation: Figure
  /// What it costs to keep for a station and year, cells of batteries included.
  public let yuanPerStationAndYear: Figure
  /// Kinds of settlement that it is a choice for (`city`, `county-seat`, `town-seat`); nil for all.
  public let settlements: [String]?

  func isFor(_ kind: SettlementKind) -> Bool { settlements?.contains(kind.rawValue) ?? true }

  var isInRange: Bool {
    (0...1).contains(share.value) && (0...1e9).contains(yuanPerStation.value)
      && (0...1e9).contains(yuanPerStationAndYear.value)
      && (settlements ?? []).allSatisfy { SettlementKind(rawValue: $0) != nil }
  }
}

extension LimitBook {
  /// The figures of a supply in whole stations; nil where the book has none of it.
  public func figures(_ supply: PowerSupply) -> PowerFigures? {
    switch supply {
    case .grid: PowerFigures(share: 0, yuanPerStation: 0, yuanPerStationAndYear: 0)
    case .energySaving:
      PowerFigures(
        share: savingShare.value, yuanPerStation: savingYuanPerStation.value,
        yuanPerStationAndYear: 0)
    case .solar: solar.map(PowerFigures.init)
    case .microGrid: microGrid.map(PowerFigures.init)
    }
  }

  /// Whether a supply is a choice for what may be powered by any.
  func offers(_ supply: PowerSupply, to kind: SettlementKind) -> Bool {
    switch supply {
    case .grid: true
    case .energySaving: savingShare.value > 0
    case .solar: solar?.isFor(kind) ?? false
    case .microGrid: microGrid?.isFor(kind) ?? false
    }
  }

  /// The most that any supply of the book costs to build for a station.
  public var dearestYuanPerStation: Double {
    PowerSupply.allCases.compactMap { figures($0)?.yuanPerStation }.max() ?? 0
  }
}

/// A supply's figures, whatever key of the book they stand under.
public struct PowerFigures: Hashable, Sendable {
  /// Share of a station's electricity that the grid no longer gives.
  public let share: Double
  /// What it costs to build for a station.
  public let yuanPerStation: Double
  /// What it costs to keep for a station and year.
  public let yuanPerStationAndYear: Double
}

extension PowerFigures {
  fileprivate init(_ option: PowerOption) {
    self.init(
      share: option.share.value, yuanPerStation: option.yuanPerStation.value,
      yuanPerStationAndYear: option.yuanPerStationAndYear.value)
  }
}
