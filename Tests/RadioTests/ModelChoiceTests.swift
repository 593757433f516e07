import Geometry
import Radio
import TestSupport
import Territory
import Testing

@Suite struct ModelChoiceTests {
  /// Mast in metres; models of each scenario that accept it, and those that were passed over.
  @Test(
    arguments: [
      // Below 10 m only UMi is left, and UMa and RMa come to it by the rule for low masts.
      (5, .urbanMicro, ["umi"], ["uma", "rma"]), (5, .urbanMacro, ["umi"], ["uma", "rma"]),
      (5, .ruralMacro, ["umi"], ["rma", "uma"]), (8, .urbanMacro, ["umi"], ["uma", "rma"]),
      (8, .urbanMicro, ["umi"], ["uma", "rma"]), (8, .ruralMacro, ["umi"], ["rma", "uma"]),
      (10, .urbanMacro, ["uma", "rma"], []), (10, .urbanMicro, ["umi", "uma", "rma"], []),
      (25, .urbanMicro, ["umi", "uma", "rma"], []), (25, .urbanMacro, ["uma", "rma"], []),
      (25, .ruralMacro, ["rma", "uma"], []), (35, .urbanMicro, ["uma", "rma"], ["umi"]),
      (35, .urbanMacro, ["uma", "rma"], []), (35, .ruralMacro, ["rma", "uma"], []),
    ] as [(Double, MorphologyEntry.Scenario, [String], [String])]) func mastsChoose(
      height: Double, scenario: MorphologyEntry.Scenario, accepted: [String], refused: [String]
    ) throws
  {
    let choice = try ModelChoice(scenario, carrierGHz: 2.6, baseStationHeightMetres: height)
    #expect(choice.candidates.map(\.name) == accepted)
    #expect(choice.refusals.map(\.name) == refused)
    #expect(choice.first.name == accepted[0] && choice.scenario == scenario)
    for refusal in choice.refusals {
      #expect(refusal.error.code == "DR-301")
      #expect(refusal.error.problem.contains("\(height)"))
    }
  }

  @Test(
    arguments: [
      (.urbanMicro, 2.6, 160, 1.5), (.urbanMacro, 2.6, 160, 1.5), (.ruralMacro, 2.6, 160, 1.5),
      (.urbanMicro, 0.3, 25, 1.5), (.urbanMacro, 0.3, 25, 1.5), (.ruralMacro, 0.3, 25, 1.5),
      (.urbanMacro, .nan, 25, 1.5), (.urbanMacro, 2.6, .nan, 1.5), (.urbanMacro, 2.6, 25, .nan),
      (.urbanMacro, 2.6, 25, 0.5), (.urbanMacro, 2.6, 2, 1.5), (.urbanMacro, 2.6, 25, 30),
    ] as [(MorphologyEntry.Scenario, Double, Double, Double)]) func whatNoModelAcceptsIsRefused(
      scenario: MorphologyEntry.Scenario, carrier: Double, mast: Double, user: Double
    )
  {
    let error = userError {
      try ModelChoice(
        scenario, carrierGHz: carrier, baseStationHeightMetres: mast, userHeightMetres: user)
    }
    #expect(error?.code == "DR-366")
    // What each model said stands in the message.
    #expect(error?.remedy.contains("UMa") == true && error?.remedy.contains("RMa") == true)
  }

  @Test func carriersAndUsersChoose() throws {
    // RMa ends at 30 GHz.
    let high = try ModelChoice(.ruralMacro, carrierGHz: 40, baseStationHeightMetres: 35)
    #expect(high.candidates.map(\.name) == ["uma"] && high.refusals.map(\.name) == ["rma"])
    #expect(high.refusals[0].error.problem.contains("40.0 GHz"))
    // RMa's users are from 1 to 10 m high, UMa's from 1.5 to 22.5 m.
    let upstairs = try ModelChoice(
      .ruralMacro, carrierGHz: 0.773, baseStationHeightMetres: 35, userHeightMetres: 15)
    #expect(upstairs.candidates.map(\.name) == ["uma"])
    let low = try ModelChoice(
      .urbanMicro, carrierGHz: 2.6, baseStationHeightMetres: 10, userHeightMetres: 1)
    #expect(low.candidates.map(\.name) == ["rma"] && low.refusals.map(\.name) == ["umi", "uma"])
  }

  /// Metres; the model for both losses and the one with line of sight.
  @Test(
    arguments: [
      (3, nil, nil), (10, "uma", "uma"), (100, "uma", "uma"), (4900, "uma", "uma"),
      (5000, "uma", "uma"), (7000, nil, "rma"), (12_000, nil, nil), (.nan, nil, nil),
      (-1, nil, nil),
    ] as [(Double, String?, String?)]) func distancesChoose(
      distance: Double, both: String?, sight: String?
    ) throws
  {
    let choice = try ModelChoice(.urbanMacro, carrierGHz: 2.6, baseStationHeightMetres: 25)
    #expect(choice.modelName(atMetres: distance) == both)
    #expect(choice.sightCandidate(atMetres: distance)?.name == sight)
    #expect((choice.nonLineOfSightLossDB(distance2DMetres: distance) == nil) == (both == nil))
    #expect((choice.lineOfSightLossDB(distance2DMetres: distance) == nil) == (sight == nil))
  }

  @Test func theLossIsTheChosenModels() throws {
    let choice = try ModelChoice(.urbanMacro, carrierGHz: 3.5, baseStationHeightMetres: 25)
    let macro = try UrbanMacro(carrierGHz: 3.5, baseStationHeightMetres: 25)
    let rural = try RuralMacro(carrierGHz: 3.5, baseStationHeightMetres: 25)
    #expect(
      choice.nonLineOfSightLossDB(distance2DMetres: 800)
        == macro.nonLineOfSightLossDB(distance2DMetres: 800))
    #expect(
      choice.lineOfSightLossDB(distance2DMetres: 800)
        == macro.lineOfSightLossDB(distance2DMetres: 800))
    #expect(
      choice.lineOfSightLossDB(distance2DMetres: 8000)
        == rural.lineOfSightLossDB(distance2DMetres: 8000))
  }

  @Test func everyBundledMorphologyTakesItsOwnModel() throws {
    let geodata = try Geodata.locate(programPath: #filePath, environment: [:])
    let morphologies = try MorphologyBook.read(path: geodata.path("books/morphologies.yaml"))
    let bands = try BandBook.read(path: geodata.path("books/bands.yaml"))
    for entry in morphologies.morphologies {
      for band in bands.bands {
        let choice = try entry.choice(carrierGHz: band.centreGHz.value)
        #expect(choice.first.scenario == entry.scenario && choice.refusals.isEmpty)
      }
    }
  }
}
