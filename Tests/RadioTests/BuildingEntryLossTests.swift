import Radio
import Testing

@Suite("Building entry loss")
struct BuildingEntryLossTests {
  /// TR 38.901 Table 7.4.3-2: carrier GHz; low-loss, high-loss before and from release 19, dB.
  @Test(
    "wall loss",
    arguments: [
      [0.7, 10.2367, 17.7466, 17.8591], [2.1, 11.9072, 22.7606, 23.0613],
      [2.6, 12.2558, 24.3615, 24.7707], [3.5, 12.6975, 26.8498, 27.4993],
      [4.9, 13.1396, 29.5086, 30.4923],
    ])
  func wall(row: [Double]) {
    let low = BuildingEntryLoss(.lowLoss, carrierGHz: row[0])
    let high = BuildingEntryLoss(.highLoss, carrierGHz: row[0])
    let newer = BuildingEntryLoss(.highLoss, carrierGHz: row[0], glass: .release19)
    #expect(abs(low.wallLossDB - row[1]) < 1e-3)
    #expect(abs(high.wallLossDB - row[2]) < 1e-3)
    #expect(abs(newer.wallLossDB - row[3]) < 1e-3)
    #expect(low.deviationDB == 4.4 && high.deviationDB == 6.5)
  }

  /// The mean of the lesser of two uniform draws: 8.33 m of 25 m, 3.33 m of 10 m.
  @Test("mean loss inside")
  func inside() {
    #expect(abs(BuildingEntryLoss.meanIndoorLossDB(maximumDepthMetres: 25) - 4.1667) < 1e-4)
    #expect(abs(BuildingEntryLoss.meanIndoorLossDB(maximumDepthMetres: 10) - 1.6667) < 1e-4)
  }
}
