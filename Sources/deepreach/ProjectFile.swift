import Geometry
import Radio
import Reporting
import Scheduling
import Territory
import Yams

/// A YAML file with the options of a plan. Every key is optional; unknown ones are refused.
struct ProjectFile: Codable {
  var region: String?
  var territory: String?
  var standard: String?
  var group: NetworkGroup.Choice?
  var sites: String?
  var sitesCrs: String?
  var footprints: String?
  var signals: String?
  var from: Quarter?
  var until: Quarter?
  var budget: Int?
  var policy: TierPolicy?
  var limits: String?
  var objective: RolloutObjective?
  var scheduleEffort: Int?
  var simulate: Int?
  var gap: Double?
  var effort: Double?
  var timeLimit: Double?
  var candidates: String?
  var candidatesCrs: String?
  var candidatesOnly: Bool?
  var forbidden: String?
  var keyPlaces: String?
  var keyPlacesCrs: String?
  var columns: String?
  var pilots: String?
  var gates: String?
  var decisions: Bool?
  var grid: Int?
  var threads: Int?
  var seed: Int?
  var lang: Language?
  var output: String?
  var scenario: String?
  var books: BooksSection?
  var campuses: String?
  var campusesCrs: String?
  var employment: String?
  var tdd: String?

  enum CodingKeys: String, CodingKey, CaseIterable {
    case region, territory, standard, group, sites, footprints, from, until, budget, policy, gap
    case effort, candidates, forbidden, grid, threads, objective, simulate
    case pilots, gates, decisions, columns
    case keyPlaces = "key_places"
    case keyPlacesCrs = "key_places_crs"
    case scheduleEffort = "schedule_effort"
    case seed, lang, output, signals, scenario, limits, books, campuses, employment, tdd
    case campusesCrs = "campuses_crs"
    case sitesCrs = "sites_crs"
    case timeLimit = "time_limit"
    case candidatesCrs = "candidates_crs"
    case candidatesOnly = "candidates_only"
  }

  /// Reads a project.
  ///
  /// - Throws: DR-210 when it is not there, DR-810 for YAML that does not parse or a value of the
  ///   wrong kind, DR-811 for an unknown key.
  ///
  /// - Parameters:
  ///   - known: keys that may stand in the file.
  static func read(
    _ path: String, known: Set<String> = Set(CodingKeys.allCases.map(\.rawValue))
  ) throws(UserError) -> ProjectFile {
    let text = try InputFile.text(at: path)
    do {
      if let node = try Yams.compose(yaml: text) {
        guard let mapping = node.mapping else {
          throw UserError(
            "DR-810", .badData, at: path, "the project is not a list of `key: value`",
            remedy: "start from `deepreach plan --write-project FILE`")
        }
        for key in mapping.keys where !known.contains(key.string ?? "") {
          throw UserError(
            "DR-811", .badData, at: "\(path):\(key.mark?.line ?? 1)",
            "unknown key '\(key.string ?? "")'",
            remedy: "use only: \(known.sorted().joined(separator: ", "))")
        }
        let section = mapping[CodingKeys.books.rawValue]
        try section.map { try BooksSection.check($0, in: path) }
        var project = try YAMLDecoder().decode(ProjectFile.self, from: node)
        if let section { project.books?.locate(in: section, of: path) }
        return project
      }
      return ProjectFile()
    } catch let error as UserError {
      throw error
    } catch {
      throw UserError(
        "DR-810", .badData, at: path, "\(error)",
        remedy: "give each key a value of the kind that `deepreach plan --write-project` shows")
    }
  }

  /// The project that stands for some settings.
  init(_ settings: Settings) {
    region = settings.regions.isEmpty ? nil : settings.regions.joined(separator: ",")
    territory = settings.territoryPath
    standard = settings.standard
    group =
      settings.groups.count == 2
      ? .both : settings.groups.first.map { $0 == .mobile ? .mobile : .unicom }
    sites = settings.sitesPath
    sitesCrs = settings.sitesPath == nil ? nil : settings.sitesCrs.description
    footprints = settings.footprintsPath
    signals = settings.signalsPath
    from = settings.from
    until = settings.until
    budget = settings.budgetYuanPerQuarter
    policy = settings.policy
    limits = settings.limitsPath
    objective = settings.objective
    scheduleEffort = settings.scheduleEffort
    simulate = settings.simulations
    gap = settings.gap
    effort = settings.effort
    timeLimit = settings.timeLimitSeconds
    candidates = settings.candidatesPath
    candidatesCrs = settings.candidatesPath == nil ? nil : settings.candidatesCrs.description
    candidatesOnly = settings.candidatesPath == nil ? nil : settings.candidatesOnly
    forbidden = settings.forbiddenPath
    keyPlaces = settings.keyPlacesPath
    keyPlacesCrs = settings.keyPlacesPath == nil ? nil : settings.keyPlacesCrs.description
    columns = settings.columnsPath
    pilots = settings.pilotsPath
    gates = settings.gatesPath
    decisions = settings.decisions ? true : nil
    grid = settings.cellMetres
    seed = settings.seed
    lang = settings.language
    output = settings.output
    books = BooksSection(settings.bookChanges)
    if settings.campuses.isWanted {
      campuses = settings.campuses.source
      campusesCrs = settings.campuses.crs.description
      employment = settings.campuses.employmentPath
      tdd = settings.campuses.tdd
    }
  }

  /// A project that says nothing.
  init() {}

  /// YAML text with a comment on top.
  func yaml() throws -> String {
    let encoder = YAMLEncoder()
    encoder.options.allowUnicode = true
    encoder.options.sortKeys = false
    return "# DeepReach project: options of `deepreach plan --project FILE`.\n"
      + (try encoder.encode(self)).trimmed + "\n"
  }

  /// Lays the project's values over settings.
  func apply(to settings: inout Settings) throws(UserError) {
    if let region { settings.regions = Self.list(region) }
    if let territory { settings.territoryPath = territory }
    if let standard { settings.standard = standard }
    if let group { settings.groups = group.groups }
    if let sites { settings.sitesPath = sites }
    if let sitesCrs { settings.sitesCrs = try CoordinateSystem(parsing: sitesCrs) }
    if let footprints { settings.footprintsPath = footprints }
    if let signals { settings.signalsPath = signals }
    if let from { settings.from = from }
    if let until { settings.until = until }
    if let budget { settings.budgetYuanPerQuarter = budget }
    if let policy { settings.policy = policy }
    if let limits { settings.limitsPath = limits }
    if let objective { settings.objective = objective }
    if let scheduleEffort { settings.scheduleEffort = scheduleEffort }
    if let simulate { settings.simulations = simulate }
    if let gap { settings.gap = gap }
    if let effort { settings.effort = effort }
    if let timeLimit { settings.timeLimitSeconds = timeLimit }
    if let candidates { settings.candidatesPath = candidates }
    if let candidatesCrs {
      settings.candidatesCrs = try CoordinateSystem(parsing: candidatesCrs)
    }
    if let candidatesOnly { settings.candidatesOnly = candidatesOnly }
    if let forbidden { settings.forbiddenPath = forbidden }
    if let keyPlaces { settings.keyPlacesPath = keyPlaces }
    if let keyPlacesCrs {
      settings.keyPlacesCrs = try CoordinateSystem(parsing: keyPlacesCrs)
    }
    if let columns { settings.columnsPath = columns }
    if let pilots { settings.pilotsPath = pilots }
    if let gates { settings.gatesPath = gates }
    if let decisions { settings.decisions = decisions }
    if let grid { settings.cellMetres = grid }
    if let threads { settings.threads = threads }
    if let seed { settings.seed = seed }
    if let lang { settings.language = lang }
    if let output { settings.output = output }
    if let campuses { settings.campuses.source = campuses }
    if let campusesCrs {
      settings.campuses.crs = try CoordinateSystem(parsing: campusesCrs)
    }
    if let employment { settings.campuses.employmentPath = employment }
    if let tdd { settings.campuses.tdd = tdd }
    if let books { try books.apply(to: &settings.bookChanges) }
  }

  /// Names between commas (of either width), trimmed.
  static func list(_ text: String) -> [String] {
    text.split(whereSeparator: { ",，、".contains($0) }).map {
      String($0).trimmed
    }.filter { !$0.isEmpty }
  }
}

extension String {
  /// Without white space at both ends.
  var trimmed: String {
    let kept = drop(while: \.isWhitespace)
    return String(kept.reversed().drop(while: \.isWhitespace).reversed())
  }
}
