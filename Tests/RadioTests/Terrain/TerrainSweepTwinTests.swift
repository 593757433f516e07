import FoundationEssentials
import Geometry
import Radio
import Testing

/// How far a sweep lies from the path by itself over all its targets, dB.
struct Deviation: CustomStringConvertible {
  private var differences: [Double] = []
  private(set) var mismatches = 0

  init(_ sweep: TerrainSweep) throws {
    let swept = sweep.losses()
    for row in 0..<sweep.targets.rows {
      for column in 0..<sweep.targets.columns {
        let index = row * sweep.targets.columns + column
        let loss = Double(swept.lossDB[index])
        switch (try sweep.pointToPointLoss(column: column, row: row), swept.states[index]) {
        case (.computed(let twin), .computed): differences.append(abs(loss - twin))
        case (.unknown, .unknown), (.tooNear, .tooNear): if !loss.isNaN { mismatches += 1 }
        default: mismatches += 1
        }
      }
    }
    differences.sort()
  }

  var count: Int { differences.count }
  var worst: Double { differences.last ?? .infinity }
  /// Not exceeded by 99.9 % of the targets.
  var common: Double {
    differences.isEmpty ? .infinity : differences[Int(Double(differences.count - 1) * 0.999)]
  }
  var description: String {
    "\(count) targets, 99.9 % within \(common) dB, all within \(worst) dB"
  }
}

@Suite("Terrain sweep against the path by itself")
struct TerrainSweepTwinTests {
  /// Every target of the grid over every terrain, near and far, for the median and for 10 % of the time.
  @Test(
    "every target within 1e-4 dB", arguments: TestTerrain.allCases,
    [(10_000.0, 50.0), (30_000, 50), (30_000, 10)])
  func twin(terrain: TestTerrain, reach: (radius: Double, time: Double)) throws {
    let side = ProcessInfo.processInfo.environment["DEEPREACH_LONG"] == "1" ? 200 : 40
    let field = try terrain.field(halfSideMetres: reach.radius)
    let model = try P1812(
      carrierGHz: 2.6, transmitterHeightMetres: 35, receiverHeightMetres: 1.5,
      timePercent: reach.time, locationPercent: 75, climate: try RadioClimate())
    let sweep = try TerrainSweep(
      model, over: field, mastEast: 12.5, mastNorth: -31,
      targets: try TargetGrid(
        aroundEast: 12.5, north: -31, radiusMetres: reach.radius - 100,
        cellMetres: (reach.radius - 100) * 2 / Double(side)))
    let deviation = try Deviation(sweep)
    #expect(deviation.mismatches == 0)
    #expect(deviation.count > side * side - 50)
    #expect(deviation.worst < 1e-4, "\(deviation)")
    print("sweep: \(terrain), \(Int(reach.radius)) m, \(reach.time) %: \(deviation)")
  }
}
