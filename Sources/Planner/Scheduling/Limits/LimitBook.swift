public import Geometry
import Radio
public import Territory

/// Limits of a rollout, how long its steps take, and what its objectives weigh.
public struct LimitBook: Codable, Sendable {
  /// Days of the steps of a package.
  public struct Durations: Codable, Sendable {
    /// Looking at the sites.
    public let surveyDays: Figure
    /// Permits and contracts of sites that exist.
    public let permitDays: Figure
    /// The same with new masts.
    public let newMastPermitDays: Figure
    /// Connection to power.
    public let powerDays: Figure
    /// Days from the first station to the last at least.
    public let buildDays: Figure
    /// Tuning before the status counts.
    public let optimiseDays: Figure
  }

  /// How long the steps take.
  public let durations: Durations
  /// Largest part of a limit's quarter that one package may take: what needs more takes longer.
  public let greatestShareOfLimit: Figure
  /// Interest at which service and money of later years count less, 0 to 1 a year.
  public let discountPerYear: Figure
  /// What a quarter out of the band of the lead ratio costs, in quarters of service of as many people.
  public let leadTooLate: Figure
  /// The same for capacity too far ahead.
  public let leadTooEarly: Figure
  /// Share of a station's electricity that energy-saving features save, 0 to 1.
  public let savingShare: Figure
  /// What they cost for a station.
  public let savingYuanPerStation: Figure
  /// Solar panels at a site of the grid's; nil where they are no choice.
  public let solar: PowerOption?
  /// A renewable micro-grid instead of the grid; nil where it is no choice.
  public let microGrid: PowerOption?
  /// What a quarter of move costs when a rollout is planned anew, as a share of what that quarter changes in the
  /// package's own worth; ``usualMoveCost`` without it.
  public let moveCost: Figure?
  /// Carbon of the grid by province's code, kg CO2 a kilowatt-hour; others have the country's.
  public let emissionFactors: [String: Figure]?
  /// Weights of the years of the horizon, by which all its money is spread over them; the last holds on, and
  /// without weights every quarter has the same.
  public let budgetWeights: [Double]?
  /// Limits.
  public let limits: [LimitRule]
  /// Parts of limits that are kept for some provinces.
  public let minimumShares: [MinimumShare]?
  /// Dates to keep.
  public let deadlines: [LimitDeadline]?
  /// What is uncertain; nil where nothing is said of it.
  public let risk: RiskBook?

  /// The cost of a move in books that say nothing of it.
  public static let usualMoveCost = 0.5

  /// Reads a book.
  ///
  /// - Throws: the reader's errors; DR-641 for a figure out of range, DR-642 for a limit that says what no
  ///   limit can, DR-643 for a name given twice, DR-677 and DR-678 as ``RiskBook/check(path:)``.
  public static func read(path: String) throws(UserError) -> LimitBook {
    let book = try BookReader.read(LimitBook.self, path: path)
    try book.check(path: path)
    return book
  }

  private func check(path: String) throws(UserError) {
    let days = [
      durations.surveyDays, durations.permitDays, durations.newMastPermitDays,
      durations.powerDays, durations.buildDays, durations.optimiseDays,
    ]
    guard days.allSatisfy({ (0...3650).contains($0.value) }) else {
      throw Self.range(path, "durations", "days from 0 to 3650")
    }
    for (name, figure) in [
      ("discountPerYear", discountPerYear), ("savingShare", savingShare),
      ("leadTooLate", leadTooLate), ("leadTooEarly", leadTooEarly),
    ] where !(0...1).contains(figure.value) {
      throw Self.range(path, name, "0 to 1")
    }
    guard greatestShareOfLimit.value > 0, greatestShareOfLimit.value <= 1 else {
      throw Self.range(path, "greatestShareOfLimit", "more than 0, up to 1")
    }
    guard (0...1e9).contains(savingYuanPerStation.value) else {
      throw Self.range(path, "savingYuanPerStation", "0 to 1e9 yuan")
    }
    for (name, option) in [("solar", solar), ("microGrid", microGrid)]
    where !(option?.isInRange ?? true) {
      throw Self.range(path, name, "a share of 0 to 1, 0 to 1e9 yuan and kinds of settlement")
    }
    guard Replan.moveCostRange.contains(moveCost?.value ?? 0) else {
      throw Self.range(path, "moveCost", "0 to 100")
    }
    if let weights = budgetWeights {
      guard !weights.isEmpty, weights.allSatisfy({ (0...1e6).contains($0) }), weights[0] > 0 else {
        throw Self.range(path, "budgetWeights", "weights from 0 to 1e6, the first above 0")
      }
    }
    var names = Set<String>()
    for name in limits.map(\.name) + (minimumShares ?? []).map(\.name) {
      guard names.insert(name).inserted else {
        throw UserError(
          "DR-643", .badData, at: "\(path): \(name)", "the limit's name stands twice",
          remedy: "give every limit a name of its own")
      }
    }
    for rule in limits { try rule.check(path: path) }
    for share in minimumShares ?? [] { try share.check(path: path, limits: limits) }
    for deadline in deadlines ?? [] { try deadline.check(path: path) }
    try risk?.check(path: path)
  }

  private static func range(_ path: String, _ key: String, _ range: String) -> UserError {
    UserError(
      "DR-641", .badData, at: "\(path): \(key)", "the figure is out of range",
      remedy: "give \(range)")
  }
}

extension LimitRule {
  /// Amounts above this are mistakes: sums of them leave the integers.
  private static let greatest = 1e15

  fileprivate func check(path: String) throws(UserError) {
    guard LimitedKind(resource) != nil else {
      throw error(
        path, "resource is '\(resource)'",
        "give capex, opex, crew-days, equipment, equipment:BAND, stations, energy or permits")
    }
    guard LimitScope(of) != nil else {
      throw error(
        path, "of is '\(of)'",
        "give nation, each-group, each-province, mobile, unicom or a province's code")
    }
    guard ["month", "quarter", "year"].contains(per) else {
      throw error(path, "per is '\(per)'", "give month, quarter or year")
    }
    for figure in [amount] + (from ?? []).map(\.figure) {
      guard (0...Self.greatest).contains(figure.value) else {
        throw error(path, "the amount is \(figure.value)", "give 0 to 1e15")
      }
    }
    let quarters = (from ?? []).map(\.quarter)
    guard zip(quarters, quarters.dropFirst()).allSatisfy({ $0 < $1 }) else {
      throw error(path, "the quarters of 'from' do not rise", "give earlier before later")
    }
    guard carryOverShare != nil else {
      throw error(path, "carry_over is '\(carryOver ?? "")'", "give all, none or an amount")
    }
    if carryOver ?? "none" != "none", LimitedKind(resource)?.isPersistent == true {
      throw error(
        path, "what a year leaves of \(resource) cannot be kept", "leave carry_over out")
    }
    for season in seasons ?? [] {
      guard season.shares.count == 4, season.shares.allSatisfy({ (0...1).contains($0) }) else {
        throw error(path, "a season has \(season.shares)", "give four shares from 0 to 1")
      }
      guard per != "year" else {
        throw error(path, "a year has no seasons", "give the amount per quarter or month")
      }
    }
  }

  /// Infinity for all, 0 for none, else the amount; nil for what is no carry-over.
  var carryOverShare: Double? {
    switch carryOver ?? "none" {
    case "all": return .infinity
    case "none": return 0
    default:
      guard let amount = Double(carryOver ?? ""), (0...Self.greatest).contains(amount) else {
        return nil
      }
      return amount
    }
  }

  private func error(_ path: String, _ problem: String, _ remedy: String) -> UserError {
    UserError("DR-642", .badData, at: "\(path): \(name)", problem, remedy: remedy)
  }
}

extension LimitDeadline {
  fileprivate func check(path: String) throws(UserError) {
    guard ["city", "county-seat", "town-seat"].contains(settlements),
      ["reached", "continuous", "deep"].contains(status)
    else {
      throw UserError(
        "DR-642", .badData, at: "\(path): deadlines", "\(settlements) \(status)",
        remedy: "give city, county-seat or town-seat and reached, continuous or deep")
    }
  }
}
