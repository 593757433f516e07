import Coverage
import Geometry
import Radio
import Reporting
import Territory

/// `deepreach audit`, from the settings to its files.
struct AuditRun {
  private let settings: Settings

  init(_ settings: Settings) { self.settings = settings }

  /// Audits, and gives the folder's path.
  @discardableResult
  func run() throws(UserError) -> String {
    let timer = StageTimer()
    let progress = Progress(language: settings.language)
    if let output = settings.output { try RunFolder(output).checkReplaceable() }
    progress.begin(.stageRead, total: 0)
    let scene = try timer.measure("read") { () throws(UserError) in
      try Scene(settings, takesCountries: true)
    }
    try AuditRasters.check(scene)
    let folder = RunFolder(settings.output ?? "audits/" + scene.defaultName)
    try folder.checkReplaceable()
    let present = try PresentNetwork(
      scene, progress: progress, timer: timer)
    let result = ResultAssembly(scene: scene, present: present, plans: [], packages: []).result(nil)
    let remedies =
      settings.remedies
      ? try timer.measure("siting") { () throws(UserError) in
        try AuditRemedies(scene: scene, present: present).remedies(progress)
      } : nil
    let keyPlaces = try timer.measure("key places") { () throws(UserError) in
      try AuditKeyPlaces(scene: scene, present: present).result()
    }
    let lines = try timer.measure("lines") { () throws(UserError) in
      try AuditLines(scene: scene, present: present).result()
    }
    progress.begin(.stageWrite, total: 0)
    let rasters = AuditRasters(scene: scene, present: present)
    try RunFiles(result: result, language: settings.language).writeAudit(
      to: folder,
      extras: { draft throws(UserError) in
        try rasters.write(to: draft)
        if let remedies {
          try draft.write(RemedyTable.csv(remedies, of: result), as: "remedies.csv")
        }
        if let lines {
          try draft.write(LineFiles(lines).csv(), as: "lines.csv")
          try draft.write(LineFiles(lines).geoJSON(), as: "lines.geojson")
        }
        guard let keyPlaces else { return }
        let files = KeyPlaceFiles(keyPlaces, scene.gazetteer)
        try draft.write(files.csv(), as: "key-places.csv")
        try draft.write(files.geoJSON(), as: "key-points.geojson")
      },
      manifest: scene.manifest(verb: "audit", result), timer: timer,
      timings: { scene.timings(timer) })
    progress.end()
    print(PlanSummary(result).text(settings.language))
    if let lines { print("\n" + LineSummary(lines, settings.language).text()) }
    if let keyPlaces { print("\n" + KeyPlaceSummary(keyPlaces, settings.language).text()) }
    if let remedies { print("\n" + RemedySummary(remedies, settings.language).text()) }
    let published = scene.books.stations.count(before: settings.from)
    if scene.geodata.country == nil, let check = BackCheck(result, published: published) {
      print("\n" + check.text(settings.language))
    }
    print(Message.written.text(settings.language, [folder.path]))
    return folder.path
  }
}
