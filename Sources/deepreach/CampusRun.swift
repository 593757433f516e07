import Geometry
import Radio
import Reporting
import Siting
import Territory

/// `deepreach campus`, from the options to its files.
struct CampusRun {
  private let options: CampusCommand
  private let settings: CampusSettings
  private let groups: [NetworkGroup]
  private let threads: Int
  private let seed: Int

  init(_ options: CampusCommand) throws(UserError) {
    self.options = options
    var settings = CampusSettings()
    settings.source = CampusSettings.estimate
    try options.campuses.apply(to: &settings)
    self.settings = settings
    groups = (options.group ?? .both).groups
    threads = options.threads ?? Processors.count
    seed = options.seed ?? 1
    guard Settings.threadRange.contains(threads) else {
      throw UserError("DR-802", .usage, at: "--threads", "\(threads)", remedy: "give 1 to 256")
    }
  }

  func run() throws(UserError) {
    let timer = StageTimer()
    if let output = options.output { try RunFolder(output).checkReplaceable() }
    let geodata = try Geodata.locate(territory: options.territory)
    let gazetteer = try Gazetteer(geodata)
    let regions = try regions(gazetteer)
    let folder = RunFolder(
      options.output
        ?? "runs/campus-" + (regions.isEmpty ? "country" : regions.joined(separator: "-")))
    try folder.checkReplaceable()
    let source = try timer.measure("campuses") { () throws(UserError) in
      try CampusSource(
        settings, geodata, gazetteer, Boundaries(geodata), SettlementTable(geodata).records,
        bands: BandBook.read(path: geodata.path("books/bands.yaml")), groups: groups, seed: seed,
        threads: threads
      ) { county in
        let lineage = gazetteer.lineage(of: county)
        return gazetteer.isPlanned(county)
          && (regions.isEmpty || lineage.contains { regions.contains($0) })
      }
    }
    let result = CampusResult(
      book: source.book, pattern: source.pattern.name, gazetteer: gazetteer,
      outcomes: source.findings.map { CampusOutcome(finding: $0) }, set: source.set)
    let language = options.lang ?? .english
    try CampusFiles(result, language).write(
      to: folder, manifest: try manifest(geodata, regions),
      timings: {
        Timings(
          arguments: Array(CommandLine.arguments.dropFirst()), threads: threads,
          stages: timer.stages)
      })
    print(CampusReport(result, language).text())
    print(Message.written.text(language, [folder.path]))
  }

  private func regions(_ gazetteer: Gazetteer) throws(UserError) -> [String] {
    let finder = RegionFinder(gazetteer)
    var regions: [String] = []
    for name in ProjectFile.list(options.region ?? "") {
      let unit = try finder.unit(for: name)
      guard gazetteer.isPlanned(unit.adcode) else {
        throw UserError(
          "DR-820", .usage, at: "--region",
          "\(unit.name) is on the map, but there is no data to plan it",
          remedy: "choose among the 31 provinces of `deepreach units`")
      }
      regions.append(unit.adcode)
    }
    return regions
  }

  private func manifest(
    _ geodata: Geodata, _ regions: [String]
  ) throws(UserError) -> Manifest {
    let own = [
      "boundaries/counties.topojson", "units/provinces.csv", "units/prefectures.csv",
      "units/counties.csv", "units/towns.csv", "units/settlements.csv", "books/bands.yaml",
    ].map { (name: geodata.name($0), path: geodata.path($0)) }
    var digests: [FileDigest] = []
    for input in own + settings.inputs(geodata) {
      digests.append(try FileDigest(path: input.name, contentsOf: input.path))
    }
    return Manifest(
      toolVersion: DeepReach.version, verb: "campus",
      arguments: Array(CommandLine.arguments.dropFirst()),
      project: [
        "region": .array(regions.map { .string($0) }), "campuses": .object(settings.value),
        "group": .array(groups.map { .string($0.rawValue) }),
        "territory": options.territory.map { .string($0) } ?? .null,
        "lang": .string((options.lang ?? .english).rawValue),
      ], seed: seed, inputs: digests, counts: [], schedule: nil)
  }
}
