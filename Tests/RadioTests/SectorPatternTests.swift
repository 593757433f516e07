import Geometry
import Radio
import TestSupport
import Testing

/// The pattern of TR 38.901 Table 7.3-1, by hand.
@Suite struct SectorPatternTests {
  @Test func halfTheBeamwidthIsThreeDecibels() {
    let element = SectorPattern.element
    #expect(abs(element.horizontalLossDB(degrees: 32.5) - 3) < 1e-12)
    #expect(abs(element.horizontalLossDB(degrees: 60) - 12 * 60 * 60 / 65.0 / 65.0) < 1e-12)
    #expect(
      element.lossDB(horizontalDB: element.horizontalLossDB(degrees: 180), verticalDB: 0) == 30)
  }

  @Test func theVerticalPatternLooksAlongTheTilt() throws {
    let pattern = try SectorPattern(
      horizontalBeamwidthDegrees: 65, verticalBeamwidthDegrees: 10, mostDB: 30, downtiltDegrees: 6)
    // 25 m above a user, the ray falls by 6 degrees at 237.86 m.
    #expect(
      pattern.verticalLossDB(distanceMetres: 237.859, heightDifferenceMetres: 25) < 1e-6)
    // The horizon is 6 degrees above the boresight: 12 (6/10)^2 = 4.32 dB.
    #expect(
      abs(pattern.verticalLossDB(distanceMetres: 1e7, heightDifferenceMetres: 25) - 4.32) < 0.01)
    #expect(pattern.verticalLossDB(distanceMetres: 0, heightDifferenceMetres: 25) == 30)
  }

  @Test func bothTogetherAreCutOff() {
    #expect(SectorPattern.element.lossDB(horizontalDB: 10, verticalDB: 4) == 14)
    #expect(SectorPattern.element.lossDB(horizontalDB: 28, verticalDB: 4) == 30)
  }

  @Test func oddParametersAreRefused() {
    for (horizontal, vertical, most, tilt) in [
      (0, 65, 30, 0), (65, 0, 30, 0), (65, 65, 61, 0), (65, 65, 30, 91), (.nan, 65, 30, 0),
    ] as [(Double, Double, Double, Double)] {
      let error = userError {
        _ = try SectorPattern(
          horizontalBeamwidthDegrees: horizontal, verticalBeamwidthDegrees: vertical, mostDB: most,
          downtiltDegrees: tilt)
      }
      #expect(error?.code == "DR-305")
    }
  }
}

@Suite struct SectorLayoutTests {
  @Test func azimuthsAreReadAsPeopleWriteThem() {
    #expect(SectorLayout("0;120;240") == .threeSectors)
    #expect(SectorLayout("240/0/120") == .threeSectors)
    #expect(SectorLayout("360 120 -120") == .threeSectors)
    #expect(SectorLayout("omni") == .omnidirectional)
    #expect(SectorLayout("45.5")?.description == "45.5")
    #expect(SectorLayout.threeSectors.description == "0;120;240")
    #expect(SectorLayout.omnidirectional.cellCount == 1)
    for bad in ["", "north", "0;;x", "nan", "400", String(repeating: "1 ", count: 13)] {
      #expect(SectorLayout(bad) == nil, "\(bad)")
    }
  }

  @Test func theNearestBoresightDecides() {
    let antenna = SectorAntenna(.element, .threeSectors)
    #expect(antenna.horizontalLossDB(east: 0, north: 100) < 1e-6)
    // East is 30 degrees off the sector at 120.
    #expect(abs(antenna.horizontalLossDB(east: 100, north: 0) - 12 * 900 / 65.0 / 65) < 1e-3)
    #expect(SectorAntenna(.element, .omnidirectional).horizontalLossDB(east: 5, north: 5) == 0)
  }
}
