import Geometry
import Radio
import Territory
import TestSupport
import Testing

@Suite struct BandBookTests {
  private let path: String
  private let book: BandBook

  init() throws {
    path = try Geodata.locate(programPath: #filePath, environment: [:]).path("books/bands.yaml")
    book = try BandBook.read(path: path)
  }

  @Test func theBundledBandsBelongToTheirGroups() {
    let groups = Dictionary(uniqueKeysWithValues: book.bands.map { ($0.name, $0.group) })
    #expect(
      groups == ["n28": .mobile, "n41": .mobile, "n79": .mobile, "n1": .unicom, "n78": .unicom])
    #expect(Set(book.configurations.map(\.name)).count == book.configurations.count)
    for configuration in book.configurations {
      #expect(book.groupByConfiguration[configuration.name] == groups[configuration.band])
    }
    #expect(book.band("n77") == nil && book.configuration("n77-64T64R") == nil)
  }

  @Test func resourceBlocksFillTheCarrierAndLeaveAGuardBand() {
    for band in book.bands {
      let used = band.resourceBlocks.value * 12 * band.subcarrierSpacingKHz.value / 1000
      #expect(
        used < band.bandwidthMHz.value && used > 0.9 * band.bandwidthMHz.value, "\(band.name)")
    }
  }

  @Test func everyConfigurationHasABudgetAndPowerThatRisesWithLoad() throws {
    for configuration in book.configurations {
      let band = try #require(book.band(configuration.band))
      let budget = try book.budget(configuration, band)
      #expect((20...80).contains(budget.radiatedPerResourceElementDBm), "\(configuration.name)")
      let idle = configuration.meanPowerKilowatts(load: 0)
      let half = configuration.meanPowerKilowatts(load: 0.5)
      let full = configuration.meanPowerKilowatts(load: 1)
      #expect(idle == configuration.idlePowerKilowatts.value)
      #expect(abs(full - configuration.fullPowerKilowatts.value) < 1e-12)
      #expect(idle < half && half < full && abs(half - (idle + full) / 2) < 1e-12)
    }
  }

  @Test func aConfigurationOfAnUnknownBandIsRefused() throws {
    let error = try edited("band: n79", "band: n99")
    #expect(error?.code == "DR-310")
    #expect(error?.status == .badData)
    #expect(error?.problem.contains("n99") == true)
    #expect(error?.remedy.contains("n78") == true)
  }

  @Test func anUnknownGroupAndAMissingKeyAreRefused() throws {
    #expect(try edited("group: unicom", "group: telecom")?.code == "DR-251")
    #expect(try edited("noiseFigureDB:", "noiseDB:")?.problem.contains("noiseFigureDB") == true)
  }

  @Test func everyConfigurationHasAnUplinkThatIsWeakerThanItsDownlink() throws {
    for configuration in book.configurations {
      let band = try #require(book.band(configuration.band))
      let uplink = try book.uplink(configuration, band)
      #expect(uplink.userPowerDBm == 23 && uplink.timeShare == band.uplinkShare.value)
      #expect(uplink.resourceBlocks == Int(band.resourceBlocks.value))
      let loss = try #require(uplink.maximumLossDB(edgeRateMbps: 1))
      #expect((130...155).contains(loss), "\(configuration.name) \(loss)")
      #expect(band.duplex == "FDD" || band.uplinkShare.value < band.downlinkShare.value)
    }
    #expect((0...1).contains(book.neighbourLoad.value))
  }

  @Test(arguments: [
    ("userPowerDBm: {value: 23", "userPowerDBm: {value: 60", "userPowerDBm"),
    ("neighbourLoad: {value: 0.5", "neighbourLoad: {value: -0.1", "neighbourLoad"),
    ("uplinkInterferenceMarginDB: {value: 2.5", "uplinkInterferenceMarginDB: {value: 31", "Margin"),
    ("uplinkShare: {value: 0.229", "uplinkShare: {value: 0", "n41: uplinkShare"),
    ("uplinkShare: {value: 0.229", "uplinkShare: {value: 0.9", "n41"),
    ("downlinkShare: {value: 0.743", "downlinkShare: {value: 1.1", "n41: downlinkShare"),
    ("resourceBlocks: {value: 273", "resourceBlocks: {value: 1e300", "resourceBlocks"),
    ("resourceBlocks: {value: 273", "resourceBlocks: {value: 272.5", "n41: resourceBlocks"),
    ("subcarrierSpacingKHz: {value: 30", "subcarrierSpacingKHz: {value: 45", "SpacingKHz"),
    ("subcarrierSpacingKHz: {value: 30", "subcarrierSpacingKHz: {value: 120", "SpacingKHz"),
    ("receiveGainDBi: {value: 20", "receiveGainDBi: {value: 50", "n1-4T4R: receiveGainDBi"),
    ("spatialMultiplexing: {value: 1.5", "spatialMultiplexing: {value: 0", "spatialMultiplexing"),
    ("receiveNoiseFigureDB: {value: 3.5", "receiveNoiseFigureDB: {value: -1", "NoiseFigure"),
    (
      "horizontalBeamwidthDegrees: {value: 65", "horizontalBeamwidthDegrees: {value: 0",
      "horizontalBeamwidthDegrees"
    ),
    ("downtiltDegrees: {value: 6", "downtiltDegrees: {value: 91", "downtiltDegrees"),
    ("frontToBackDB: {value: 30", "frontToBackDB: {value: -1", "frontToBackDB"),
  ]) func figuresNoRadioHasAreRefused(found: String, replacement: String, place: String) throws {
    #expect(try InputFile.text(at: path).contains(found))
    let error = try edited(found, replacement)
    #expect(error?.code == "DR-362")
    #expect(error?.place.contains(place) == true, "\(error?.place ?? "")")
  }

  @Test(arguments: [
    ("- name: n78\n", "- name: n41\n", "n41"),
    ("- name: n78-64T64R\n", "- name: n41-64T64R\n", "n41-64T64R"),
  ]) func aNameThatStandsTwiceIsRefused(found: String, replacement: String, place: String) throws {
    #expect(try InputFile.text(at: path).contains(found))
    // A second band of the name leaves configurations of the first without one.
    let text = try InputFile.text(at: path).replacing(found, with: replacement)
      .replacing("band: n78\n", with: "band: n41\n")
    let scratch = try Scratch()
    let copy = try scratch.file("bands.yaml", text)
    let error = userError { try BandBook.read(path: copy) }
    #expect(error?.code == "DR-388")
    #expect(error?.place.hasSuffix(": \(place)") == true)
  }

  @Test func nanIsRefusedWhereverItStands() throws {
    for key in ["userPowerDBm: {value: 23", "uplinkShare: {value: 1", "receiveGainDBi: {value: 25"]
    {
      let name = String(key.prefix { $0 != ":" })
      #expect(try edited(key, "\(name): {value: .nan")?.code == "DR-251", "\(key)")
    }
  }

  private func edited(_ found: String, _ replacement: String) throws -> UserError? {
    let scratch = try Scratch()
    let text = try InputFile.text(at: path)
    let copy = try scratch.file(
      "bands.yaml", text.replacing(found, with: replacement))
    return userError { try BandBook.read(path: copy) }
  }
}
