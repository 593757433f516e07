import Coverage
import Geometry
import Radio
import Reporting
import Territory

/// Lines of an audit, on request.
struct AuditLines {
  let scene: Scene
  let present: PresentNetwork

  /// What the network is along the lines in the regions asked for; nil where none were brought.
  func result() throws(UserError) -> LineResult? {
    guard !scene.lines.isEmpty, let rule = scene.standard.lines else { return nil }
    let finder = try CountyFinder(scene)
    let audit = LineAudit(
      rule, engine: present.engine, places: present.places,
      cellMetres: Double(scene.settings.cellMetres), terrain: scene.terrain)
    let scene = scene
    var groups: [(group: NetworkGroup, findings: [LineFinding])] = []
    for (group, network) in zip(scene.settings.groups, present.networks) {
      let findings = try audit.audit(
        scene.lines, network: network, threads: scene.settings.threads
      ) { scene.regions.isEmpty || scene.isAsked(finder.county($0)) }
      groups.append((group, findings.filter { !$0.stretches.isEmpty }))
    }
    let kept = groups.first?.findings.count ?? 0
    guard kept > 0 else {
      throw UserError(
        "DR-474", .badData, at: scene.settings.linesPath ?? "--lines",
        "none of its \(scene.lines.count) lines lies in the region",
        remedy: "check the region and the coordinate system")
    }
    return LineResult(rule: rule, groups: groups, leftOut: scene.lines.count - kept)
  }
}
