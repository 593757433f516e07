import Foundation
import Geometry
import Radio
import TestSupport
import Territory
import Testing

/// What others have published of uplinks, held against the bundled book. The statements do not say
/// which parameters they rest on; each comment says what comes out here.
@Suite struct UplinkStatementTests {
  private let book: BandBook

  init() throws {
    let geodata = try Geodata.locate(programPath: #filePath, environment: [:])
    book = try BandBook.read(path: geodata.path("books/bands.yaml"))
  }

  private func edgeDB(_ name: String, rateMbps: Double) throws -> Double {
    let configuration = try #require(book.configuration(name))
    let band = try #require(book.band(configuration.band))
    return try #require(book.uplink(configuration, band).maximumLossDB(edgeRateMbps: rateMbps))
  }

  /// What one configuration gains on another at an edge rate: budget, carrier, and a wall or none.
  private func gainDB(
    of one: String, on other: String, wall: BuildingEntryLoss.Building?
  ) throws -> Double {
    func term(_ name: String) throws -> Double {
      let band = try #require(book.configuration(name).flatMap { book.band($0.band) })
      let carrier = band.centreGHz.value
      let path = try UrbanMacro(carrierGHz: carrier).nonLineOfSightLossDB(distance2DMetres: 500)
      let entry = wall.map { BuildingEntryLoss($0, carrierGHz: carrier).wallLossDB } ?? 0
      return try edgeDB(name, rateMbps: 3) - path - entry
    }
    return try term(one) - term(other)
  }

  /// "The C band's downlink reaches about 16 dB further than its uplink, 50 Mbps on the PDSCH
  /// against 5 Mbps on the PUSCH." Here 16.1 dB with a downlink interference margin of 6 dB (4 to 8
  /// are usual: 18.1 to 14.1), both with the 25 dBi traffic beam; 13.1 with a high-power handset.
  @Test func theGapBetweenDownlinkAndUplinkOfTheCBand() throws {
    let configuration = try #require(book.configuration("n78-64T64R"))
    let band = try #require(book.band("n78"))
    let hertz = band.resourceBlocks.value * 12 * band.subcarrierSpacingKHz.value * 1000
    let sinr = try #require(
      SpectralEfficiency.downlinkTR38803.requiredSINRDB(
        bitsPerHertz: 50e6 / (hertz * band.downlinkShare.value)))
    let noise = -174 + 10 * log10(hertz) + book.noiseFigureDB.value + 6
    let radiated =
      10 * log10(configuration.conductedPowerWatts.value * 1000)
      + configuration.receiveGainDBi.value
    let downlink = radiated - book.bodyLossDB.value - noise - sinr
    let gap = try downlink - edgeDB("n78-64T64R", rateMbps: 5)
    #expect(abs(gap - 16) < 1.5, "\(gap)")
  }

  /// "At 3 Mbps on the edge 3.5 GHz is 5 dB worse than 2.6 GHz." Path (2.6 dB) and coated walls
  /// (2.5 dB) alone make 5.1 dB. The book's patterns give 3.5 GHz 0.329 of the time and 2.6 GHz
  /// 0.229, which is worth 1.7 dB to 3.5 GHz: 3.4 dB in all, 0.9 dB without a wall.
  @Test func threePointFiveGigahertzAgainstTwoPointSix() throws {
    let coated = try gainDB(of: "n41-64T64R", on: "n78-64T64R", wall: .highLoss)
    #expect(abs(coated - 5) < 2, "\(coated)")
    let time = try edgeDB("n78-64T64R", rateMbps: 3) - edgeDB("n41-64T64R", rateMbps: 3)
    #expect(abs(coated + time - 5) < 0.3, "\(coated) \(time)")
    #expect(try gainDB(of: "n41-64T64R", on: "n78-64T64R", wall: nil) > 0)
  }

  /// "2.1 GHz with 4T4R gains 7.7 dB on 3.5 GHz with 64T64R and 3.5 dB on 2.6 GHz." Here 3.7 dB
  /// outdoors, 4.5 behind plain and 7.7 behind coated walls on 3.5 GHz; 2.8, 3.2 and 4.3 on 2.6 GHz.
  @Test func twoPointOneGigahertzAgainstMassiveMIMO() throws {
    let walls: [BuildingEntryLoss.Building?] = [nil, .lowLoss, .highLoss]
    let onUpper = try walls.map { try gainDB(of: "n1-4T4R", on: "n78-64T64R", wall: $0) }
    let onMiddle = try walls.map { try gainDB(of: "n1-4T4R", on: "n41-64T64R", wall: $0) }
    #expect(abs(onUpper[2] - 7.7) < 1, "\(onUpper)")
    #expect(onUpper[0] > 2.5 && onUpper == onUpper.sorted(), "\(onUpper)")
    for gain in onMiddle { #expect(abs(gain - 3.5) < 1.5, "\(onMiddle)") }
  }

  /// "700 MHz gains 22 dB on 2.6 GHz in depth: 15 dB of path, 7 dB of walls." Here 15.9 dB: UMa's
  /// carrier term makes 10.5 dB of path, as the TR puts no more diffraction into it, coated walls
  /// 6.3 dB, and the smaller antenna (7 dB) loses 1.0 dB more than the fourfold time brings.
  @Test func sevenHundredMegahertzAgainstTwoPointSix() throws {
    let gain = try gainDB(of: "n28-4T4R", on: "n41-64T64R", wall: .highLoss)
    #expect((14...20).contains(gain), "\(gain)")
  }
}
