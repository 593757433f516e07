import Geometry
import Radio
import Reporting
import Scheduling
import Territory

/// What a run says of itself.
extension Scene {
  /// The manifest without outputs.
  func manifest(verb: String, _ result: PlanResult) throws(UserError) -> Manifest {
    var digests: [FileDigest] = []
    let pages = verb == "plan" ? [greenInput] + pageInputs : []
    for input in inputs + pages + pilotInputs {
      digests.append(FileDigest(path: input.name, bytes: try InputFile.bytes(at: input.path)))
    }
    var manifest = Manifest(
      toolVersion: DeepReach.version, verb: verb,
      arguments: Array(CommandLine.arguments.dropFirst()), project: try project(result),
      seed: settings.seed, inputs: digests,
      counts: StatusCount.counts(
        of: result.settlements.flatMap { $0.groups.map(\.before) },
        settlements: result.settlements.map(\.settlement), schedule: result.schedule),
      models: SignalTable.models(result), schedule: result.schedule,
      siting: result.schedule == nil ? nil : SitingFigures(result))
    manifest.keyPlaces = result.keyPlaces?.value
    return manifest
  }

  /// Every setting that bears on the result.
  private func project(_ result: PlanResult) throws(UserError) -> JSONObject {
    var project: JSONObject = [
      "region": .array(regions.map { .string($0) }),
      "territory": settings.territoryPath.map { .string($0) } ?? .null,
      "standard": .string(settings.standard),
      "group": .array(settings.groups.map { .string($0.rawValue) }),
      "sites": settings.sitesPath.map { .string($0) } ?? .null,
      "sites_crs": .string(settings.sitesCrs.description),
      "footprints": settings.footprintsPath.map { .string($0) } ?? .null,
      "signals": settings.signalsPath.map { .string($0) } ?? .null,
      "dem": settings.demPath.map { .string($0) } ?? .null,
      "from": .string(settings.from.description),
      "until": .string(settings.until.description),
      "budget": .int(
        result.schedule?.limits.budgetYuanPerQuarter ?? settings.budgetYuanPerQuarter ?? 0),
      "policy": .string(settings.policy.rawValue),
      "limits": .string(limitsName),
      "objective": .string(settings.objective.rawValue),
      "schedule_effort": .int(settings.scheduleEffort),
      "simulate": .int(settings.simulations),
      "gap": .number(settings.gap),
      "candidates": settings.candidatesPath.map { .string($0) } ?? .null,
      "candidates_crs": .string(settings.candidatesCrs.description),
      "candidates_only": .bool(settings.candidatesOnly),
      "forbidden": settings.forbiddenPath.map { .string($0) } ?? .null,
      "effort": .number(settings.effort),
      "time_limit": settings.timeLimitSeconds.map { .number($0) } ?? .null,
      "grid": .int(settings.cellMetres),
      "lang": .string(settings.language.rawValue),
      "scenario": try settings.scenario?.value() ?? .null,
      "books": .array(books.changed.map(\.value)),
      "network": .string(result.networkKind.rawValue),
      "published_stations": .array(
        result.publishedStations.map {
          [
            "group": .string($0.group.rawValue), "stations": .int($0.stations),
            "date": .string($0.date),
          ]
        }),
    ]
    if let path = settings.keyPlacesPath {
      project["key_places"] = .string(path)
      project["key_places_crs"] = .string(settings.keyPlacesCrs.description)
      project["columns"] = settings.columnsPath.map { .string($0) } ?? .null
    }
    if let path = settings.linesPath {
      project["lines"] = .string(path)
      project["lines_crs"] = .string(settings.linesCrs.description)
    }
    if settings.campuses.isWanted { project["campuses"] = .object(settings.campuses.value) }
    if settings.remedies { project["remedies"] = .bool(true) }
    for (key, value) in pilotValues { project[key] = value }
    if let value = replanValue(result) { project["replan"] = value }
    if !settings.calibrationPaths.isEmpty {
      project["calibration"] = .array(settings.calibrationPaths.map { .string($0) })
    }
    return project
  }

  /// How a rollout was scheduled anew; nil where it was not.
  private func replanValue(_ result: PlanResult) -> JSONValue? {
    guard let replan = settings.replan, let moves = result.schedule?.moves else { return nil }
    return [
      "actuals": .string(replan.actualsPath), "previous": .string(replan.previousPath),
      "as_of": .string(moves.asOf.description),
      "committed_quarters": .int(moves.committedQuarters),
      "move_cost": .rounded(moves.moveShare, decimals: 6),
    ]
  }

  /// What the run took.
  func timings(_ timer: StageTimer) -> Timings {
    Timings(
      arguments: Array(CommandLine.arguments.dropFirst()), threads: settings.threads,
      stages: timer.stages)
  }
}
