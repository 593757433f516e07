import Geometry
import Radio
import Testing

@Suite("Link budget")
struct LinkBudgetTests {
  /// Watts, resource blocks, energy per resource element dBm.
  @Test(
    "energy per resource element",
    arguments: [
      (10.0, 273, 4.847), (200, 273, 17.857), (240, 273, 18.649), (320, 273, 19.898),
      (160, 216, 17.905), (240, 216, 19.666), (240, 160, 20.969), (320, 160, 22.218),
    ])
  func energy(watts: Double, blocks: Int, expected: Double) throws {
    let budget = try LinkBudget(
      conductedPowerWatts: watts, resourceBlocks: blocks, subcarrierSpacingKHz: 30, ssbGainDBi: 0)
    #expect(abs(budget.energyPerResourceElementDBm - expected) < 1e-3)
  }

  @Test("noise per resource element")
  func noise() throws {
    for (spacing, expected) in [(30.0, -122.23), (15, -125.24)] {
      let budget = try LinkBudget(
        conductedPowerWatts: 200, resourceBlocks: 216, subcarrierSpacingKHz: spacing,
        ssbGainDBi: 0)
      #expect(abs(budget.noisePerResourceElementDBm - expected) < 0.005)
    }
  }

  @Test("the terms add up")
  func terms() throws {
    let budget = try LinkBudget(
      conductedPowerWatts: 200, resourceBlocks: 273, subcarrierSpacingKHz: 30, ssbGainDBi: 18,
      feederLossDB: 0.5, bodyLossDB: 3, interferenceMarginDB: 4)
    #expect(abs(budget.radiatedPerResourceElementDBm - 35.357) < 1e-3)
    #expect(abs(budget.maximumLossDB(thresholdDBm: -105) - 137.357) < 1e-3)
    #expect(abs(budget.ssRSRP(lossDB: budget.maximumLossDB(thresholdDBm: -105)) + 105) < 1e-9)
    #expect(abs(budget.ssSINR(lossDB: 137.357) - (122.229 - 105 - 4)) < 0.005)
  }

  /// One row of worked radii, made with a fade margin of 8.7 dB and 3 dB of depth indoors.
  struct Worked: Sendable {
    let carrierGHz: Double
    let watts: Double
    let blocks: Int
    let gainDBi: Double
    /// UMa and RMa without line of sight: outdoors, low-loss and high-loss indoors, metres.
    let urban: [Double]
    let rural: [Double]
  }

  @Test(
    "worked radii",
    arguments: [
      Worked(
        carrierGHz: 3.5, watts: 200, blocks: 273, gainDBi: 18, urban: [571, 303, 130],
        rural: [1109, 585, 250]),
      Worked(
        carrierGHz: 2.6, watts: 240, blocks: 273, gainDBi: 18, urban: [696, 380, 185],
        rural: [1356, 735, 356]),
      Worked(
        carrierGHz: 2.1, watts: 240, blocks: 216, gainDBi: 17, urban: [778, 433, 228],
        rural: [1516, 840, 439]),
      Worked(
        carrierGHz: 0.7, watts: 240, blocks: 160, gainDBi: 15, urban: [1310, 806, 518],
        rural: [2569, 1572, 1005]),
    ])
  func radii(row: Worked) throws {
    let budget = try LinkBudget(
      conductedPowerWatts: row.watts, resourceBlocks: row.blocks, subcarrierSpacingKHz: 30,
      ssbGainDBi: row.gainDBi)
    let walls = [
      0,
      BuildingEntryLoss(.lowLoss, carrierGHz: row.carrierGHz).wallLossDB + 3,
      BuildingEntryLoss(.highLoss, carrierGHz: row.carrierGHz).wallLossDB + 3,
    ]
    for (model, expected) in [
      (try UrbanMacro(carrierGHz: row.carrierGHz) as any PathLossModel, row.urban),
      (try RuralMacro(carrierGHz: row.carrierGHz), row.rural),
    ] {
      for (index, wall) in walls.enumerated() {
        let threshold = index == 0 ? -105.0 : -110
        let most = budget.maximumLossDB(thresholdDBm: threshold) - wall - 8.7
        // The loss at the printed radius is the largest loss, to half a metre of the print.
        let nearer = model.nonLineOfSightLossDB(distance2DMetres: expected[index] - 1)
        let further = model.nonLineOfSightLossDB(distance2DMetres: expected[index] + 1)
        #expect(nearer <= most && most <= further, "\(expected[index]) m")
      }
    }
  }

  @Test("parameters outside the range are refused")
  func refusals() {
    let error = #expect(throws: UserError.self) {
      try LinkBudget(
        conductedPowerWatts: 0, resourceBlocks: 273, subcarrierSpacingKHz: 30, ssbGainDBi: 18)
    }
    #expect(error?.code == "DR-302")
    #expect(throws: UserError.self) {
      try LinkBudget(
        conductedPowerWatts: 1, resourceBlocks: 276, subcarrierSpacingKHz: 30, ssbGainDBi: 18)
    }
  }
}
