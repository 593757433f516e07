import Geometry
import Territory
import TestSupport
import Testing

@Suite struct CoordinateGuessTests {
  /// Counties of a chessboard of squares of about 2 km, so that one site in three stands within a shift of a border.
  private struct World {
    static let step = 0.02
    let units: StatedUnits
    let positions: [Coordinate]
    let stated: [Int32]

    init(seed: UInt64, count: Int) throws {
      var counties: [(adcode: String, name: String, prefecture: String, area: Geometry)] = []
      for index in 0..<100 {
        let area = try StatedUnitsTests.square(
          120 + Double(index % 10) * Self.step, 30 + Double(index / 10) * Self.step,
          side: Self.step)
        counties.append(("\(330000 + index)", "县\(index)", "", area))
      }
      units = StatedUnits(counties: counties)
      var random = RandomNumbers(seed: seed)
      var positions: [Coordinate] = []
      var stated: [Int32] = []
      for _ in 0..<count {
        let (x, y) = (random.below(1_000_000), random.below(1_000_000))
        positions.append(Coordinate(x: 120 + Double(x) * 2e-7, y: 30 + Double(y) * 2e-7))
        stated.append(Int32(x / 100_000 + y / 100_000 * 10))
      }
      self.positions = positions
      self.stated = stated
    }

    func written(in system: CoordinateSystem, isExchanged: Bool = false) throws -> [Coordinate] {
      var moved = positions
      try CoordinateTransformer(from: system).inverse(&moved)
      return isExchanged ? moved.map { Coordinate(x: $0.y, y: $0.x) } : moved
    }
  }

  private func guess(
    _ positions: [Coordinate], _ world: World, threads: Int = 2
  ) throws(UserError) -> CoordinateGuess {
    try CoordinateGuess(
      positions: positions, units: world.stated, stated: world.units, name: "t", threads: threads)
  }

  @Test(arguments: [CoordinateSystem.wgs84, .gcj02, .bd09], [false, true])
  func sitesOfAnotherFileTellTheSystem(system: CoordinateSystem, isExchanged: Bool) throws {
    let world = try World(seed: 2, count: 40)
    let written = try world.written(in: system, isExchanged: isExchanged)
    func guess(
      known: Int, units: [Int32] = [], stated: StatedUnits? = nil, moved: Int = 0
    ) throws(UserError) -> CoordinateGuess {
      // Some 30 m off, as positions of two files are; the moved ones a kilometre and more.
      let sites = world.positions.indices.map { index -> Coordinate? in
        guard index < known else { return nil }
        let place = world.positions[index]
        return Coordinate(x: place.x + 3e-4, y: place.y + (index < moved ? 0.02 : 0))
      }
      return try CoordinateGuess(
        positions: written, units: units, stated: stated, known: sites, name: "t", threads: 2)
    }
    // Ten sites of which all speak for one system: 2^-10 is below the significance.
    let ten = try guess(known: 10)
    #expect(ten.system == system && ten.isExchanged == isExchanged && ten.evidence == .sites)
    #expect(ten.candidates[0].inside == 10 && ten.candidates[0].compared == 10)
    #expect(ten.candidates.dropFirst().allSatisfy { $0.inside == 0 && $0.lost == 10 })
    for refused in [9, 0] { #expect(userError { try guess(known: refused) }?.code == "DR-442") }
    // Sites that stand elsewhere by the other file speak for no system.
    #expect(userError { try guess(known: 12, moved: 7) }?.code == "DR-442")
    // Too few sites leave it to the counties.
    let few = try guess(known: 9, units: world.stated, stated: world.units)
    #expect(few.evidence == .units && few.system == system)
  }

  @Test(arguments: [CoordinateSystem.wgs84, .gcj02, .bd09], [false, true])
  func tellsTheSystemsOfMapServices(system: CoordinateSystem, isExchanged: Bool) throws {
    let world = try World(seed: 1, count: 300)
    let written = try world.written(in: system, isExchanged: isExchanged)
    let guess = try guess(written, world)
    #expect(guess.system == system)
    #expect(guess.isExchanged == isExchanged)
    #expect(guess.candidates.count == 3)
    #expect(guess.candidates[0].inside >= 298)
    #expect(guess.candidates[0].compared == 300)
    for rival in guess.candidates.dropFirst() {
      #expect(rival.lost > 20)
      #expect(rival.probability < CoordinateGuess.significance)
      #expect(rival.meanOutsideMetres > 50)
    }
    #expect(try self.guess(written, world, threads: 1) == guess)
  }

  @Test(arguments: [false, true])
  func tellsZonesByTheirPrefix(isExchanged: Bool) throws {
    let world = try World(seed: 2, count: 50)
    for zone in [(40, GaussKrugerZone.Width.threeDegrees), (21, .sixDegrees)] {
      let system = try #require(GaussKrugerZone(zone.0, width: zone.1)).prefixed
      let written = try world.written(in: system, isExchanged: isExchanged)
      let guess = try CoordinateGuess(
        positions: written, units: [Int32](repeating: -1, count: 50), stated: nil, name: "t",
        threads: 1)
      #expect(guess.system == system)
      #expect(guess.isExchanged == isExchanged)
      #expect(guess.candidates.count == 1)
    }
  }

  @Test func tellsZonesWithoutPrefixByTheCounties() throws {
    let world = try World(seed: 3, count: 100)
    let system = try #require(GaussKrugerZone(40, width: .threeDegrees)).unprefixed
    let guess = try guess(world.written(in: system), world)
    #expect(guess.system == system)
    #expect(guess.candidates.count == 21)
    let six = try #require(GaussKrugerZone(21, width: .sixDegrees)).unprefixed
    let other = try self.guess(world.written(in: six), world)
    // 123 degrees east is the middle of zone 21 of six degrees and of zone 41 of three.
    #expect(other.system == GaussKrugerZone(41, width: .threeDegrees)?.unprefixed)
  }

  @Test func refusesWithoutEvidence() throws {
    let world = try World(seed: 4, count: 300)
    func code(_ positions: [Coordinate], _ units: [Int32], _ stated: StatedUnits?) -> UserError? {
      userError {
        try CoordinateGuess(
          positions: positions, units: units, stated: stated, name: "t", threads: 1)
      }
    }
    let none = [Int32](repeating: -1, count: 300)
    #expect(code(world.positions, none, world.units)?.code == "DR-442")
    #expect(code(world.positions, world.stated, nil)?.code == "DR-442")
    #expect(code([], [], world.units)?.code == "DR-442")
    let far = world.positions.map { Coordinate(x: $0.x - 120, y: $0.y + 20) }
    #expect(code(far, world.stated, world.units)?.code == "DR-442")
    // Counties that are stated at random: no system can be right.
    let shuffled = Array(world.stated.reversed())
    #expect(code(world.positions, shuffled, world.units)?.code == "DR-442")
    // Sites in the middle of their county lie in it by every system.
    let inner = world.positions.indices.filter { index in
      let x = (world.positions[index].x - 120).truncatingRemainder(dividingBy: World.step)
      let y = (world.positions[index].y - 30).truncatingRemainder(dividingBy: World.step)
      return (0.0085...0.0115).contains(x) && (0.0085...0.0115).contains(y)
    }
    let few = code(
      inner.map { world.positions[$0] }, inner.map { world.stated[$0] }, world.units)
    #expect(few?.code == "DR-442")
    let zones = [Coordinate(x: 39_500_000, y: 3_300_000), Coordinate(x: 40_500_000, y: 3_300_000)]
    #expect(code(zones, [0, 0], world.units)?.code == "DR-442")
  }

  /// Sites spread over the bundled counties, one in twenty with a wrong county stated: two thousand are enough.
  @Test(arguments: [CoordinateSystem.wgs84, .gcj02, .bd09])
  func tellsTheSystemOverTheCountry(system: CoordinateSystem) throws {
    let geodata = try Geodata.locate()
    let gazetteer = try Gazetteer(geodata)
    let boundaries = try Boundaries(geodata)
    let units = StatedUnits(gazetteer, boundaries)
    let counties = gazetteer.units.filter { $0.level == .county && $0.polygon == $0.adcode }
    var random = RandomNumbers(seed: 11)
    var positions: [Coordinate] = []
    var stated: [Int32] = []
    while positions.count < 2000 {
      let county = counties[random.below(counties.count)]
      guard let area = boundaries.counties[county.adcode],
        let unit = units.index(adcode: county.adcode)
      else { continue }
      let box = area.envelope
      let position = Coordinate(
        x: box.minX + Double(random.below(10_000)) / 10_000 * (box.maxX - box.minX),
        y: box.minY + Double(random.below(10_000)) / 10_000 * (box.maxY - box.minY))
      guard units.contains(position, in: unit) else { continue }
      positions.append(position)
      stated.append(Int32(random.below(20) == 0 ? random.below(units.units.count) : unit))
    }
    try CoordinateTransformer(from: system).inverse(&positions)
    let guess = try CoordinateGuess(
      positions: positions, units: stated, stated: units, name: "t", threads: 2)
    #expect(guess.system == system)
    #expect(guess.candidates[0].inside > 1800)
  }

  /// The sign test in closed form: ten of ten is 2^-10.
  @Test func probabilitiesAreThoseOfTheSignTest() throws {
    let area = try StatedUnitsTests.square(120, 30, side: 0.5)
    let units = StatedUnits(counties: [("330102", "上城区", "", area)])
    // Just within the western border: GCJ-02 is east of WGS 84 here, so that read as GCJ-02 they are outside.
    func positions(_ count: Int) -> [Coordinate] {
      (0..<count).map { Coordinate(x: 120.0005, y: 30.1 + 0.01 * Double($0)) }
    }
    let ten = try CoordinateGuess(
      positions: positions(10), units: [Int32](repeating: 0, count: 10), stated: units, name: "t",
      threads: 1)
    #expect(ten.system == .wgs84)
    #expect(ten.candidates[1].lost == 10 && ten.candidates[1].won == 0)
    #expect(abs(ten.candidates[1].probability - 1.0 / 1024) < 1e-12)
    let nine = userError {
      try CoordinateGuess(
        positions: positions(9), units: [Int32](repeating: 0, count: 9), stated: units, name: "t",
        threads: 1)
    }
    #expect(nine?.code == "DR-442")
  }
}
