import Coverage
import Foundation
import Geometry
import Radio
import TestSupport
import Testing

@Suite("Losses round one mast")
struct SitePredictionTests {
  @Test("free space is 20 log10(4 pi d f / c) exactly")
  func freeSpace() throws {
    let grid = try MastWorld.grid(radiusMetres: 1000)
    let prediction = try SitePrediction(
      grid,
      by: MastPropagation(.freeSpace, carrierGHz: 3.5, mastHeightMetres: 30, userHeightMetres: 1.5))
    // 20 log10(4 pi 1e9 / 299792458) and 28.5 m of rise.
    let constant = 32.447783
    for (point, distance) in zip(prediction.points, MastWorld.distances(grid)) {
      guard distance <= 1000 else {
        #expect(point.state == .beyondRadius && point.lossDB.isNaN)
        continue
      }
      let slant = distance * distance + 28.5 * 28.5
      #expect(
        abs(Double(point.lossDB) - (constant + 10 * log10(slant) + 20 * log10(3.5))) < 1e-4)
      #expect(point.deviationDB == 0)
    }
  }

  /// Over level ground the loss is P.1812's over a level profile of that length, whatever the bearing.
  @Test("level ground gives concentric rings")
  func rings() throws {
    let grid = try MastWorld.grid(radiusMetres: 4000, cellMetres: 100)
    let prediction = try MastWorld.overTerrain(grid) { _, _ in 120 }
    let model = try MastWorld.model()
    let distances = MastWorld.distances(grid)
    var checked = 0
    for (point, distance) in zip(prediction.points, distances)
    where point.state == .computed && point.model == 0 {
      let steps = max(Int((distance / 50 - 1e-9).rounded(.up)), 2)
      let spacing = try PathSpacing(
        stepKilometres: distance / 1000 / Double(steps), count: steps + 1)
      let profile = try PathProfile(
        spacing, terrainMetres: ContiguousArray(repeating: 120, count: steps + 1))
      #expect(abs(Double(point.lossDB) - (try model.lossDB(over: profile))) < 1e-4)
      #expect(abs(Double(point.deviationDB) - model.locationDeviationDB()) < 1e-5)
      checked += 1
    }
    #expect(checked > 4000)
    // Farther is never louder, but for a few hundredths where the number of steps changes.
    let ordered = zip(distances, prediction.points).filter {
      $1.state == .computed && $1.model == 0
    }
    .sorted { $0.0 < $1.0 }
    for (one, other) in zip(ordered, ordered.dropFirst()) {
      #expect(one.1.lossDB <= other.1.lossDB + 0.05)
    }
  }

  @Test("nearer than 250 m the next model answers, and nothing where there is none")
  func near() throws {
    let grid = try MastWorld.grid(radiusMetres: 500, cellMetres: 20)
    let prediction = try MastWorld.overTerrain(grid) { _, _ in 0 }
    #expect(prediction.propagation.modelNames == ["p1812", "uma", "rma"])
    let uma = try UrbanMacro(carrierGHz: 2.6, baseStationHeightMetres: 30, userHeightMetres: 1.5)
    for (point, distance) in zip(prediction.points, MastWorld.distances(grid))
    where distance <= 500 {
      #expect(point.state == .computed)
      #expect(point.model == (distance < 250 ? 1 : 0))
      if distance < 250 {
        let expected = uma.meanLossDB(distance2DMetres: max(distance, 10))
        #expect(abs(Double(point.lossDB) - expected) < 1e-4)
      }
    }
    let alone = try SitePrediction(
      grid,
      by: try MastPropagation.terrain(
        try MastWorld.model(), over: try MastWorld.ground(radiusMetres: 500) { _, _ in 0 },
        near: nil))
    #expect(alone.count(.beyondModels) == prediction.countByModel[1])
    #expect(alone.countByModel == [prediction.countByModel[0]])
  }

  @Test("behind unknown ground nothing is known, and it is counted")
  func unknown() throws {
    let grid = try MastWorld.grid(radiusMetres: 3000, cellMetres: 100)
    let prediction = try MastWorld.overTerrain(grid) { east, _ in east > 1000 ? .nan : 50 }
    for (index, point) in prediction.points.enumerated() where point.state != .beyondRadius {
      let east = MastWorld.offset(grid, index).x
      if east > 1050 { #expect(point.state == .unknownGround && point.lossDB.isNaN) }
      if east < 950 { #expect(point.state == .computed) }
    }
    let sum = prediction.countByModel.reduce(0, +) + prediction.count(.unknownGround)
    #expect(sum + prediction.count(.beyondRadius) == grid.raster.cellCount)
    #expect(prediction.count(.unknownGround) > 500)
    let hole = userError {
      try MastWorld.ground(radiusMetres: 500) { east, north in east == 0 && north == 0 ? .nan : 1 }
    }
    #expect(hole?.code == "DR-382")
  }

  @Test("a ridge shadows what lies behind it, and nothing before it")
  func ridge() throws {
    let grid = try MastWorld.grid(radiusMetres: 4000, cellMetres: 100)
    let level = try MastWorld.overTerrain(grid) { _, _ in 100 }
    let shadowed = try MastWorld.overTerrain(grid) { _, north in
      abs(north - 2000) < 100 ? 250 : 100
    }
    for index in 0..<grid.raster.cellCount
    where level.points[index].state == .computed && level.points[index].model == 0 {
      let north = MastWorld.offset(grid, index).y
      let rise = shadowed.points[index].lossDB - level.points[index].lossDB
      if north > 2400 { #expect(rise > 10, "\(north): \(rise)") }
      if north < 1000 { #expect(abs(rise) < 1e-3) }
    }
  }

  @Test("more of the places ask for more loss, and the median stays")
  func location() throws {
    let grid = try MastWorld.grid(radiusMetres: 2000, cellMetres: 100)
    let half = try MastWorld.overTerrain(grid) { east, _ in east / 20 }
    let most = try MastWorld.overTerrain(grid, locationPercent: 90) { east, _ in east / 20 }
    for (one, other) in zip(half.points, most.points) where one.state == .computed {
      #expect(one.medianLossDB == other.medianLossDB)
      if one.model == 0 {
        #expect(abs(other.lossDB - one.lossDB - 1.28155 * one.deviationDB) < 0.01)
      }
    }
  }

  @Test("beyond five kilometres TR 38.901 says nothing")
  func beyond() throws {
    let grid = try MastWorld.grid(radiusMetres: 6000, cellMetres: 200)
    let prediction = try MastWorld.statistical(grid)
    for (point, distance) in zip(prediction.points, MastWorld.distances(grid)) {
      let expected: PointState =
        distance > 6000 ? .beyondRadius : distance > 5000 ? .beyondModels : .computed
      #expect(point.state == expected)
    }
    #expect(prediction.count(.beyondModels) > 100)
    let low = userError {
      try StatisticalModels(
        only: .urbanMacro, carrierGHz: 2.6, baseStationHeightMetres: 5, userHeightMetres: 1.5)
    }
    #expect(low?.code == "DR-301")
  }

  @Test("the number of threads does not matter", arguments: [2, 3, 7])
  func threads(count: Int) throws {
    let grid = try MastWorld.grid(radiusMetres: 2000, cellMetres: 100)
    let propagation = try MastPropagation.terrain(
      try MastWorld.model(),
      over: try MastWorld.ground(radiusMetres: 2000) { east, north in (east + north) / 30 },
      near: try MastWorld.near())
    let one = try SitePrediction(grid, by: propagation)
    let other = try SitePrediction(grid, by: propagation, threads: count)
    #expect(one.points.map(\.lossDB.bitPattern) == other.points.map(\.lossDB.bitPattern))
  }
}
