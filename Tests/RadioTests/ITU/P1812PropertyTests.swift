import Geometry
import Radio
import Testing

/// A path over made-up country: hills of a few wavelengths, clutter here and there, all by a seed.
private struct Country {
  let distances: [Double]
  let terrain: [Double]
  let clutter: [Double]

  init(seed: UInt64, count: Int = 200, stepKilometres: Double = 0.05, hillsMetres: Double = 60) {
    var state = seed &* 0x9E37_79B9_7F4A_7C15 | 1
    func draw() -> Double {
      state ^= state << 13
      state ^= state >> 7
      state ^= state << 17
      return Double(state >> 11) / 9_007_199_254_740_992
    }
    var height = 200 + 100 * draw()
    var slope = 0.0
    var terrain: [Double] = []
    for _ in 0..<count {
      slope = 0.8 * slope + (draw() - 0.5) * hillsMetres / 10
      height = max(height + slope, 0)
      terrain.append(height)
    }
    distances = (0..<count).map { Double($0) * stepKilometres }
    self.terrain = terrain
    clutter = (0..<count).map { _ in draw() < 0.3 ? 20 * draw() : 0 }
  }

  func profile() throws -> PathProfile {
    try PathProfile(distancesKilometres: distances, terrainMetres: terrain, clutterMetres: clutter)
  }

  func reversed() throws -> PathProfile {
    let length = distances[distances.count - 1]
    return try PathProfile(
      distancesKilometres: distances.reversed().map { length - $0 },
      terrainMetres: terrain.reversed(), clutterMetres: clutter.reversed())
  }
}

private func model(
  carrierGHz: Double = 0.7, from transmitter: Double = 40, to receiver: Double = 1.5,
  time: Double = 50, places: Double = 50, polarisation: Polarisation = .vertical
) throws -> P1812 {
  try P1812(
    carrierGHz: carrierGHz, transmitterHeightMetres: transmitter, receiverHeightMetres: receiver,
    polarisation: polarisation, timePercent: time, locationPercent: places,
    climate: try RadioClimate())
}

@Suite("P.1812 properties")
struct P1812PropertyTests {
  @Test("free space between high masts over a plain, in closed form")
  func freeSpace() throws {
    let distances = (0...100).map { 0.02 * Double($0) }
    let plain = try PathProfile(
      distancesKilometres: distances, terrainMetres: distances.map { _ in 10 })
    for (carrier, loss) in [(0.7, 95.32260), (3.5, 109.30200)] {
      // 92.4 + 20 log10 f + 20 log10 2 km, antennas level and far above the Fresnel zone.
      let value = try model(carrierGHz: carrier, from: 300, to: 300).lossDB(over: plain)
      #expect(abs(value - loss) < 1e-4, "\(value)")
    }
  }

  /// Carrier GHz, loss dB, field strength dB(µV/m) of 1 kW, as published for b2iseac.
  @Test(
    "field strength for a loss",
    arguments: [[0.0953, 129.0969126, 49.84494546], [0.0953, 160.0734573, 18.86840073]])
  func fieldStrength(row: [Double]) throws {
    #expect(abs(try model(carrierGHz: row[0]).fieldStrengthDB(lossDB: row[1]) - row[2]) < 1e-6)
  }

  @Test("the same both ways", arguments: 1...20)
  func reciprocity(seed: Int) throws {
    let country = Country(seed: UInt64(seed))
    for time in [1.0, 10, 50] {
      let there = try model(from: 35, to: 8, time: time).lossDB(over: try country.profile())
      let back = try model(from: 8, to: 35, time: time).lossDB(over: try country.reversed())
      #expect(abs(there - back) < 1e-6, "\(there) there, \(back) back")
    }
  }

  @Test("never less for more of the time or more of the places", arguments: 1...20)
  func shares(seed: Int) throws {
    let profile = try Country(seed: UInt64(seed)).profile()
    let times = try [1.0, 2, 5, 10, 20, 35, 50].map {
      try model(time: $0).lossDB(over: profile)
    }
    #expect(zip(times, times.dropFirst()).allSatisfy { $0 <= $1 + 1e-9 }, "\(times)")
    let places = try [1.0, 10, 30, 50, 70, 90, 99].map {
      try model(places: $0).lossDB(over: profile)
    }
    #expect(zip(places, places.dropFirst()).allSatisfy { $0 <= $1 }, "\(places)")
  }

  @Test("a higher ridge never loses less, and a high one loses much")
  func ridge() throws {
    let distances = (0...200).map { 0.05 * Double($0) }
    let losses = try stride(from: 0.0, through: 300, by: 10).map { height in
      let terrain = distances.map { abs($0 - 4) < 0.12 ? 100 + height : 100 }
      return try model(carrierGHz: 2.6).lossDB(
        over: try PathProfile(distancesKilometres: distances, terrainMetres: terrain))
    }
    #expect(zip(losses.dropFirst(5), losses.dropFirst(6)).allSatisfy { $0 < $1 })
    #expect(losses[losses.count - 1] > losses[0] + 15)
  }

  /// 1.6449 deviations of (0.024 f + 0.52) w^0.28, w = 100 m; the approximation's error is 4.5e-4.
  @Test("the spread over places vanishes above the clutter")
  func places() throws {
    let distances = (0...100).map { 0.05 * Double($0) }
    func spread(clutter: Double, receiver: Double) throws -> Double {
      let profile = try PathProfile(
        distancesKilometres: distances, terrainMetres: distances.map { 10 * $0 },
        clutterMetres: distances.map { _ in clutter })
      return try model(to: receiver, places: 95).lossDB(over: profile)
        - model(to: receiver).lossDB(over: profile)
    }
    #expect(abs(try spread(clutter: 15, receiver: 1.5) - 3.2057) < 2e-3)
    #expect(abs(try spread(clutter: 15, receiver: 20) - 3.2057 / 2) < 2e-3)
    #expect(abs(try spread(clutter: 15, receiver: 25)) < 1e-9)
  }

  @Test("clutter on the way never helps where it hides the receiver")
  func clutter() throws {
    let distances = (0...100).map { 0.05 * Double($0) }
    let losses = try stride(from: 0.0, through: 40, by: 5).map { height in
      try model(carrierGHz: 3.5, from: 25).lossDB(
        over: try PathProfile(
          distancesKilometres: distances, terrainMetres: distances.map { _ in 50 },
          clutterMetres: distances.map { _ in height }))
    }
    #expect(zip(losses, losses.dropFirst()).allSatisfy { $0 < $1 }, "\(losses)")
  }

  @Test("a shared spacing answers as one of its own", arguments: 1...5)
  func spacing(seed: Int) throws {
    let country = Country(seed: UInt64(seed))
    let shared = try PathProfile(
      try PathSpacing(stepKilometres: 0.05, count: country.terrain.count),
      terrainMetres: ContiguousArray(country.terrain),
      clutterMetres: ContiguousArray(country.clutter))
    #expect(
      try model(time: 10).lossDB(over: shared) == model(time: 10).lossDB(over: country.profile()))
  }

  /// The smooth earth's slopes come from a search: their losses must be those of any other spacing of
  /// the same plain, up to what the points in between decide.
  @Test("a plain's loss beyond the horizon hardly depends on the step")
  func step() throws {
    func loss(count: Int) throws -> Double {
      let spacing = try PathSpacing(stepKilometres: 60 / Double(count - 1), count: count)
      let plain = ContiguousArray(repeating: 20.0, count: count)
      return try model(from: 30, to: 10, time: 10).lossDB(
        over: try PathProfile(spacing, terrainMetres: plain))
    }
    let fine = try loss(count: 4001)
    for count in [301, 1001, 2001] { #expect(abs(try loss(count: count) - fine) < 0.05) }
    #expect(fine > 92.4 + 20 * 1.778 - 3.1 + 10)
  }

  @Test("over the sea a wave goes further than over land")
  func sea() throws {
    let distances = (0...200).map { 0.5 * Double($0) }
    func loss(_ zone: RadioClimaticZone) throws -> Double {
      try model(carrierGHz: 0.1, from: 50, to: 10, time: 1).lossDB(
        over: try PathProfile(
          distancesKilometres: distances, terrainMetres: distances.map { _ in 0 },
          zones: distances.map { _ in zone }))
    }
    #expect(try loss(.sea) < loss(.inland) - 3)
  }
}

@Suite("P.1812 refusals")
struct P1812RefusalTests {
  @Test("parameters outside their ranges")
  func parameters() throws {
    #expect(throws: UserError.self) { try model(carrierGHz: 6.1) }
    #expect(throws: UserError.self) { try model(carrierGHz: 0.02) }
    #expect(throws: UserError.self) { try model(from: 0.5) }
    #expect(throws: UserError.self) { try model(to: 3001) }
    #expect(throws: UserError.self) { try model(time: 51) }
    #expect(throws: UserError.self) { try model(time: 0.9) }
    #expect(throws: UserError.self) { try model(places: .nan) }
    #expect(throws: UserError.self) { try RadioClimate(refractivityLapse: 157) }
    #expect(throws: UserError.self) { try RadioClimate(latitudeDegrees: 91) }
  }

  @Test("a path that is too short")
  func short() throws {
    let profile = try PathProfile(distancesKilometres: [0, 0.1, 0.2], terrainMetres: [0, 0, 0])
    #expect(throws: UserError.self) { try model().lossDB(over: profile) }
  }

  @Test("profiles that are none")
  func profiles() {
    let bad: [([Double], [Double], [Double], [RadioClimaticZone])] = [
      ([0, 1], [0, 0], [], []), ([0, 1, 1], [0, 0, 0], [], []), ([1, 2, 3], [0, 0, 0], [], []),
      ([0, 1, 2], [0, .nan, 0], [], []), ([0, 1, 2], [0, 0], [], []),
      ([0, 1, 2], [0, 0, 0], [0, -1, 0], []), ([0, 1, 2], [0, 0, 0], [0], []),
      ([0, 1, 2], [0, 0, 0], [], [.sea]), ([0, 1, .infinity], [0, 0, 0], [], []),
      ([], [], [], []),
    ]
    for (distances, terrain, clutter, zones) in bad {
      #expect(throws: UserError.self) {
        try PathProfile(
          distancesKilometres: distances, terrainMetres: terrain, clutterMetres: clutter,
          zones: zones)
      }
    }
  }

  @Test("zones in closed form: borders half-way between points")
  func zones() throws {
    let profile = try PathProfile(
      distancesKilometres: [0, 1, 2, 4, 5, 10], terrainMetres: [0, 0, 0, 0, 0, 0],
      zones: [.inland, .inland, .coastalLand, .sea, .coastalLand, .inland])
    #expect(profile.longestInlandKilometres == 2.5)
    #expect(profile.longestLandKilometres == 5.5)
    #expect(abs(profile.seaShare - 0.15) < 1e-12)
    #expect(profile.startCoastKilometres == 3)
    #expect(profile.endCoastKilometres == 5.5)
  }
}
