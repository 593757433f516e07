import Radio
import Testing

/// TR 38.901 Table 7.4.2-1, evaluated independently; distances in metres.
@Suite("Probability of line of sight")
struct LineOfSightTests {
  /// distance; UMa at 1.5 m and 22.5 m, UMi, RMa.
  @Test(
    "outdoors",
    arguments: [
      [10, 1.000000, 1.000000, 1.000000, 1.000000], [18, 1.000000, 1.000000, 1.000000, 0.992032],
      [50, 0.649402, 0.716724, 0.519585, 0.960789], [100, 0.347671, 0.554273, 0.230985, 0.913931],
      [200, 0.128048, 0.440582, 0.093518, 0.826959], [500, 0.036345, 0.223929, 0.036001, 0.612626],
      [1000, 0.018000, 0.044514, 0.018000, 0.371577],
      [2000, 0.009000, 0.009135, 0.009000, 0.136695],
    ])
  func outdoors(row: [Double]) throws {
    let models: [any PathLossModel] = [
      try UrbanMacro(carrierGHz: 2.6), try UrbanMacro(carrierGHz: 2.6, userHeightMetres: 22.5),
      try UrbanMicroStreetCanyon(carrierGHz: 2.6), try RuralMacro(carrierGHz: 2.6),
    ]
    for (model, expected) in zip(models, row.dropFirst()) {
      #expect(abs(model.lineOfSightProbability(distance2DMetres: row[0]) - expected) < 1e-6)
    }
  }

  /// distance; mixed and open office.
  @Test(
    "in offices",
    arguments: [
      [10, 0.287424, 0.931815], [18, 0.224879, 0.832255], [50, 0.084265, 0.537455],
      [100, 0.018178, 0.424394], [200, 0.000846, 0.264620],
    ])
  func offices(row: [Double]) throws {
    let mixed = try IndoorOffice(carrierGHz: 2.6)
    let open = try IndoorOffice(carrierGHz: 2.6, layout: .open)
    #expect(abs(mixed.lineOfSightProbability(distance2DMetres: row[0]) - row[1]) < 1e-6)
    #expect(abs(open.lineOfSightProbability(distance2DMetres: row[0]) - row[2]) < 1e-6)
  }

  @Test("stays within 0 and 1 for every user height")
  func bounds() throws {
    for height in stride(from: 1.5, through: 22.5, by: 1.5) {
      let model = try UrbanMacro(carrierGHz: 2.6, userHeightMetres: height)
      for distance in stride(from: 0.0, through: 5000, by: 13) {
        #expect((0...1).contains(model.lineOfSightProbability(distance2DMetres: distance)))
      }
    }
  }
}
