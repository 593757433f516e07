import Geometry
import Radio
import Testing

@Suite("P.2108 clutter loss")
struct ClutterLossTests {
  /// Carrier GHz, distance m, share of places, loss dB: independently evaluated from equations 3 to 6.
  @Test(
    "vectors",
    arguments: [
      [3.5, 250, 0.5, 20.203], [3.5, 1000, 0.5, 30.105], [3.5, 2000, 0.5, 30.385],
      [0.7, 250, 0.5, 17.947], [0.7, 1000, 0.5, 23.418], [0.7, 2000, 0.5, 23.450],
      [3.5, 1000, 0.9, 35.528],
    ])
  func vectors(row: [Double]) throws {
    let loss = try ClutterLossP2108(carrierGHz: row[0])
      .lossDB(distanceMetres: row[1], probability: row[2])
    #expect(abs(loss - row[3]) < 1e-3, "\(loss)")
  }

  @Test("the median grows with distance; no loss passes the one at 2 km")
  func distance() throws {
    for carrier in [0.5, 0.7, 2.6, 3.5, 26, 67] {
      let model = try ClutterLossP2108(carrierGHz: carrier)
      let median = try stride(from: 250.0, through: 2000, by: 50).map {
        try model.lossDB(distanceMetres: $0, probability: 0.5)
      }
      #expect(zip(median, median.dropFirst()).allSatisfy { $0 <= $1 })
      #expect(median[0] < median[median.count - 1] - 1)
      #expect(try model.lossDB(distanceMetres: 9000, probability: 0.5) == median.last)
      for probability in [0.1, 0.9] {
        let cap = try model.lossDB(distanceMetres: 2000, probability: probability)
        for distance in [250.0, 700, 1500, 1900, 2500, 9000] {
          #expect(try model.lossDB(distanceMetres: distance, probability: probability) <= cap)
        }
      }
    }
  }

  @Test("grows with the share of places")
  func share() throws {
    for distance in [250.0, 1000, 5000] {
      let model = try ClutterLossP2108(carrierGHz: 3.5)
      let losses = try stride(from: 0.01, to: 1, by: 0.01).map {
        try model.lossDB(distanceMetres: distance, probability: $0)
      }
      #expect(zip(losses, losses.dropFirst()).allSatisfy { $0 < $1 })
    }
  }

  @Test("refuses what is outside its range")
  func refusals() throws {
    let model = try ClutterLossP2108(carrierGHz: 3.5)
    #expect(throws: UserError.self) { try ClutterLossP2108(carrierGHz: 0.49) }
    #expect(throws: UserError.self) { try ClutterLossP2108(carrierGHz: 68) }
    #expect(throws: UserError.self) { try ClutterLossP2108(carrierGHz: .nan) }
    for (distance, probability) in [(249.0, 0.5), (.nan, 0.5), (1000, 0), (1000, 1), (1000, .nan)] {
      #expect(throws: UserError.self) {
        try model.lossDB(distanceMetres: distance, probability: probability)
      }
    }
  }
}
