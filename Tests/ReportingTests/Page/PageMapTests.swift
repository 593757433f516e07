import Coverage
import Geometry
import Reporting
import Scheduling
import Siting
import TestSupport
import Testing

/// What the map is packed from.
@Suite struct PageMapTests {
  @Test func numbersArePackedSevenBitsAByte() {
    var packed = PackedNumbers()
    for value in [0, 127, 128, 300, -1] { packed.append(value) }
    #expect(packed.bytes == [0, 127, 0x80, 1, 0xAC, 2, 0])
    var signed = PackedNumbers()
    for value in [0, -1, 1, -64, 64] { signed.append(signed: value) }
    #expect(signed.bytes == [0, 1, 2, 127, 0x80, 1])
  }

  @Test func base64IsThatOfTheStandard() {
    let known = ["": "", "f": "Zg==", "fo": "Zm8=", "foo": "Zm9v", "foobar": "Zm9vYmFy"]
    for (text, wanted) in known {
      var packed = PackedNumbers()
      for byte in text.utf8 { packed.append(Int(byte)) }
      #expect(packed.base64 == wanted)
    }
  }

  @Test func straightLinesKeepTheirEndsAndCornersStay() {
    let straight = (0...9).map { Coordinate(x: Double($0), y: 0.01 * Double($0 % 2)) }
    #expect(LineSimplifier.kept(straight, tolerance: 0.1) == [0, 9])
    let corner = [(0, 0), (5, 0.02), (10, 0), (10, 10)].map { Coordinate(x: $0, y: $1) }
    #expect(LineSimplifier.kept(corner, tolerance: 0.1) == [0, 2, 3])
    let ring = [(0, 0), (1, 0), (1, 1), (0, 1), (0, 0)].map {
      Coordinate(x: Double($0), y: Double($1))
    }
    #expect(LineSimplifier.kept(ring, tolerance: 100).count == 4)
    #expect(LineSimplifier.kept([], tolerance: 1).isEmpty)
  }

  @Test(arguments: 0..<20) func whatIsLeftOutLiesNearWhatStays(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    var y = 0.0
    let line = (0..<200).map { index in
      y += Double.random(in: -1...1, using: &generator)
      return Coordinate(x: Double(index), y: y)
    }
    let kept = LineSimplifier.kept(line, tolerance: 2)
    #expect(kept.first == 0 && kept.last == 199)
    for (first, last) in zip(kept, kept.dropFirst()) {
      let (start, end) = (line[first], line[last])
      for index in first...last {
        let length = ((end.x - start.x) * (end.x - start.x) + (end.y - start.y) * (end.y - start.y))
          .squareRoot()
        let cross =
          (end.x - start.x) * (line[index].y - start.y)
          - (end.y - start.y) * (line[index].x - start.x)
        #expect(abs(cross) / length <= 2 + 1e-9)
      }
    }
    // The same border seen from the other side keeps the same positions.
    let back = LineSimplifier.kept(line.reversed(), tolerance: 2)
    #expect(back.count == kept.count || abs(back.count - kept.count) <= kept.count / 4)
  }

  @Test func statusesRiseWhenTheLastGroupHasRisen() throws {
    let result = try TinyPlan().result()
    let timeline = StatusTimeline(result)
    #expect(timeline.quarters.count == 12)
    for (outcome, changes) in zip(result.settlements, timeline.changes) {
      #expect(changes.last?.status ?? outcome.status == outcome.plannedStatus)
      #expect(changes.map(\.quarter) == changes.map(\.quarter).sorted())
      let statuses = [outcome.status] + changes.map(\.status)
      #expect(zip(statuses, statuses.dropFirst()).allSatisfy { $0 < $1 })
    }
    // The city is deep when both groups are; before that the one that is behind counts.
    let city = try #require(timeline.changes.first)
    let finish = try #require(result.schedule).packages.filter {
      $0.package.settlement == "330100"
    }.map(\.finish)
    #expect(city.last?.status == .deep)
    #expect(
      city.last.map { timeline.quarters[$0.quarter] } == finish.max())
  }
}
