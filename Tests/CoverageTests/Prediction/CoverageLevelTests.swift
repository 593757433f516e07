import Coverage
import Geometry
import Radio
import TestSupport
import Testing

@Suite("What a mast covers at a threshold")
struct CoverageLevelTests {
  @Test("areas of levels are nested, valid, and as large as their cells", arguments: 0..<3)
  func levels(turn: Int) throws {
    let prediction = try MastWorld.town()
    let coverage = try MastWorld.coverage(
      prediction, try MastWorld.radio(), SectorLayout(azimuthsDegrees: [Double(turn) * 33]))
    let values = coverage.values(.rsrp)
    var last = Double.infinity
    for threshold in [-125.0, -105, -95, -60] {
      let level = try CoverageLevel(
        values, of: .rsrp, on: prediction.grid, threshold: threshold)
      #expect(level.squareKilometres <= last)
      last = level.squareKilometres
      let cells = values.count { $0 >= Float(threshold) }
      #expect(abs(level.squareKilometres - Double(cells) * 0.01) < 1e-5)
      guard
        let area = try CoverageLevel.area(
          values, of: .rsrp, on: prediction.grid, threshold: threshold)
      else {
        #expect(cells == 0)
        continue
      }
      #expect(area.isValid)
      let square = try Albers.china.area(of: area) / 1e6
      #expect(abs(square / level.squareKilometres - 1) < 0.021)
      #expect(area.envelope.minX > 111 && area.envelope.maxY < 35)
    }
    let none = try CoverageLevel.area(values, of: .rsrp, on: prediction.grid, threshold: 200)
    #expect(none == nil)
  }

  @Test("a loss covers what is at most its threshold; codes have none")
  func directions() throws {
    let prediction = try MastWorld.town()
    let coverage = try MastWorld.coverage(prediction, try MastWorld.radio())
    let losses = coverage.values(.pathLoss)
    let level = try CoverageLevel(losses, of: .pathLoss, on: prediction.grid, threshold: 120)
    let farthest =
      zip(losses, MastWorld.distances(prediction.grid)).filter { $0.0 <= 120 }
      .map(\.1).max() ?? 0
    #expect(abs(level.rangeMetres - farthest) < 1e-6)
    let error = userError {
      try CoverageLevel(losses, of: .limitingLink, on: prediction.grid, threshold: 1)
    }
    #expect(error?.code == "DR-384")
  }
}
