import Coverage
import Geometry
import Radio
import Scheduling
import Siting
import Territory

/// Everything a run reads before it computes.
struct Scene: Sendable {
  let settings: Settings
  let geodata: Geodata
  let gazetteer: Gazetteer
  let boundaries: Boundaries
  /// Adcodes of the regions asked for.
  let regions: [String]
  /// All settlements of the country.
  let records: [SettlementRecord]
  /// Indices of those asked for, ascending.
  let selected: [Int]
  let books: Books
  let standard: Standard
  /// How terrain is taken in; nil where the ground is taken as flat.
  let terrain: TerrainRule?
  /// What measurements add to the path loss models.
  let corrections: [CalibrationGroup: PathLossCorrection]
  /// Candidates that the planner brought.
  let candidates: [StationCandidate]
  /// Where nothing new may be built; nil for everywhere.
  let forbidden: ForbiddenAreas?
  /// What the user and the map say of places for their readiness.
  let signals: PlaceSignals
  /// Key places that the planner brought.
  let keyPlaces: [KeyPlace]
  /// Lines that the planner brought.
  let lines: [ServiceLine]
  /// Limits of the rollout.
  let limits: LimitBook
  /// What is scheduled anew; nil where nothing has happened yet.
  let replan: Replan?
  /// What the manifest calls the limits' file.
  let limitsName: String
  /// Files read, for the manifest: name shown, path.
  let inputs: [(name: String, path: String)]

  /// - Parameter takesCountries: whether another country's territory will do.
  init(_ settings: Settings, takesCountries: Bool = false) throws(UserError) {
    let geodata = try Geodata.locate(territory: settings.territoryPath)
    if let country = geodata.country {
      try Self.check(country, settings, isTaken: takesCountries)
    }
    let gazetteer = try Gazetteer(geodata)
    let finder = RegionFinder(gazetteer)
    var regions: [String] = []
    for name in settings.regions { regions.append(try finder.unit(for: name).adcode) }
    for region in regions where !gazetteer.isPlanned(region) {
      throw UserError(
        "DR-820", .usage, at: "--region",
        "\(gazetteer[region]?.name ?? region) is on the map, but there is no data to plan it",
        remedy: "choose among the 31 provinces of `deepreach units`")
    }
    let boundaries = try Boundaries(geodata)
    var records = try SettlementTable(geodata).records
    if let path = settings.footprintsPath {
      records = try FootprintFile(path: path).applied(to: records)
    }
    let selected = records.indices.filter { index in
      regions.isEmpty || records[index].lies(in: regions, gazetteer)
    }
    guard !selected.isEmpty else {
      throw UserError(
        "DR-821", .usage, at: "--region", "there is no settlement in the region",
        remedy: "choose a town's county, or a larger unit")
    }
    books = try Books(geodata, changes: settings.bookChanges)
    signals = try Self.signals(settings, geodata, gazetteer, records, books.readiness)
    let (standard, standardPath) = try Self.standard(settings.standard, geodata)
    self.standard = standard
    self.settings = settings
    self.geodata = geodata
    self.gazetteer = gazetteer
    self.boundaries = boundaries
    self.regions = regions
    self.records = records
    self.selected = selected
    candidates =
      try settings.candidatesPath.map { path throws(UserError) in
        try CandidateFile(crs: settings.candidatesCrs).candidates(path: path)
      } ?? []
    forbidden = try settings.forbiddenPath.map { path throws(UserError) in
      try ForbiddenAreas(path: path)
    }
    var inputs = (Self.unitFiles + Books.files).map {
      (name: geodata.name($0), path: geodata.path($0))
    }
    if let overlay = geodata.overlay, geodata.country != nil {
      let sheet = overlay.path + "/" + Country.file
      inputs.append((name: sheet, path: sheet))
    }
    inputs.append((name: standardPath.name, path: standardPath.path))
    if let path = settings.sitesPath { inputs.append((name: path, path: path)) }
    if let path = settings.footprintsPath { inputs.append((name: path, path: path)) }
    if let path = settings.candidatesPath { inputs.append((name: path, path: path)) }
    if let path = settings.forbiddenPath { inputs.append((name: path, path: path)) }
    if let path = settings.signalsPath { inputs.append((name: path, path: path)) }
    keyPlaces = try Self.keyPlaces(settings, geodata, standard)
    lines = try Self.lines(settings, standard)
    if let path = settings.linesPath { inputs.append((name: path, path: path)) }
    if let path = settings.keyPlacesPath {
      inputs.append((name: path, path: path))
      inputs.append(("geodata/" + ColumnBook.file, geodata.path(ColumnBook.file)))
      if let columns = settings.columnsPath { inputs.append((columns, columns)) }
    }
    let limitsFile = try Self.limits(settings.limitsPath, geodata)
    limitsName = limitsFile.name
    inputs += settings.campuses.inputs(geodata)
    limits = try LimitBook.read(path: limitsFile.path)
    if settings.simulations > 0 { try limits.requiredRisk() }
    inputs.append(limitsFile)
    let replanFiles = try settings.replan.map { settings throws(UserError) in
      try ReplanFiles(settings)
    }
    replan = replanFiles?.replan
    inputs += replanFiles?.inputs ?? []
    if let scenario = settings.scenario { inputs.append((scenario.file, scenario.path)) }
    let elevation = try settings.demPath.map { path throws(UserError) in
      try ElevationModel(path: path)
    }
    corrections = try Self.corrections(settings)
    for path in settings.calibrationPaths { inputs.append((name: path, path: path)) }
    terrain = elevation.map { TerrainRule(elevation: $0) }
    for path in elevation?.paths ?? [] { inputs.append((name: path, path: path)) }
    self.inputs = inputs
  }

  /// Prices, limits and published stations are China's.
  ///
  /// - Throws: DR-276 for another country's territory where it does not do.
  private static func check(
    _ country: Country, _ settings: Settings, isTaken: Bool
  ) throws(UserError) {
    guard isTaken else {
      throw UserError(
        "DR-276", .usage, at: "--territory",
        "it is \(country.name)'s, and prices, budgets and limits are China's",
        remedy: "audit it with `deepreach audit`; only China is planned")
    }
    guard settings.sitesPath != nil, !settings.remedies else {
      throw UserError(
        "DR-276", .usage, at: settings.remedies ? "--remedies" : "--sites",
        settings.remedies
          ? "prices of remedies are China's, and the territory \(country.name)'s"
          : "published stations are China's, and the territory \(country.name)'s",
        remedy: settings.remedies
          ? "leave it out" : "give the country's sites with --sites (deepreach import sites)")
    }
  }

  /// - Throws: DR-908 beside heights, where P.1812 answers, which has no corrections.
  private static func corrections(
    _ settings: Settings
  ) throws(UserError) -> [CalibrationGroup: PathLossCorrection] {
    guard settings.calibrationPaths.isEmpty || settings.demPath == nil else {
      throw UserError(
        "DR-908", .usage, at: "--calibration", "stands beside --dem, and p1812 has no corrections",
        remedy: "leave one out")
    }
    return try CalibrationFile.read(paths: settings.calibrationPaths, model: .auto)
  }

  static let limitsBook = "books/limits.yaml"
  private static let unitFiles = [
    "boundaries/counties.topojson", "units/provinces.csv", "units/prefectures.csv",
    "units/counties.csv", "units/towns.csv", "units/settlements.csv", BorderCounties.file,
  ]

  /// The user's key places, which the standard must ask something of.
  private static func keyPlaces(
    _ settings: Settings, _ geodata: Geodata, _ standard: Standard
  ) throws(UserError) -> [KeyPlace] {
    guard let path = settings.keyPlacesPath else { return [] }
    guard standard.keyPlaces != nil else {
      throw UserError(
        "DR-466", .usage, at: "--key-places",
        "the standard \(standard.name) asks nothing of key places",
        remedy: "choose signal-upgrade-2025 or gigabit-city, or give your own keyPlaces")
    }
    let book = try ColumnBook.read(path: geodata.path(ColumnBook.file))
    guard let names = book.tables[KeyPlaceFile.table] else {
      throw UserError(
        "DR-251", .badData, at: ColumnBook.file, "\(KeyPlaceFile.table) is missing",
        remedy: "restore the book from the release")
    }
    let choice = try settings.columnsPath.map { path throws(UserError) in
      try ColumnChoice.read(path: path)
    }
    return try KeyPlaceFile(
      crs: settings.keyPlacesCrs, names: names, choice: choice ?? ColumnChoice()
    ).places(path: path)
  }

  /// The user's lines, which the standard must ask something of.
  private static func lines(
    _ settings: Settings, _ standard: Standard
  ) throws(UserError) -> [ServiceLine] {
    guard let path = settings.linesPath else { return [] }
    guard standard.lines != nil else {
      throw UserError(
        "DR-475", .usage, at: "--lines", "the standard \(standard.name) asks nothing of lines",
        remedy: "choose signal-upgrade-2025, or give your own lines")
    }
    return try ServiceLineFile(crs: settings.linesCrs).lines(
      name: path, bytes: InputFile.bytes(at: path))
  }

  /// The user's signals over what the map says.
  private static func signals(
    _ settings: Settings, _ geodata: Geodata, _ gazetteer: Gazetteer,
    _ records: [SettlementRecord], _ book: ReadinessBook
  ) throws(UserError) -> PlaceSignals {
    var signals = PlaceSignals()
    if let path = settings.signalsPath {
      let counties = gazetteer.units.lazy.filter { $0.polygon != nil }.map(\.adcode)
      signals = try SignalsFile(
        fullScores: book.fullScores, counties: Set(counties), settlements: Set(records.map(\.id))
      ).signals(in: CSVTable(name: path, bytes: InputFile.bytes(at: path)))
    }
    signals.borderCounties = try BorderCounties.read(geodata)
    return signals
  }

  /// The bundled limits, those of a scenario by name, or the user's by path.
  static func limits(
    _ name: String?, _ geodata: Geodata
  ) throws(UserError) -> (name: String, path: String) {
    guard let name else { return ("geodata/" + limitsBook, geodata.path(limitsBook)) }
    guard !name.contains("/"), !name.contains(".") else { return (name, name) }
    let names = geodata.limitNames()
    guard names.contains(name) else {
      throw UserError(
        "DR-831", .usage, at: "--limits", "no limits are called '\(name)'",
        remedy: "give a file, or one of: \(names.joined(separator: ", "))")
    }
    return ("geodata/books/limits/\(name).yaml", geodata.path("books/limits/\(name).yaml"))
  }

  /// A bundled standard by name, or one of the user's by path.
  private static func standard(
    _ name: String, _ geodata: Geodata
  ) throws(UserError) -> (Standard, (name: String, path: String)) {
    let bundled = geodata.standardNames()
    if bundled.contains(name) {
      let path = geodata.path("books/standards/\(name).yaml")
      return (try StandardBook.read(path: path), ("geodata/books/standards/\(name).yaml", path))
    }
    guard name.contains("/") || name.contains(".") else {
      throw UserError(
        "DR-822", .usage, at: "--standard", "no standard is called '\(name)'",
        remedy: "give a file, or one of: \(bundled.joined(separator: ", "))")
    }
    return (try StandardBook.read(path: name), (name, name))
  }
}

extension Gazetteer {
  /// Whether a unit lies in a province that there is data for.
  func isPlanned(_ adcode: String) -> Bool {
    lineage(of: adcode).contains { plannedProvinces.contains($0) }
  }
}

extension SettlementRecord {
  /// Whether the settlement belongs to one of the regions: it lies in it, or it is the settlement
  /// that a district or town of the region is part of.
  func lies(in regions: [String], _ gazetteer: Gazetteer) -> Bool {
    var own = [id, provinceAdcode]
    if let prefectureAdcode { own.append(prefectureAdcode) }
    if let countyAdcode { own.append(countyAdcode) }
    own += seats.map(\.county)
    return own.contains { regions.contains($0) }
      || regions.contains { gazetteer[$0]?.level == .town && gazetteer[$0]?.settlement == id }
  }
}
