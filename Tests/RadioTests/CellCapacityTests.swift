import Geometry
import Radio
import TestSupport
import Territory
import Testing

@Suite struct CellCapacityTests {
  private func served(_ places: [(Double, Double)]) -> ServedEfficiency {
    var served = ServedEfficiency()
    for (bits, weight) in places { served.add(bitsPerHertz: bits, weight: weight) }
    return served
  }

  /// 100 MHz, 0.7 of the time, 4 layers: 280 Mbps for each bit/s/Hz. Of 1, 2 and 4 bit/s/Hz the
  /// arithmetic mean is 7/3, the harmonic one 12/7.
  @Test func theTwoSchedulersInClosedForm() throws {
    let cell = try CellCapacity(bandwidthMHz: 100, downlinkShare: 0.7, spatialMultiplexing: 4)
    let places = served([(1, 1), (2, 1), (4, 1)])
    #expect(abs(cell.mbps(places, scheduler: .equalResource) - 280 * 7 / 3) < 1e-9)
    #expect(abs(cell.mbps(places, scheduler: .equalRate) - 280.0 * 12 / 7) < 1e-9)
  }

  @Test func weightsAreRepetitions() throws {
    for scheduler in CellCapacity.Scheduler.allCases {
      let weighted = try #require(served([(1, 3), (4, 2)]).mean(scheduler))
      let repeated = try #require(
        served([(1, 1), (4, 1), (1, 1), (4, 1), (1, 1)]).mean(scheduler))
      #expect(abs(weighted - repeated) < 1e-12)
    }
  }

  /// A user of equal rate r takes a share r / s of the time: the shares sum to 1.
  @Test(arguments: 0..<40) func equalRateFillsTheTimeAndIsNeverMore(seed: Int) throws {
    var generator = SeededGenerator(seed: UInt64(seed))
    let efficiencies = (0..<Int.random(in: 1...50, using: &generator)).map { _ in
      Double.random(in: 0.08...6, using: &generator)
    }
    let places = served(efficiencies.map { ($0, 1) })
    let fair = try #require(places.mean(.equalRate))
    let equal = try #require(places.mean(.equalResource))
    let rate = fair / Double(efficiencies.count)
    #expect(abs(efficiencies.reduce(0) { $0 + rate / $1 } - 1) < 1e-9)
    #expect(fair <= equal + 1e-12)
    let (least, most) = try (#require(efficiencies.min()), #require(efficiencies.max()))
    #expect(fair >= least - 1e-12 && equal <= most + 1e-12)
  }

  @Test func whatIsNotServedIsCountedApart() throws {
    let cell = try CellCapacity(bandwidthMHz: 20, downlinkShare: 1, spatialMultiplexing: 1)
    var places = served([(0, 5), (2, 1), (-1, 1)])
    #expect(places.unservedWeight == 6 && places.servedWeight == 1)
    for scheduler in CellCapacity.Scheduler.allCases {
      #expect(abs(cell.mbps(places, scheduler: scheduler) - 40) < 1e-9)
      #expect(cell.mbps(ServedEfficiency(), scheduler: scheduler) == 0)
      #expect(ServedEfficiency().mean(scheduler) == nil)
    }
    let before = places
    for (bits, weight) in [
      (Double.nan, 1.0), (1, .nan), (.infinity, 1), (1, .infinity), (1, 0), (1, -1),
    ] {
      places.add(bitsPerHertz: bits, weight: weight)
    }
    #expect(places == before)
  }

  @Test func aSettlementIsTheSumOfItsCells() {
    #expect(CellCapacity.settlementMbps([100, 200.5, 0]) == 300.5)
    #expect(CellCapacity.settlementMbps([]) == 0)
  }

  @Test(
    arguments: [
      (0, 0.7, 4), (1001, 0.7, 4), (.nan, 0.7, 4), (100, 0, 4), (100, 1.1, 4), (100, .nan, 4),
      (100, 0.7, 0), (100, 0.7, 65), (100, 0.7, .nan),
    ] as [(Double, Double, Double)]) func parametersOutsideTheRangeAreRefused(
      width: Double, share: Double, layers: Double
    )
  {
    let error = userError {
      try CellCapacity(bandwidthMHz: width, downlinkShare: share, spatialMultiplexing: layers)
    }
    #expect(error?.code == "DR-364")
  }

  /// At the book's figures a 64T64R cell of 100 MHz makes 600 to 800 Mbps at the mean efficiency of
  /// 2.2 bit/s/Hz, and a 4T4R cell of 30 or 40 MHz 95 to 130.
  @Test func theBundledCells() throws {
    let path = try Geodata.locate(programPath: #filePath, environment: [:]).path("books/bands.yaml")
    let book = try BandBook.read(path: path)
    for configuration in book.configurations {
      let band = try #require(book.band(configuration.band))
      let mbps = try book.capacity(configuration, band).mbps(
        served([(2.2, 1)]), scheduler: .equalResource)
      let expected = configuration.name.hasSuffix("64T64R") ? 600.0...800 : 90...135
      #expect(expected.contains(mbps), "\(configuration.name) \(mbps)")
    }
  }
}
