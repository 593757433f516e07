import Territory

/// Which units a page's map is of, whether a run is in memory or read from its folder.
struct MapTerritory {
  let gazetteer: Gazetteer
  /// Adcodes of the regions asked for; empty for the whole country.
  let regions: [String]

  init(gazetteer: Gazetteer, regions: [String]) {
    self.gazetteer = gazetteer
    self.regions = regions
  }

  init(_ result: PlanResult) {
    self.init(gazetteer: result.gazetteer, regions: result.regions)
  }

  /// Whether it is the whole country, which is drawn with its maritime lines.
  var isCountry: Bool { regions.isEmpty }

  /// Whether a unit is part of what was asked for.
  func includes(_ adcode: String) -> Bool {
    isCountry || gazetteer.lineage(of: adcode).contains { regions.contains($0) }
  }

  /// The regions' names, or the country's.
  func name(_ language: Language) -> String {
    isCountry
      ? Message.country.text(language)
      : regions.map { gazetteer[$0]?.name ?? $0 }.joined(separator: "、")
  }
}
