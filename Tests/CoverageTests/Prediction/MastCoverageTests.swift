import Coverage
import Foundation
import Geometry
import Radio
import TestSupport
import Testing

@Suite("What users get from one mast")
struct MastCoverageTests {
  @Test("an omnidirectional antenna in free space: level by distance alone")
  func omnidirectional() throws {
    let grid = try MastWorld.grid(radiusMetres: 1000)
    let prediction = try SitePrediction(
      grid,
      by: MastPropagation(.freeSpace, carrierGHz: 2.6, mastHeightMetres: 30, userHeightMetres: 1.5))
    var omni = try MastWorld.radio().omnidirectional()
    omni.setGain(2)
    let values = try MastWorld.coverage(prediction, omni).values(.rsrp)
    // 10 log10(200e3/3276) + 2 - 3 less the loss of free space.
    for (value, distance) in zip(values, MastWorld.distances(grid)) where distance <= 1000 {
      let slant = (distance * distance + 28.5 * 28.5).squareRoot()
      let loss = 20 * log10(4 * Double.pi * slant * 2.6e9 / 299_792_458)
      #expect(abs(Double(value) - (10 * log10(200e3 / 3276) + 2 - 3 - loss)) < 1e-4)
    }
  }

  @Test("three sectors look the same after a turn by 120 degrees")
  func symmetry() throws {
    let pattern = try SectorPattern(
      horizontalBeamwidthDegrees: 65, verticalBeamwidthDegrees: 10, mostDB: 30, downtiltDegrees: 6)
    let antenna = MastAntenna(pattern, .threeSectors)
    var random = SeededGenerator(seed: 4)
    for _ in 0..<500 {
      let distance = Double.random(in: 5...5000, using: &random)
      let bearing = Double.random(in: 0...360, using: &random)
      let losses = [0.0, 120, 240].map { turn in
        let angle = (bearing + turn) * Double.pi / 180
        return antenna.lossDB(
          towards: Coordinate(x: distance * sin(angle), y: distance * cos(angle)),
          heightDifferenceMetres: 28.5)
      }
      #expect(abs(losses[0] - losses[1]) < 1e-4 && abs(losses[0] - losses[2]) < 1e-4)
      // Closed form: the nearest boresight is at most 60 degrees off.
      let rest = bearing.truncatingRemainder(dividingBy: 120)
      let off = min(rest, 120 - rest)
      let below = atan2(28.5, distance) * 180 / Double.pi - 6
      let expected = min(
        12 * off * off / (65 * 65) + min(12 * below * below / 100, 30), 30)
      #expect(abs(losses[0] - expected) < 1e-4)
    }
  }

  @Test("more power never covers less, in any quantity", arguments: [1.0, 10, 39, 80])
  func power(watts: Double) throws {
    let prediction = try MastWorld.town()
    let weak = try MastWorld.coverage(prediction, try MastWorld.radio(powerWatts: watts))
    let strong = try MastWorld.coverage(prediction, try MastWorld.radio(powerWatts: watts * 2))
    for quantity in [
      PredictionQuantity.rsrp, .snr, .outdoorProbability, .indoorProbability, .downlinkRate,
      .uplinkRate,
    ] {
      for (one, other) in zip(weak.values(quantity), strong.values(quantity)) where !one.isNaN {
        #expect(other >= one, "\(quantity)")
      }
    }
    let levels = try [weak, strong].map {
      try CoverageLevel($0.values(.rsrp), of: .rsrp, on: prediction.grid, threshold: -105)
    }
    #expect(levels[0].squareKilometres < levels[1].squareKilometres)
    #expect(levels[0].rangeMetres <= levels[1].rangeMetres)
  }

  @Test("rates are the budgets'")
  func rates() throws {
    let prediction = try MastWorld.town()
    let radio = try MastWorld.radio()
    let coverage = try MastWorld.coverage(prediction, radio)
    let rsrp = coverage.values(.rsrp)
    let up = coverage.values(.uplinkRate)
    let down = coverage.values(.downlinkRate)
    let budget = try radio.budget()
    let uplink = try radio.uplink()
    for index in stride(from: 0, to: rsrp.count, by: 7) where !rsrp[index].isNaN {
      let loss = budget.radiatedPerResourceElementDBm - 3 - Double(rsrp[index])
      // The table is straight over a twentieth of a decibel, in which the rate may also step.
      #expect(Double(up[index]) >= 0.999999 * uplink.rateMbps(lossDB: loss + 0.051))
      #expect(Double(up[index]) <= 1.000001 * uplink.rateMbps(lossDB: loss - 0.051))
      let efficiency = SpectralEfficiency.downlinkTR38803.bitsPerHertz(
        sinrDB: budget.ssSINR(lossDB: loss))
      #expect(abs(Double(down[index]) - efficiency * 98.28 * 0.7) < 1e-3)
    }
  }

  @Test("the link with the lesser reach limits everywhere")
  func limiting() throws {
    let prediction = try MastWorld.town()
    for (uplink, code) in [(0.1, UInt8(1)), (20, 2), (1000, 2)] {
      let coverage = try MastWorld.coverage(prediction, try MastWorld.radio(), uplink: uplink)
      guard case .uint8(let codes, let noData) = coverage.samples(.limitingLink) else {
        Issue.record("limiting links are no codes")
        continue
      }
      #expect(noData == 255)
      for (one, point) in zip(codes, prediction.points) {
        #expect(one == (point.state == .computed ? code : 255))
      }
      let expected = coverage.maximumDownlinkLossDB <= coverage.maximumUplinkLossDB ?? -1 ? 1 : 2
      #expect(Int(code) == expected)
    }
  }

  /// A mast on a hill looks down on its users by the hill as well.
  @Test("over terrain the vertical pattern sees the fall of the ground")
  func fall() throws {
    let grid = try MastWorld.grid(radiusMetres: 1000, cellMetres: 100)
    let prediction = try MastWorld.overTerrain(grid) { east, north in
      300 - (east * east + north * north).squareRoot() / 10
    }
    let propagation = prediction.propagation
    for distance in [300.0, 600, 900] {
      let difference = propagation.heightDifferenceMetres(at: Coordinate(x: distance, y: 0))
      #expect(abs(difference - (28.5 + distance / 10)) < 0.01)
    }
  }
}
