import Coverage
import Geometry
import Reporting
import Territory

/// `deepreach claims`, from the options to its files.
struct ClaimsRun {
  private let options: ClaimsCommand
  private let geodata: Geodata
  private let threads: Int
  private let seed: Int
  private let rulePath: (name: String, path: String)
  private let rule: ReliabilityRule
  private let crs: CoordinateSystem

  init(_ options: ClaimsCommand) throws(UserError) {
    self.options = options
    geodata = try Geodata.locate()
    threads = options.threads ?? Processors.count
    seed = options.seed ?? 1
    guard Settings.threadRange.contains(threads) else {
      throw UserError("DR-802", .usage, at: "--threads", "\(threads)", remedy: "give 1 to 256")
    }
    guard seed >= 0 else {
      throw UserError("DR-803", .usage, at: "--seed", "\(seed)", remedy: "give 0 or more")
    }
    guard options.claims == nil || options.prediction == nil else {
      throw UserError(
        "DR-494", .usage, at: "--prediction", "stands beside --claims",
        remedy: "hold one kind of claim against the measurements at a time")
    }
    rulePath = try Self.rule(options.rule ?? "drive-test-105", geodata)
    rule = try ReliabilityRuleBook.read(path: rulePath.path)
    crs =
      try options.measurementsCrs.map { name throws(UserError) in
        try CoordinateSystem(parsing: name)
      } ?? .wgs84
  }

  func run() throws(UserError) {
    let folder = RunFolder(options.output ?? "audits/claims")
    try folder.checkReplaceable()
    let timer = StageTimer()
    let names = try columnNames()
    let choice = try choice()
    let claims = try options.claims.map { path throws(UserError) in
      try read(path, names, choice)
    }
    let (measurements, report) = try timer.measure("read") { () throws(UserError) in
      try MeasurementFile(
        crs: crs, names: names, choice: choice, isStrict: options.strict
      ).read(path: options.measurements, threads: threads)
    }
    let result = try timer.measure("audit") { () throws(UserError) in
      try audit(measurements, claims)
    }
    let plan = timer.measure("sampling-plan") { SamplingPlan(result) }
    let language = options.lang ?? .english
    try ClaimFiles(result, report, plan, language).write(
      to: folder, threads: threads,
      manifest: try timer.measure("hash") { () throws(UserError) in try manifest() },
      timer: timer,
      timings: {
        Timings(
          arguments: Array(CommandLine.arguments.dropFirst()), threads: threads,
          stages: timer.stages)
      })
    print(ClaimReport(result, report, plan, language).text())
    print(Message.written.text(language, [folder.path]))
  }

  private func audit(
    _ measurements: MeasurementSet, _ claims: [CoverageClaim]?
  ) throws(UserError) -> ClaimAuditResult {
    let audit = try ClaimAudit(rule: rule, seed: UInt64(seed))
    if let claims { return try audit.audit(measurements, claims: claims, threads: threads) }
    guard let path = options.prediction else {
      return audit.audit(measurements, threads: threads)
    }
    let levels = try PredictionRaster(path: path).levelsDBm(at: measurements, threads: threads)
    return try audit.audit(
      measurements, predictedDBm: levels, thresholdDBm: try threshold(), threads: threads)
  }

  private func threshold() throws(UserError) -> Double {
    guard let threshold = options.threshold ?? rule.served.rsrpDBm?.value else {
      throw UserError(
        "DR-495", .usage, at: "--threshold", "the rule '\(rule.name)' has no SS-RSRP to go by",
        remedy: "give the level from which the prediction claims service")
    }
    guard (-156 ... -31).contains(threshold) else {
      throw UserError(
        "DR-495", .usage, at: "--threshold", "\(threshold)", remedy: "give -156 to -31 dBm")
    }
    return threshold
  }

  /// Claims with their operators called as in the measurements.
  private func read(
    _ path: String, _ names: ColumnNames, _ choice: ColumnChoice
  ) throws(UserError) -> [CoverageClaim] {
    let words = WordMeanings(names, choice: choice)
    return try ClaimFile.read(path: path).map { claim in
      CoverageClaim(
        id: claim.id, name: claim.name,
        network: claim.network.map { words.meaning(of: $0, in: "operator") ?? $0 },
        level: claim.level, area: claim.area)
    }
  }

  private func columnNames() throws(UserError) -> ColumnNames {
    let book = try ColumnBook.read(path: geodata.path(ColumnBook.file))
    guard let names = book.tables["measurements"] else {
      throw UserError(
        "DR-251", .badData, at: ColumnBook.file, "measurements is missing",
        remedy: "restore the book from the release")
    }
    return names
  }

  private func choice() throws(UserError) -> ColumnChoice {
    try options.columns.map { path throws(UserError) in try ColumnChoice.read(path: path) }
      ?? ColumnChoice()
  }

  private static func rule(
    _ name: String, _ geodata: Geodata
  ) throws(UserError) -> (name: String, path: String) {
    let bundled = geodata.ruleNames()
    if bundled.contains(name) {
      return ("geodata/books/rules/\(name).yaml", geodata.path("books/rules/\(name).yaml"))
    }
    guard name.contains("/") || name.contains(".") else {
      throw UserError(
        "DR-496", .usage, at: "--rule", "no rule is called '\(name)'",
        remedy: "give a file, or one of: \(bundled.joined(separator: ", "))")
    }
    return (name, name)
  }

  private func manifest() throws(UserError) -> Manifest {
    var inputs = [
      rulePath, (name: "geodata/" + ColumnBook.file, path: geodata.path(ColumnBook.file)),
    ]
    for path in [options.measurements, options.columns, options.claims, options.prediction] {
      if let path { inputs.append((path, path)) }
    }
    var digests: [FileDigest] = []
    for input in inputs {
      digests.append(try FileDigest(path: input.name, contentsOf: input.path))
    }
    return Manifest(
      toolVersion: DeepReach.version, verb: "claims",
      arguments: Array(CommandLine.arguments.dropFirst()),
      project: [
        "measurements": .string(options.measurements),
        "measurements_crs": .string(crs.description),
        "columns": options.columns.map { .string($0) } ?? .null,
        "claims": options.claims.map { .string($0) } ?? .null,
        "prediction": options.prediction.map { .string($0) } ?? .null,
        "threshold": options.threshold.map { .number($0) } ?? .null,
        "rule": .string(rule.name), "strict": .bool(options.strict),
      ], seed: seed, inputs: digests, counts: [], schedule: nil)
  }
}
