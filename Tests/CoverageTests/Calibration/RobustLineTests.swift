import Coverage
import Foundation
import TestSupport
import Testing

@Suite("A constant or line held against gross errors")
struct RobustLineTests {
  @Test("points on a line give the line")
  func exact() throws {
    let x = (0..<50).map { Double($0) / 25 - 1 }
    let line = try #require(RobustLine(x: x, y: x.map { 3 - 2 * $0 }, hasSlope: true))
    #expect(abs(line.intercept - 3) < 1e-6 && abs(line.slope + 2) < 1e-6)
    #expect(abs(line.value(at: 10) + 17) < 1e-4)
    let constant = try #require(RobustLine(x: x, y: x.map { _ in 7 }, hasSlope: false))
    #expect(constant.intercept == 7 && constant.slope == 0)
  }

  @Test("it follows shifts, stretches and shears of the points")
  func equivariance() throws {
    for seed in 0..<30 {
      var random = NormalNumbers(seed: UInt64(seed))
      let x = (0..<80).map { _ in random.normal() }
      let y = x.map { 2 * $0 + 5 * random.normal() + (random.uniform() < 0.1 ? -40 : 0) }
      let line = try #require(RobustLine(x: x, y: y, hasSlope: true))
      let moved = try #require(
        RobustLine(x: x, y: zip(x, y).map { 3 * $1 + 4 + 7 * $0 }, hasSlope: true))
      #expect(abs(moved.intercept - 3 * line.intercept - 4) < 1e-3)
      #expect(abs(moved.slope - 3 * line.slope - 7) < 1e-3)
      #expect(abs(moved.scale - 3 * line.scale) < 1e-3)
    }
  }

  @Test(
    "on normal errors it is worth 85 % of least squares, as the constants are made for")
  func efficiency() throws {
    var (robust, least) = (0.0, 0.0)
    for seed in 0..<400 {
      var random = NormalNumbers(seed: UInt64(seed) &+ 99)
      let y = (0..<100).map { _ in random.normal() }
      let value = try #require(RobustLine(x: y.map { _ in 0 }, y: y, hasSlope: false)).intercept
      let mean = y.reduce(0, +) / 100
      robust += value * value
      least += mean * mean
    }
    #expect((0.78...0.93).contains(least / robust))
  }

  @Test("a point far off has no weight at all, however far")
  func redescending() throws {
    let x = (0..<40).map { Double($0) / 20 - 1 }
    var random = NormalNumbers(seed: 3)
    let y = x.map { _ in random.normal() }
    let clean = try #require(RobustLine(x: x, y: y, hasSlope: true))
    var answers: [Double] = []
    for size in [1e2, 1e4, 1e8] {
      let line = try #require(
        RobustLine(x: x + [0.5], y: y + [size], hasSlope: true))
      answers.append(line.intercept)
    }
    #expect(abs(answers[0] - clean.intercept) < 0.1)
    #expect(abs(answers[0] - answers[2]) < 1e-6 && abs(answers[1] - answers[2]) < 1e-6)
  }

  @Test("nothing, one point and equal abscissas")
  func degenerate() throws {
    #expect(RobustLine(x: [], y: [], hasSlope: true) == nil)
    #expect(RobustLine(x: [1], y: [], hasSlope: true) == nil)
    #expect(try #require(RobustLine(x: [1], y: [4], hasSlope: true)).intercept == 4)
    let same = try #require(RobustLine(x: [2, 2, 2], y: [1, 2, 3], hasSlope: true))
    #expect(same.slope == 0 && abs(same.intercept - 2) < 1e-6)
  }
}
