import Geometry
import Siting
import TestSupport
import Testing

@Suite struct BackhaulForestTests {
  private static let rule = BackhaulRule(
    fibreYuanPerMetre: 40, detour: 1.3, microwaveYuanPerHop: 90_000, microwaveMetres: 20_000,
    routeLimitMetres: 30_000)
  private static let fibreOnly = BackhaulRule(
    fibreYuanPerMetre: 40, detour: 1.3, microwaveYuanPerHop: 0, microwaveMetres: 0,
    routeLimitMetres: 30_000)
  /// One degree of latitude on the mean sphere.
  private static let degreeMetres = 6_371_008.8 * Double.pi / 180

  /// Places along a meridian, by kilometres north of the first.
  private static func line(_ kilometres: [Double]) -> [Coordinate] {
    kilometres.map {
      Coordinate(longitude: 104, latitude: 30 + $0 * 1000 / degreeMetres)
    }
  }

  @Test func townsAlongARoadHangOnEachOther() throws {
    let forest = BackhaulForest(
      Self.line([0, 10, 20, 30]), isSource: [true, false, false, false], rule: Self.fibreOnly)
    #expect(forest.links.map { $0?.parent } == [nil, 0, 1, 2])
    #expect(forest.carried == [0, 3, 2, 1])
    #expect(forest.isReachable == [true, true, true, true])
    #expect(abs(forest.costYuan - 30_000 * 1.3 * 40) < 1)
    // The first link is shared by three, the second by two.
    let link = 10_000 * 1.3 * 40.0
    #expect(abs(forest.sharedCostYuan(3) - link * (1 / 3.0 + 1 / 2.0 + 1)) < 1)
    let shares = (1...3).reduce(0) { $0 + forest.sharedCostYuan($1) }
    #expect(abs(shares - forest.costYuan) < 1)
    #expect(abs((forest.fibreBoundYuan ?? 0) - 0.8241 * forest.costYuan) < 1)
  }

  @Test func microwaveIsTakenWhereItIsCheaper() throws {
    // Fibre at 52 yuan a metre of straight line costs more than 90 000 beyond 1 731 m.
    let forest = BackhaulForest(
      Self.line([0, 1.7, 3.5, 22]), isSource: [true, false, false, false], rule: Self.rule)
    #expect(forest.links.map { $0?.medium } == [nil, .fibre, .microwave, .microwave])
    #expect(forest.links[3]?.costYuan == 90_000)
    #expect(forest.fibreBoundYuan == nil)
    let far = BackhaulForest(Self.line([0, 22]), isSource: [true, false], rule: Self.rule)
    #expect(far.links[1]?.medium == .fibre)
    #expect(abs((far.links[1]?.costYuan ?? 0) - 22_000 * 52) < 1)
  }

  @Test func whatLiesBehindAGapIsShut() throws {
    // A fibre route of 30 km is 23.08 km of straight line.
    let forest = BackhaulForest(
      Self.line([0, 23, 47, 50]), isSource: [true, false, false, false], rule: Self.rule)
    #expect(forest.isReachable == [true, true, false, false])
    #expect(forest.links[3]?.parent == 2)
  }

  @Test func withoutASourceNothingIsReached() throws {
    let forest = BackhaulForest(
      Self.line([0, 1]), isSource: [false, false], rule: Self.rule)
    #expect(forest.links == [nil, nil])
    #expect(forest.isReachable == [false, false])
    #expect(forest.costYuan == 0)
    #expect(BackhaulForest([], isSource: [], rule: Self.rule).order.isEmpty)
  }

  @Test(arguments: 0..<30) func itIsAMinimumSpanningForest(seed: Int) throws {
    var random = SeededGenerator(seed: UInt64(seed))
    let count = Int.random(in: 2...40, using: &random)
    let positions = (0..<count).map { _ in
      Coordinate(
        longitude: .random(in: 100...101, using: &random),
        latitude: .random(in: 30...31, using: &random))
    }
    var isSource = (0..<count).map { _ in Int.random(in: 0..<5, using: &random) == 0 }
    isSource[0] = true
    let forest = BackhaulForest(positions, isSource: isSource, rule: Self.fibreOnly)
    // Kruskal with all sources as one: another method, the same length.
    var roots = Array(0..<count)
    func root(_ index: Int) -> Int {
      var at = index
      while roots[at] != at { at = roots[at] }
      return at
    }
    for index in 0..<count where isSource[index] { roots[root(index)] = root(0) }
    var edges: [(metres: Double, one: Int, other: Int)] = []
    for one in 0..<count {
      for other in 0..<one {
        edges.append((Self.metres(positions[one], positions[other]), one, other))
      }
    }
    edges.sort { $0.metres < $1.metres }
    var length = 0.0
    for edge in edges where root(edge.one) != root(edge.other) {
      roots[root(edge.one)] = root(edge.other)
      length += edge.metres
    }
    let own = forest.links.reduce(0) { $0 + ($1?.straightMetres ?? 0) }
    #expect(abs(own - length) < 1e-3)
    // Reachable exactly where a way of links within the limit leads to a source.
    var reached = isSource
    for _ in 0..<count {
      for edge in edges where edge.metres * 1.3 <= 30_000 {
        if reached[edge.one] || reached[edge.other] {
          reached[edge.one] = true
          reached[edge.other] = true
        }
      }
    }
    #expect(forest.isReachable == reached)
    // Shares add up to the whole.
    let linked = forest.links.indices.filter { forest.links[$0] != nil }
    let all = linked.reduce(0) { $0 + (forest.links[$1]?.costYuan ?? 0) }
    #expect(abs(linked.reduce(0) { $0 + forest.sharedCostYuan($1) } - all) < 1e-3 * max(all, 1))
    for (place, index) in forest.order.enumerated() {
      if let link = forest.links[index] {
        #expect(forest.order.firstIndex(of: link.parent) ?? .max < place)
      }
    }
  }

  private static func metres(_ one: Coordinate, _ other: Coordinate) -> Double {
    let radians = Double.pi / 180
    func unit(_ position: Coordinate) -> SIMD3<Double> {
      let latitude = Quadrant(position.latitude * radians)
      let longitude = Quadrant(position.longitude * radians)
      return SIMD3(
        latitude.cosine * longitude.cosine, latitude.cosine * longitude.sine, latitude.sine)
    }
    let apart = unit(one) - unit(other)
    let chord = (apart * apart).sum().squareRoot()
    // 2 asin(c / 2) to the fifth order: chords here are below 0.03.
    return 6_371_008.8 * (chord + chord * chord * chord / 24 + 3 * pow5(chord) / 640)
  }

  private static func pow5(_ x: Double) -> Double { x * x * x * x * x }

  /// Sine and cosine by Taylor's series.
  private struct Quadrant {
    var sine = 0.0
    var cosine = 0.0

    init(_ angle: Double) {
      var term = 1.0
      for order in 0..<40 {
        switch order % 4 {
        case 0: cosine += term
        case 1: sine += term
        case 2: cosine -= term
        default: sine -= term
        }
        term *= angle / Double(order + 1)
      }
    }
  }
}
