import Geometry
import Radio
import Testing

private let toleranceDB = 1e-3

private func model(_ name: String, carrierGHz: Double) throws -> any PathLossModel {
  switch name {
  case "UMa": try UrbanMacro(carrierGHz: carrierGHz)
  case "UMi": try UrbanMicroStreetCanyon(carrierGHz: carrierGHz)
  default: try RuralMacro(carrierGHz: carrierGHz)
  }
}

@Suite("TR 38.901 path loss")
struct PathLossTests {
  /// carrier GHz; UMa, UMi, RMa breakpoints in metres.
  @Test(
    "breakpoints",
    arguments: [
      [0.7, 112.0, 42.0, 769.690], [2.1, 336.0, 126.0, 2309.071], [2.6, 416.0, 156.0, 2858.849],
      [3.5, 560.0, 210.0, 3848.451], [4.9, 784.0, 294.0, 5387.831],
    ])
  func breakpoints(row: [Double]) throws {
    #expect(abs(try UrbanMacro(carrierGHz: row[0]).breakpointMetres - row[1]) < 1e-3)
    #expect(abs(try UrbanMicroStreetCanyon(carrierGHz: row[0]).breakpointMetres - row[2]) < 1e-3)
    #expect(abs(try RuralMacro(carrierGHz: row[0]).breakpointMetres - row[3]) < 1e-3)
  }

  @Test("UMa and UMi are continuous at the breakpoint, RMa within 0.01 dB")
  func continuity() throws {
    for carrier in [0.7, 2.1, 2.6, 3.5, 4.9] {
      let macro = try UrbanMacro(carrierGHz: carrier)
      let micro = try UrbanMicroStreetCanyon(carrierGHz: carrier)
      let rural = try RuralMacro(carrierGHz: carrier)
      for (model, at, step) in [
        (macro as any PathLossModel, macro.breakpointMetres, 1e-6),
        (micro, micro.breakpointMetres, 1e-6), (rural, rural.breakpointMetres, 0.01),
      ] {
        let jump =
          model.lineOfSightLossDB(distance2DMetres: at.nextUp)
          - model.lineOfSightLossDB(distance2DMetres: at)
        #expect(abs(jump) < step)
      }
    }
  }

  @Test("loss never falls with distance and is clamped below 10 m")
  func monotone() throws {
    for name in ["UMa", "UMi", "RMa"] {
      let model = try model(name, carrierGHz: 2.6)
      var before = (0.0, 0.0)
      for distance in stride(from: 0.0, through: 5000, by: 7) {
        let now = (
          model.lineOfSightLossDB(distance2DMetres: distance),
          model.nonLineOfSightLossDB(distance2DMetres: distance)
        )
        #expect(now.0 >= before.0 && now.1 >= before.1 && now.1 >= now.0)
        before = now
      }
      #expect(
        model.lineOfSightLossDB(distance2DMetres: 0)
          == model.lineOfSightLossDB(distance2DMetres: 10))
    }
  }

  @Test("the mean lies between the two losses by the probability of line of sight")
  func mean() throws {
    let model = try UrbanMacro(carrierGHz: 3.5)
    // 0.128048 of 89.5695 dB and the rest of 114.4620 dB.
    #expect(abs(model.meanLossDB(distance2DMetres: 200) - 111.2746) < toleranceDB)
  }

  /// Hand-evaluated from the table: 3.5 GHz, 100 m path: LOS 31.84 + 43 + 10.3373 dB.
  @Test("InF")
  func factory() throws {
    let expected: [(IndoorFactory.Clutter, Double)] = [
      (.sparseLow, 94.8814), (.denseLow, 100.8814), (.sparseHigh, 89.2814), (.denseHigh, 88.3114),
    ]
    for (clutter, lossDB) in expected {
      let model = try IndoorFactory(
        carrierGHz: 3.5, baseStationHeightMetres: 8, userHeightMetres: 1.5, clutter: clutter,
        clutterDensity: 0.3, clutterSizeMetres: 10, clutterHeightMetres: 4)
      let ground = (100.0 * 100 - 6.5 * 6.5).squareRoot()
      #expect(abs(model.lineOfSightLossDB(distance2DMetres: ground) - 85.1773) < toleranceDB)
      #expect(abs(model.nonLineOfSightLossDB(distance2DMetres: ground) - lossDB) < toleranceDB)
    }
  }

  @Test("parameters outside the range are refused with the range")
  func refusals() {
    let error = #expect(throws: UserError.self) { try UrbanMacro(carrierGHz: 0.4) }
    #expect(error?.code == "DR-301")
    #expect(error?.remedy.contains("0.5 to 100.0 GHz") == true)
    #expect(throws: UserError.self) { try UrbanMacro(carrierGHz: .nan) }
    #expect(throws: UserError.self) { try UrbanMacro(carrierGHz: 2, userHeightMetres: 23) }
    #expect(throws: UserError.self) { try RuralMacro(carrierGHz: 31) }
    #expect(throws: UserError.self) { try RuralMacro(carrierGHz: 2, streetWidthMetres: 60) }
    #expect(throws: UserError.self) {
      try UrbanMicroStreetCanyon(carrierGHz: 2, baseStationHeightMetres: 30)
    }
    #expect(throws: UserError.self) {
      try IndoorFactory(
        carrierGHz: 3.5, baseStationHeightMetres: 3, clutter: .denseHigh, clutterDensity: 0.5,
        clutterSizeMetres: 2, clutterHeightMetres: 4)
    }
  }
}
