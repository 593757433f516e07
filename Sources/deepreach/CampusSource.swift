import Geometry
import Radio
import Siting
import Territory

/// The campuses of a run, read or estimated, and what each needs.
struct CampusSource {
  let book: IndustryBook
  let set: CampusSet
  let findings: [CampusFinding]
  let pattern: TDDPattern

  /// - Parameters:
  ///   - isAsked: whether a county lies in the regions asked for.
  ///   - first: quarter before which nothing is built; nil without a schedule.
  /// - Throws: as the files, the book and the models do; DR-922 for no campus in the region.
  init(
    _ settings: CampusSettings, _ geodata: Geodata, _ gazetteer: Gazetteer,
    _ boundaries: Boundaries, _ records: [SettlementRecord], bands: BandBook,
    groups: [NetworkGroup], seed: Int, threads: Int, first: Quarter? = nil,
    isAsked: (String) -> Bool
  ) throws(UserError) {
    let book = try IndustryBook.read(path: geodata.path(IndustryBook.file))
    pattern = try book.pattern(settings.tdd)
    let counties = CampusCounties(gazetteer, boundaries)
    let planner = try CampusPlanner(book: book, bands: bands, groups: groups, pattern: pattern)
    var set: CampusSet
    if let path = settings.path {
      let columns = try ColumnBook.read(path: geodata.path(ColumnBook.file))
      guard let names = columns.tables[CampusFile.table] else {
        throw UserError(
          "DR-251", .badData, at: ColumnBook.file, "\(CampusFile.table) is missing",
          remedy: "restore the book from the release")
      }
      set = try CampusFile(book: book, crs: settings.crs, names: names)
        .campuses(path: path, counties: counties).asked(isAsked)
    } else {
      set = try CampusEstimate(
        book: book, gazetteer: gazetteer, counties: counties, records: records,
        employment: settings.employmentPath.map { path throws(UserError) in
          try EmploymentFile(path: path)
        }, seed: seed
      ).campuses(in: isAsked)
    }
    set = set.of(groups.map(\.rawValue)).starting(first)
    guard !set.campuses.isEmpty else {
      throw UserError(
        "DR-922", .badData, at: settings.source ?? "--campuses", "no campus is in the region",
        remedy: "choose a larger region, or give campuses that lie in it")
    }
    self.book = book
    self.set = set
    findings = planner.findings(set.campuses, threads: threads)
  }
}

extension CampusSource {
  /// The campuses of a plan.
  ///
  /// - Throws: as the other one does.
  init(_ scene: Scene) throws(UserError) {
    let settings = scene.settings
    try self.init(
      settings.campuses, scene.geodata, scene.gazetteer, scene.boundaries, scene.records,
      bands: scene.books.bands, groups: settings.groups, seed: settings.seed,
      threads: settings.threads, first: settings.from
    ) { scene.isAsked($0) && scene.gazetteer.isPlanned($0) }
  }
}

extension CampusSet {
  /// Those in counties asked for; the others are named.
  func asked(_ isAsked: (String) -> Bool) -> CampusSet {
    filtered(.outsideRegion, value: \.county) { isAsked($0.county) }
  }

  /// Those of the groups asked for, and those of none; the others are named.
  func of(_ groups: [String]) -> CampusSet {
    filtered(.otherGroup, value: { $0.group ?? "" }) { $0.group.map(groups.contains) ?? true }
  }

  /// With no date before the first quarter.
  func starting(_ first: Quarter?) -> CampusSet {
    guard let first else { return self }
    let early = campuses.filter { $0.earliest.map { $0 < first } ?? false }
    return CampusSet(
      campuses: campuses,
      repairs: repairs
        + early.map {
          CampusRepair(
            .earliestIsFirst, at: $0.id, "\($0.earliest?.description ?? "") → \(first)")
        }, employment: employment)
  }

  private func filtered(
    _ kind: CampusRepair.Kind, value: (Campus) -> String, _ isKept: (Campus) -> Bool
  ) -> CampusSet {
    CampusSet(
      campuses: campuses.filter(isKept),
      repairs: repairs
        + campuses.filter { !isKept($0) }.map { CampusRepair(kind, at: $0.id, value($0)) },
      employment: employment)
  }
}
