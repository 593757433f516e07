import FoundationEssentials
import Geometry
import Radio
import Territory
import Testing

@Suite("P.2109 building entry loss")
struct BuildingEntryLossP2109Tests {
  private func loss(_ vector: BuildingEntryLossVector) throws -> Double {
    try BuildingEntryLossP2109(
      vector.building, carrierGHz: vector.carrierGHz, elevationDegrees: vector.elevationDegrees
    ).lossDB(probability: vector.percent / 100)
  }

  @Test("published values", arguments: BuildingEntryLossVector.published)
  func published(vector: BuildingEntryLossVector) throws {
    let value = try loss(vector)
    #expect(abs(value - vector.lossDB) < 1e-6, "\(value)")
  }

  @Test(
    "the whole published sample beside the project",
    .enabled(if: Bench.exists("p2109-sample.csv"), "p2109-sample.csv is not beside the project"))
  func sample() throws {
    let path = Bench.path("p2109-sample.csv")
    let table = try CSVTable(name: path, bytes: try InputFile.bytes(at: path))
    var worst = 0.0
    for row in table.rows {
      let vector = BuildingEntryLossVector(
        carrierGHz: try table.number(row, 0), percent: try table.number(row, 1),
        building: row.cells[2] == "1" ? .traditional : .thermallyEfficient,
        elevationDegrees: try table.number(row, 3), lossDB: try table.number(row, 4))
      worst = max(worst, abs(try loss(vector) - vector.lossDB))
    }
    print("P.2109: \(table.rows.count) values, largest difference \(worst) dB")
    #expect(table.rows.count >= 500)
    #expect(worst < 1e-6)
  }

  /// Carrier GHz, median and 90 % of a traditional building at no elevation, dB (pycraf).
  @Test(
    "medians at Chinese bands",
    arguments: [
      [0.7, 14.102, 24.604], [2.1, 15.020, 27.241], [2.6, 15.292, 27.850], [3.5, 15.721, 28.738],
      [4.9, 16.274, 29.797],
    ])
  func medians(row: [Double]) throws {
    let model = try BuildingEntryLossP2109(.traditional, carrierGHz: row[0])
    #expect(abs(try model.lossDB(probability: 0.5) - row[1]) < 1e-3)
    #expect(abs(try model.lossDB(probability: 0.9) - row[2]) < 1e-3)
  }

  @Test("grows with probability, alike above and below, more in an efficient building")
  func properties() throws {
    for carrier in [0.08, 0.7, 3.5, 28, 100] {
      for elevation in [0.0, 15, 45, 90] {
        let plain = try BuildingEntryLossP2109(
          .traditional, carrierGHz: carrier, elevationDegrees: elevation)
        let below = try BuildingEntryLossP2109(
          .traditional, carrierGHz: carrier, elevationDegrees: -elevation)
        let coated = try BuildingEntryLossP2109(
          .thermallyEfficient, carrierGHz: carrier, elevationDegrees: elevation)
        var previous = -3.1
        for probability in stride(from: 0.01, to: 1, by: 0.01) {
          let value = try plain.lossDB(probability: probability)
          #expect(value > previous)
          #expect(try below.lossDB(probability: probability) == value)
          previous = value
        }
        #expect(try coated.lossDB(probability: 0.5) > plain.lossDB(probability: 0.5))
      }
    }
  }

  @Test("refuses what is outside its range")
  func refusals() throws {
    let model = try BuildingEntryLossP2109(.traditional, carrierGHz: 3.5)
    for probability in [0, 1, -0.1, 1.1, Double.nan] {
      #expect(throws: UserError.self) { try model.lossDB(probability: probability) }
    }
    for (carrier, elevation) in [(0.079, 0.0), (101, 0), (.nan, 0), (3.5, 91), (3.5, -90.5)] {
      #expect(throws: UserError.self) {
        try BuildingEntryLossP2109(
          .traditional, carrierGHz: carrier, elevationDegrees: elevation)
      }
    }
  }
}
