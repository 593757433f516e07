import Coverage
import Foundation
import Geometry
import TestSupport
import Testing

@Suite("Local means of drives by square")
struct LocalMeansTests {
  private struct Row {
    var longitude = 112.0
    var latitude = 34.0
    var level: Float = -80
    var cluster: Int32 = 0
    var network: Int32 = 0
  }

  private func set(_ rows: [Row], names: [String] = ["mobile", "unicom"]) throws -> MeasurementSet {
    try MeasurementSet(
      longitudes: rows.map(\.longitude), latitudes: rows.map(\.latitude),
      rsrpDBm: rows.map(\.level), clusters: rows.map(\.cluster), groups: rows.map(\.network),
      groupNames: names)
  }

  private func rows(seed: UInt64) -> [Row] {
    var random = NormalNumbers(seed: seed)
    return (0..<3000).map { _ in
      Row(
        longitude: 112 + 0.002 * random.uniform(), latitude: 34 + 0.002 * random.uniform(),
        level: Float(-80 + 10 * random.normal()), cluster: Int32(4 * random.uniform()),
        network: Int32(2 * random.uniform()))
    }
  }

  @Test("a stop at traffic lights weighs no more than driving past")
  func stops() throws {
    let moving = (0..<5).map { Row(latitude: 34 + 0.0004 * Double($0), level: -70) }
    let stop = [Row](repeating: Row(latitude: 34.01, level: -100), count: 500)
    let means = try LocalMeans(set(moving + stop), floorDBm: -120).means
    #expect(means.count == 6)
    #expect(means.map(\.count).sorted() == [1, 1, 1, 1, 1, 500])
    #expect(means.map(\.levelDBm).sorted() == [-100, -70, -70, -70, -70, -70])
  }

  @Test("neither the order of rows nor the numbers of drives and networks matter")
  func order() throws {
    for seed in 0..<10 {
      let rows = rows(seed: UInt64(seed))
      let expected = try LocalMeans(set(rows), floorDBm: -95).means
      var random = SeededGenerator(seed: UInt64(seed))
      let numbers = (Int32(0)..<4).shuffled(using: &random)
      let shuffled = rows.shuffled(using: &random).map { row -> Row in
        var row = row
        row.cluster = numbers[Int(row.cluster)]
        row.network = 1 - row.network
        return row
      }
      let means = try LocalMeans(set(shuffled, names: ["unicom", "mobile"]), floorDBm: -95).means
      #expect(means.map(\.cluster) == expected.map(\.cluster))
      #expect(means.map(\.plane) == expected.map(\.plane))
      #expect(means.map(\.levelDBm) == expected.map(\.levelDBm))
      #expect(means.map(\.isCensored) == expected.map(\.isCensored))
      #expect(means.map(\.network) == expected.map { 1 - $0.network })
    }
  }

  @Test("samples are kept: counts and sums agree with a plain count")
  func sums() throws {
    let rows = rows(seed: 4)
    let means = try LocalMeans(set(rows), floorDBm: -95).means
    #expect(means.reduce(0) { $0 + $1.count } == rows.count)
    let sum = means.reduce(0) { $0 + $1.levelDBm * Double($1.count) }
    #expect(abs(sum - rows.reduce(0) { $0 + Double($1.level) }) < 3)
    #expect(means.contains { $0.isCensored } == rows.contains { $0.level < -95 })
  }

  @Test("blocks stand for drives where the file names none, or where they are wanted")
  func blocks() throws {
    var far = Row(latitude: 34.03)
    far.cluster = -1
    var near = Row()
    near.cluster = -1
    let unnamed = try LocalMeans(set([near, far]), floorDBm: -120).means
    #expect(Set(unnamed.map(\.cluster)).count == 2)
    let drives = [Row(cluster: 0), Row(cluster: 1)]
    #expect(try Set(LocalMeans(set(drives), floorDBm: -120).means.map(\.cluster)).count == 2)
    let blocked = try LocalMeans(set(drives), floorDBm: -120, blocksOnly: true).means
    #expect(blocked.count == 1)
  }

  @Test("what has no place or level is counted; without any level it is refused")
  func hostile() throws {
    let rows = [
      Row(), Row(longitude: .nan), Row(latitude: .infinity), Row(level: .nan),
      Row(longitude: -100),
    ]
    let means = try LocalMeans(set(rows), floorDBm: -120)
    #expect(means.missing == 4 && means.means.count == 1)
    let none = try MeasurementSet(longitudes: [112], latitudes: [34], sinrDB: [3])
    #expect(userError { try LocalMeans(none, floorDBm: -120) }?.code == "DR-903")
  }
}
