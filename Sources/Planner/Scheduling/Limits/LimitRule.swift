public import Radio
public import Territory

/// What there is only so much of.
public enum LimitedKind: Hashable, Sendable {
  /// Money of building, whole yuan.
  case capex
  /// Yearly cost of operation that new stations add, whole yuan a year.
  case opex
  /// Days of one crew.
  case crewDays
  /// Radio equipment for stations: of one band, or of all.
  case equipment(band: String?)
  /// Stations of any kind.
  case stations
  /// Electricity of new stations, kilowatt-hours in a year.
  case energy
  /// Permits of new sites.
  case permits

  /// Reads `capex`, `opex`, `crew-days`, `equipment`, `equipment:n78`, `stations`, `energy` or `permits`.
  public init?(_ text: String) {
    switch text {
    case "capex": self = .capex
    case "opex": self = .opex
    case "crew-days": self = .crewDays
    case "equipment": self = .equipment(band: nil)
    case "stations": self = .stations
    case "energy": self = .energy
    case "permits": self = .permits
    default:
      guard text.hasPrefix("equipment:"), text.count > 10 else { return nil }
      self = .equipment(band: String(text.dropFirst(10)))
    }
  }

  /// Whether it is taken for as long as the stations run, not while they are built.
  public var isPersistent: Bool { self == .opex || self == .energy }

  /// The text form.
  public var description: String {
    switch self {
    case .capex: "capex"
    case .opex: "opex"
    case .crewDays: "crew-days"
    case .equipment(let band): band.map { "equipment:" + $0 } ?? "equipment"
    case .stations: "stations"
    case .energy: "energy"
    case .permits: "permits"
    }
  }
}

/// One limit of a book: so much of something, for whom, in each period.
public struct LimitRule: Codable, Hashable, Sendable {
  /// Unique in its book.
  public let name: String
  /// Of what (``LimitedKind``).
  public let resource: String
  /// For whom: `nation`, `each-group`, `each-province`, a group's name or a province's code.
  public let of: String
  /// `month`, `quarter` or `year`. Of electricity and operation a year's amount, whatever stands here.
  public let per: String
  /// How much for the whole country; groups and provinces have their share of it, by the residents to be
  /// served. A rule for one group or province gives that one's own amount.
  public let amount: Figure
  /// Other amounts from a quarter on.
  public let from: [QuarterlyFigure]?
  /// How much of what is left may be kept: `all`, `none` or an amount for the whole.
  public let carryOver: String?
  /// Shares of the amount by season, in some provinces or in all.
  public let seasons: [LimitSeason]?

  enum CodingKeys: String, CodingKey {
    case name, resource, of, per, amount, from, seasons
    case carryOver = "carry_over"
  }

  /// A rule.
  public init(
    name: String, resource: String, of: String = "nation", per: String = "quarter",
    amount: Figure, from: [QuarterlyFigure]? = nil, carryOver: String? = nil,
    seasons: [LimitSeason]? = nil
  ) {
    self.name = name
    self.resource = resource
    self.of = of
    self.per = per
    self.amount = amount
    self.from = from
    self.carryOver = carryOver
    self.seasons = seasons
  }

  /// Amount that holds in a quarter, for the whole of the rule.
  func value(at quarter: Quarter) -> Double {
    (from ?? []).last { $0.quarter <= quarter }?.figure.value ?? amount.value
  }
}

/// What of an amount can be used in each quarter of the year.
public struct LimitSeason: Codable, Hashable, Sendable {
  /// Codes of provinces; nil for all.
  public let provinces: [String]?
  /// Four shares of 0 to 1, first to fourth quarter.
  public let shares: [Double]
  /// How well it is founded.
  public let kind: FigureKind
  /// Where it comes from, for people.
  public let source: String
}

/// A date by which a kind of settlement has to have a status.
public struct LimitDeadline: Codable, Hashable, Sendable {
  /// `city`, `county-seat` or `town-seat`.
  public let settlements: String
  /// `reached`, `continuous` or `deep`.
  public let status: String
  /// Last quarter in which it may be reached.
  public let by: Quarter
}
