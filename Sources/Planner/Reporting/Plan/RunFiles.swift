public import Geometry
import Radio
import Scheduling
public import Territory

/// Writes the files of a run.
public struct RunFiles {
  private let result: PlanResult
  private let language: Language

  /// The files of a result, with a report in a language.
  public init(result: PlanResult, language: Language) {
    self.result = result
    self.language = language
  }

  /// Writes every file of a plan into a folder, whole or not at all.
  ///
  /// - Parameter page: what `report.html` is made of; without it there is none.
  /// - Throws: DR-703, DR-704 when the folder cannot be written or must not be replaced.
  public func writePlan(
    to folder: RunFolder, boundaries: Boundaries, page: PageSources? = nil, manifest: Manifest,
    timer: StageTimer, timings: () -> Timings
  ) throws(UserError) {
    try folder.replace { draft throws(UserError) in
      try timer.measure("write") { () throws(UserError) in
        try draft.write(AuditTable.csv(result), as: "audit.csv")
        try draft.write(ReadinessTable.csv(result, language), as: "readiness.csv")
        try draft.write(
          PackageTable.csv(result.packages + (result.campuses?.packages ?? [])), as: "packages.csv")
        try draft.write(SitingTable.csv(result), as: "siting.csv")
        if let schedule = result.schedule {
          try draft.write(ScheduleTable.csv(schedule), as: "schedule.csv")
          try draft.write(BudgetTable.csv(schedule), as: "budget.csv")
          try draft.write(LimitTable.csv(schedule), as: "limits.csv")
          if let moves = schedule.moves {
            try draft.write(MovesTable.csv(moves), as: MovesTable.name)
          }
          try draft.write(WarningTable.csv(result.warnings), as: "warnings.csv")
        }
        try PilotFiles(result, language)?.write(to: draft)
        if let decisions = result.decisions {
          try draft.write(DecisionTable.csv(decisions), as: DecisionTable.name)
        }
        if let risk = result.risk {
          try draft.write(RiskTable.csv(risk), as: "risk.csv")
          try draft.write(RiskSpendTable.csv(risk), as: "risk-spend.csv")
        }
        if let keyPlaces = result.keyPlaces {
          let files = KeyPlaceFiles(keyPlaces, result.gazetteer)
          try draft.write(files.csv(), as: KeyPlaceCheck.tableName)
          try draft.write(files.geoJSON(), as: "key-points.geojson")
        }
        if let campuses = result.campuses {
          try CampusFiles(campuses, language).write(to: draft)
        }
        try draft.write(
          UnitsLayer.geoJSON(result, boundaries: boundaries), as: "units.geojson")
        try draft.write(SettlementsLayer.geoJSON(result), as: "settlements.geojson")
        try draft.write(piecesAs: "sites.geojson") { (append) throws(UserError) in
          try SitesLayer.write(result, to: append)
        }
        try draft.write(Array(PlanReport(result, language).markdown().utf8), as: "report.md")
      }
      if let page {
        try timer.measure("page") { () throws(UserError) in
          try draft.write(PlanPage(result, language, sources: page).html(), as: "report.html")
        }
      }
      try draft.finish(manifest, timings: timings())
    }
  }

  /// Writes the files of an audit into a folder, whole or not at all.
  ///
  /// - Parameter extras: writes further files of the run.
  public func writeAudit(
    to folder: RunFolder, extras: (RunDraft) throws(UserError) -> Void = { _ in },
    manifest: Manifest, timer: StageTimer, timings: () -> Timings
  ) throws(UserError) {
    try folder.replace { draft throws(UserError) in
      try timer.measure("write") { () throws(UserError) in
        try draft.write(AuditTable.csv(result), as: "audit.csv")
        try draft.write(ReadinessTable.csv(result, language), as: "readiness.csv")
        try draft.write(SettlementsLayer.geoJSON(result), as: "audit.geojson")
        try extras(draft)
      }
      try draft.finish(manifest, timings: timings())
    }
  }
}
