import Coverage
import Geometry
import Radio
import Reporting
import Territory

/// `deepreach import sites`, from the options to its files.
struct ImportSitesRun {
  private let options: ImportSites
  private let geodata: Geodata
  private let threads: Int
  private let system: RegisterImport.System
  private let bands: BandBook

  init(_ options: ImportSites) throws(UserError) {
    self.options = options
    geodata = try Geodata.locate(territory: options.territory)
    threads = options.threads ?? Processors.count
    guard Settings.threadRange.contains(threads) else {
      throw UserError("DR-802", .usage, at: "--threads", "\(threads)", remedy: "give 1 to 256")
    }
    switch options.crs {
    case let stated where stated != "auto" && options.known != nil:
      throw UserError(
        "DR-449", .usage, at: "--known", "it stands without --crs auto",
        remedy: "leave it out, or have the coordinate system guessed")
    case nil: system = .unstated
    case "auto":
      if let country = geodata.country {
        throw UserError(
          "DR-276", .usage, at: "--crs", "only China's systems are guessed, not \(country.name)'s",
          remedy: "say --crs wgs84 or EPSG:n")
      }
      system = .guessed
    case let name?: system = .stated(try CoordinateSystem(parsing: name))
    }
    bands = try BandBook.read(path: geodata.path("books/bands.yaml"))
  }

  func run() throws(UserError) {
    let folder = RunFolder(options.output)
    try folder.checkReplaceable()
    let timer = StageTimer()
    let assumed = try assumedBands()
    let choice = try columnChoice()
    let table = try timer.measure("read") { () throws(UserError) in
      try DelimitedText.table(in: DecodedText(path: options.file, threads: threads))
    }
    let map = try ColumnMap(
      table.header, file: table.name, names: try names(table.bookOfSites), choice: choice)
    let units = try timer.measure("units") { () throws(UserError) in try statedUnits(map) }
    let known = try options.known.map { path throws(UserError) in
      try KnownSites(CSVTable(name: path, bytes: InputFile.bytes(at: path)))
    }
    let rules = RegisterRules(
      bands, units: units, assumedBands: assumed, repairsExchanged: options.repairExchanged,
      includesPlanned: options.includePlanned, isStrict: options.strict,
      home: geodata.country == nil ? CoordinateGuess.china : nil, known: known)
    let result = try timer.measure("import") { () throws(UserError) in
      try RegisterImport(map, rules, threads: threads).result(of: table, system: system)
    }
    let language = options.lang ?? .english
    let report = ImportSitesReport(result.report, language)
    try folder.replace { draft throws(UserError) in
      try timer.measure("write") { () throws(UserError) in
        try draft.write(result.sitesCSV(threads: threads), as: "sites.csv")
        try draft.write(result.problemsCSV(threads: threads), as: "problems.csv")
        try draft.write(Array(report.markdown().utf8), as: "report.md")
      }
      let manifest = try timer.measure("hash") { () throws(UserError) in
        try sealed(result.report)
      }
      try draft.finish(
        manifest,
        timings: Timings(
          arguments: Array(CommandLine.arguments.dropFirst()), threads: threads,
          stages: timer.stages))
    }
    print(report.text())
    print(Message.written.text(language, [folder.path]))
  }

  /// What `--columns` says, with `--group` for rows that tell no operator.
  private func columnChoice() throws(UserError) -> ColumnChoice {
    var choice = ColumnChoice()
    if let path = options.columns { choice = try ColumnChoice.read(path: path) }
    if let group = options.group {
      choice.constants = (choice.constants ?? [:]).merging(["group": group.rawValue]) { $1 }
    }
    return choice
  }

  private func names(_ table: String) throws(UserError) -> ColumnNames {
    let book = try ColumnBook.read(path: geodata.path(ColumnBook.file))
    guard let names = book.tables[table] else {
      throw UserError(
        "DR-251", .badData, at: ColumnBook.file, "\(table) is missing",
        remedy: "restore the book from the release")
    }
    return names
  }

  /// The country's units, where a column states any.
  private func statedUnits(_ map: ColumnMap) throws(UserError) -> StatedUnits? {
    let fields = ["adcode", "unit", "prefecture"]
    guard geodata.country == nil,
      fields.contains(where: { map.indices[$0] != nil || map.constants[$0] != nil })
    else {
      return nil
    }
    return StatedUnits(try Gazetteer(geodata), try Boundaries(geodata))
  }

  /// Bands of `--band` by the group whose they are.
  private func assumedBands() throws(UserError) -> [NetworkGroup: String] {
    var assumed: [NetworkGroup: String] = [:]
    for name in (options.band ?? "").split(separator: ",") {
      guard let band = bands.band(String(name)) else {
        throw UserError(
          "DR-448", .usage, at: "--band", "there is no band '\(name)'",
          remedy: "give one of: \(bands.bands.map(\.name).joined(separator: ", "))")
      }
      assumed[band.group] = band.name
    }
    return assumed
  }

  private func sealed(_ report: RegisterReport) throws(UserError) -> Manifest {
    var inputs = ["books/bands.yaml", ColumnBook.file].map {
      (name: "geodata/" + $0, path: geodata.path($0))
    }
    inputs += geodata.overlaidPaths.map { (name: $0, path: $0) }
    for path in [options.file, options.columns, options.known] {
      if let path { inputs.append((path, path)) }
    }
    var digests: [FileDigest] = []
    for input in inputs {
      digests.append(try FileDigest(path: input.name, contentsOf: input.path))
    }
    return Manifest(
      toolVersion: DeepReach.version, verb: "import sites",
      arguments: Array(CommandLine.arguments.dropFirst()),
      project: [
        "file": .string(options.file), "crs": options.crs.map { .string($0) } ?? .null,
        "territory": options.territory.map { .string($0) } ?? .null,
        "known": options.known.map { .string($0) } ?? .null,
        "columns": options.columns.map { .string($0) } ?? .null,
        "group": options.group.map { .string($0.rawValue) } ?? .null,
        "band": options.band.map { .string($0) } ?? .null,
        "include_planned": .bool(options.includePlanned),
        "repair_exchanged": .bool(options.repairExchanged), "strict": .bool(options.strict),
        "coordinate_system": .string(report.system.description),
        "rows_read": .int(report.rowsRead), "rows_kept": .int(report.kept),
        "rows_refused": .int(report.refused), "rows_left_out": .int(report.leftOut),
      ], seed: 1, inputs: digests, counts: [], schedule: nil)
  }
}
