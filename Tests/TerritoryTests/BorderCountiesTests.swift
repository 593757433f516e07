import Geometry
import Territory
import Testing

/// The bundled counties on the land border, against what everybody knows of the map.
@Suite struct BorderCountiesTests {
  private let geodata: Geodata
  private let border: Set<String>

  init() throws {
    geodata = try Geodata.locate(programPath: #filePath, environment: [:])
    border = try BorderCounties.read(geodata)
  }

  @Test func everyOneIsACountyOfAProvinceWithALandBorder() throws {
    let gazetteer = try Gazetteer(geodata)
    let provinces = ["15", "21", "22", "23", "45", "53", "54", "62", "65"]
    for adcode in border {
      #expect(gazetteer[adcode]?.level == .county, "\(adcode)")
    }
    #expect(Set(border.map { String($0.prefix(2)) }) == Set(provinces))
    // 140 are published for the programme of the border regions.
    #expect((135...145).contains(border.count))
  }

  @Test(
    arguments: [
      ("210681", true), ("450681", true), ("232701", true), ("150781", true), ("530581", true),
      ("540423", true), ("659008", true), ("620923", true), ("222404", true),
      // The coast of the two border provinces that have one, and places inland.
      ("210211", false), ("450502", false), ("450602", false), ("110101", false),
      ("330921", false), ("540102", false), ("460105", false), ("230102", false),
    ]) func theCoastAndTheInlandAreNoBorder(adcode: String, isBorder: Bool)
  {
    #expect(border.contains(adcode) == isBorder)
  }

  /// A second way: edges of one polygon only are the country's outline. In provinces without a coast
  /// the border counties are those with an edge of it, but for slivers between neighbours.
  @Test func inProvincesWithoutACoastTheOutlineIsTheBorder() throws {
    let counties = try Boundaries(geodata).counties
    var owners: [Set<Coordinate>: String?] = [:]
    for (adcode, shape) in counties {
      for ring in shape.polygons.joined() {
        for (start, end) in zip(ring, ring.dropFirst()) {
          let edge: Set = [start, end]
          owners.updateValue(owners[edge] == nil ? adcode : nil, forKey: edge)
        }
      }
    }
    var metres: [String: Double] = [:]
    for case (let edge, let owner?) in owners {
      let ends = Array(edge)
      guard ends.count == 2 else { continue }
      let (dx, dy) = (ends[0].x - ends[1].x, ends[0].y - ends[1].y)
      metres[owner, default: 0] += 111_000 * (dx * dx + dy * dy).squareRoot()
    }
    let inland = ["15", "22", "23", "53", "54", "62", "65"]
    let polygons = Set(
      try Gazetteer(geodata).units.filter { border.contains($0.adcode) }
        .compactMap(\.polygon))
    for (adcode, length) in metres where inland.contains(String(adcode.prefix(2))) {
      if length > 12_000 { #expect(polygons.contains(adcode), "\(adcode) \(length)") }
    }
    for adcode in polygons { #expect((metres[adcode] ?? 0) > 0, "\(adcode)") }
  }
}
