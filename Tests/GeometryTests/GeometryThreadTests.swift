import Geometry
import Testing

@Suite("Geometry across threads")
struct GeometryThreadTests {
  @Test("one geometry answers many tasks at once as it answers one")
  func shared() async throws {
    let hole = corners(40, 40, 20)
    let shape = try Geometry.polygon(shell: corners(0, 0, 100), holes: [hole])
    let counts = await withTaskGroup(of: Int.self) { group in
      for _ in 0..<8 {
        group.addTask {
          var inside = 0
          for step in 0..<2000 {
            let position = Coordinate(x: Double(step % 110), y: Double(step * 7 % 110))
            if shape.contains(position) { inside += 1 }
            if step % 100 == 0, let clip = try? shape.intersection(square(10, 10, 50)) {
              inside += Int(clip.area)
            }
          }
          return inside
        }
      }
      var all: [Int] = []
      for await count in group { all.append(count) }
      return all
    }
    #expect(Set(counts).count == 1)
    // 20 clips of 2500 less the quarter of the hole that they share.
    #expect(counts[0] > 20 * 2100)
  }

  @Test("each task's error carries its own message")
  func messages() async {
    let wrong = await withTaskGroup(of: Bool.self) { group in
      for index in 0..<50 {
        group.addTask {
          let word = "WORD\(index)"
          let error = userError { _ = try Geometry(wkt: word) }
          return error?.problem.contains(word) != true
        }
      }
      return await group.contains(true)
    }
    #expect(!wrong)
  }
}
