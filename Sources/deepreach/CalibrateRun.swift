import Coverage
import Geometry
import Radio
import Reporting
import Territory

/// `deepreach calibrate`, from the options to its files.
struct CalibrateRun {
  private let options: CalibrateCommand
  private let geodata: Geodata
  private let threads: Int
  private let rule: CalibrationRule
  private let model: PredictionModel
  private let books: Books

  init(_ options: CalibrateCommand) throws(UserError) {
    self.options = options
    geodata = try Geodata.locate()
    threads = options.threads ?? Processors.count
    guard Settings.threadRange.contains(threads) else {
      throw UserError("DR-802", .usage, at: "--threads", "\(threads)", remedy: "give 1 to 256")
    }
    let seed = options.seed ?? 1
    guard seed >= 0 else {
      throw UserError("DR-803", .usage, at: "--seed", "\(seed)", remedy: "give 0 or more")
    }
    rule = try CalibrationRule(
      floorDBm: options.floor ?? -120, marginDB: options.margin ?? 12, leadDB: options.lead ?? 6,
      folds: options.folds ?? 5, seed: UInt64(seed))
    model = options.model ?? .auto
    books = try Books(geodata)
  }

  func run() throws(UserError) {
    let folder = RunFolder(options.output ?? "calibration")
    try folder.checkReplaceable()
    let timer = StageTimer()
    let network = try timer.measure("sites") { () throws(UserError) in
      try MeasuredNetwork(options, books)
    }
    let (measurements, report) = try timer.measure("read") { () throws(UserError) in
      try file().read(path: options.measurements, threads: threads)
    }
    let means = try timer.measure("squares") { () throws(UserError) in
      try LocalMeans(measurements, floorDBm: rule.floorDBm, blocksOnly: options.blocks)
    }
    let wanted = try network.means(means.means, of: measurements)
    let morphologies = try timer.measure("morphologies") { () throws(UserError) in
      try SquareMorphologies(options, geodata, wanted, threads: threads)
    }
    let samples = try timer.measure("predict") { () throws(UserError) in
      try network.samples(wanted, morphologies.byMean, books, model, threads: threads)
    }
    let result = try timer.measure("fit") { () throws(UserError) in
      try Calibration(rule: rule).result(samples.samples, threads: threads)
    }
    let digests = try timer.measure("hash") { () throws(UserError) -> [FileDigest] in
      try inputs()
    }
    let counts = CalibrationCounts(
      missing: means.missing, means: means.means.count,
      otherNetworks: means.means.count - wanted.count, outside: morphologies.outside,
      refusedCarriers: samples.refusedCarriers)
    let language = options.lang ?? .english
    let words = CalibrationReport(
      result, report, counts, model: model.rawValue, band: network.band, language: language)
    let files = CalibrationFiles(
      result, words,
      file: CalibrationFile.text(
        result, model: model,
        inputs: digests.map { CalibrationFile.Input(file: $0.path, sha256: $0.sha256) }))
    try files.write(
      to: folder, manifest: manifest(digests), timer: timer,
      timings: {
        Timings(
          arguments: Array(CommandLine.arguments.dropFirst()), threads: threads,
          stages: timer.stages)
      })
    print(words.text())
    print(Message.written.text(language, [folder.path]))
  }

  private func file() throws(UserError) -> MeasurementFile {
    let book = try ColumnBook.read(path: geodata.path(ColumnBook.file))
    guard let names = book.tables["measurements"] else {
      throw UserError(
        "DR-251", .badData, at: ColumnBook.file, "measurements is missing",
        remedy: "restore the book from the release")
    }
    let crs = try CoordinateSystem(parsing: options.measurementsCrs ?? "wgs84")
    let choice =
      try options.columns.map { path throws(UserError) in try ColumnChoice.read(path: path) }
      ?? ColumnChoice()
    return MeasurementFile(crs: crs, names: names, choice: choice, isStrict: options.strict)
  }

  private func inputs() throws(UserError) -> [FileDigest] {
    var inputs = (SquareMorphologies.files + Books.files + [ColumnBook.file]).map {
      (name: "geodata/" + $0, path: geodata.path($0))
    }
    for path in [options.measurements, options.sites, options.columns, options.footprints] {
      if let path { inputs.append((path, path)) }
    }
    var digests: [FileDigest] = []
    for input in inputs {
      digests.append(try FileDigest(path: input.name, contentsOf: input.path))
    }
    return digests
  }

  private func manifest(_ inputs: [FileDigest]) -> Manifest {
    Manifest(
      toolVersion: DeepReach.version, verb: "calibrate",
      arguments: Array(CommandLine.arguments.dropFirst()),
      project: [
        "measurements": .string(options.measurements),
        "measurements_crs": .string(options.measurementsCrs ?? "wgs84"),
        "columns": options.columns.map { .string($0) } ?? .null,
        "sites": .string(options.sites), "sites_crs": .string(options.sitesCrs ?? "wgs84"),
        "region": options.region.map { .string($0) } ?? .null,
        "footprints": options.footprints.map { .string($0) } ?? .null,
        "model": .string(model.rawValue), "band": options.band.map { .string($0) } ?? .null,
        "group": options.group.map { .string($0.rawValue) } ?? .null,
        "morphology": options.morphology.map { .string($0.rawValue) } ?? .null,
        "blocks": .bool(options.blocks), "strict": .bool(options.strict),
        "floor_dbm": .number(rule.floorDBm), "margin_db": .number(rule.marginDB),
        "lead_db": .number(rule.leadDB), "near_m": .number(rule.nearMetres),
        "folds": .int(rule.folds), "draws": .int(rule.draws),
      ], seed: options.seed ?? 1, inputs: inputs, counts: [], schedule: nil)
  }
}
