import Geometry
import Territory
import TestSupport
import Testing

/// The bundled polygons, level by level.
@Suite struct BoundariesTests {
  private static let bundled = Result {
    let geodata = try Geodata.locate(programPath: #filePath, environment: [:])
    return (gazetteer: try Gazetteer(geodata), boundaries: try Boundaries(geodata))
  }
  private let gazetteer: Gazetteer
  private let boundaries: Boundaries

  init() throws {
    (gazetteer, boundaries) = try Self.bundled.get()
  }

  @Test(arguments: [(UnitLevel.prefecture, 337), (.province, 31)])
  func areasOfCountiesSumToTheUnitsAbove(level: UnitLevel, count: Int) throws {
    var sums: [String: Double] = [:]
    var seen: Set<String> = []
    for unit in gazetteer.units {
      // Counties younger than the polygons share one with the county they came from.
      guard let polygon = unit.polygon, let geometry = boundaries.counties[polygon],
        seen.insert(polygon).inserted,
        let owner = gazetteer.lineage(of: unit.adcode).first(where: {
          gazetteer[$0]?.level == level
        })
      else { continue }
      sums[owner, default: 0] += try Albers.china.area(of: geometry)
    }
    #expect(sums.count == count)
    let drawn = try boundaries.polygons(level, in: gazetteer)
    #expect(drawn.map(\.adcode) == drawn.map(\.adcode).sorted())
    #expect(Set(drawn.map(\.adcode)).isSuperset(of: sums.keys))
    // Hong Kong, Macao and Taiwan have no units below them and stand for themselves.
    for (adcode, geometry) in drawn {
      guard let sum = sums[adcode] else { continue }
      #expect(abs(try Albers.china.area(of: geometry) / sum - 1) < 1e-9, "\(adcode)")
    }
  }

  @Test func theWholeMapHasItsProvincesAndMaritimeLines() throws {
    let provinces = try boundaries.polygons(.province, in: gazetteer).map(\.adcode)
    #expect(provinces.count == 34)
    #expect(Set(provinces).isSuperset(of: ["710000", "810000", "820000"]))
    let lines = try boundaries.maritimeLines()
    #expect(!lines.isEmpty)
    #expect(lines.allSatisfy { $0.properties["level"]?.string == "maritime-line" })
  }

  @Test func onlyWantedUnitsAreDrawn() throws {
    let wanted = try boundaries.polygons(.prefecture, in: gazetteer) { $0.hasPrefix("33") }
    #expect(wanted.count == 11)
    #expect(wanted.allSatisfy { $0.adcode.hasPrefix("33") })
    let counties = try boundaries.polygons(.county, in: gazetteer) { $0 == "330122" }
    #expect(counties.map(\.adcode) == ["330122"])
    #expect(try boundaries.polygons(.town, in: gazetteer).isEmpty)
  }

  @Test func aFolderWithoutBoundariesIsMissingInput() throws {
    let scratch = try Scratch()
    let error = userError { try Boundaries(Geodata(folder: scratch.path("."))) }
    #expect(error?.code == "DR-210")
    #expect(error?.status == .missingInput)
  }
}
