import Geometry
import Radio
import Reporting
import Territory

extension SelectionOptions {
  /// What the command line gives, as a project would say it.
  private var given: ProjectFile {
    var given = ProjectFile()
    given.region = region
    given.territory = territory
    given.standard = standard
    given.group = group
    given.sites = sites
    given.sitesCrs = sitesCrs
    given.footprints = footprints
    given.signals = signals
    given.from = from
    given.grid = grid
    given.threads = threads
    given.seed = seed
    given.lang = lang
    return given
  }

  /// Defaults, then the project file, then the scenario, then the command line.
  ///
  /// - Parameter scenario: what the command line names; nil for the project's.
  func settings(scenario: String? = nil) throws(UserError) -> Settings {
    var settings = Settings()
    settings.threads = Processors.count
    let file = try project.map { path throws(UserError) in try ProjectFile.read(path) }
    try file?.apply(to: &settings)
    try Scenario.named(scenario ?? file?.scenario)?.apply(to: &settings)
    try given.apply(to: &settings)
    return settings
  }
}
