import Geometry

/// units.geojson: people of children sum to their parent where all levels are in the file.
enum UnitCheck {
  private static let file = "units.geojson"

  static func findings(in files: RunTables) throws(UserError) -> [Finding] {
    let features = try GeoJSONReader(source: file).features(in: files.bytes(file))
    var population: [String: Int] = [:]
    var sums: [String: Int] = [:]
    var findings: [Finding] = []
    for feature in features {
      guard let adcode = feature.properties["adcode"]?.string else { continue }
      let people = feature.properties["population"]?.integer ?? 0
      if population.updateValue(people, forKey: adcode) != nil {
        findings.append(Finding("DR-741", in: file, "unit \(adcode) stands twice"))
      }
      if let parent = feature.properties["parent"]?.string { sums[parent, default: 0] &+= people }
    }
    for adcode in sums.keys.sorted() {
      guard let own = population[adcode], let sum = sums[adcode], own != sum else { continue }
      findings.append(
        Finding("DR-741", in: file, "people below \(adcode) sum to \(sum), the unit has \(own)"))
    }
    return findings
  }
}
