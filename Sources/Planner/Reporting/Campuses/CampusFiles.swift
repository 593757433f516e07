public import Geometry

/// Writes what a run says of its campuses.
public struct CampusFiles {
  private let result: CampusResult
  private let language: Language

  /// The files of a result.
  public init(_ result: CampusResult, _ language: Language) {
    self.result = result
    self.language = language
  }

  /// Tables, layer and picture.
  ///
  /// - Throws: DR-703 when one cannot be written.
  public func write(to draft: RunDraft) throws(UserError) {
    let tables = CampusTables(result)
    try draft.write(tables.campuses(), as: CampusTables.campusesName)
    try draft.write(tables.scenarios(), as: CampusTables.scenariosName)
    try draft.write(tables.counties(), as: CampusTables.countiesName)
    try draft.write(CampusLayer(result).geoJSON(), as: CampusLayer.name)
    try draft.write(CampusPicture(result, language).svg(), as: CampusPicture.name)
  }

  /// A run of campuses alone.
  ///
  /// - Throws: DR-703, DR-704 when the folder cannot be written or must not be replaced.
  public func write(
    to folder: RunFolder, manifest: Manifest, timings: () -> Timings
  ) throws(UserError) {
    try folder.replace { draft throws(UserError) in
      try write(to: draft)
      try draft.write(Array(CampusReport(result, language).markdown().utf8), as: "report.md")
      try draft.finish(manifest, timings: timings())
    }
  }
}
