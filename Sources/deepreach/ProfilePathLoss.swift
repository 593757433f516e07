import ArgumentParser
import Geometry
import Radio
import Territory

/// P.1812 over a profile from a file: `deepreach pathloss --model p1812`.
struct ProfileOptions: ParsableArguments {
  @Option(
    name: .long,
    help: ArgumentHelp(
      "Ground along the path (p1812), CSV: distance_km, terrain_m, and where known clutter_m and "
        + "zone (1 sea, 3 coast, 4 inland).", valueName: "FILE"))
  var profile: String?

  @Option(
    name: .long, parsing: .unconditional,
    help: ArgumentHelp(
      "Latitude of the middle of the path (p1812). Default: 35.", valueName: "DEG"))
  var latitude: Double?

  @OptionGroup var shares: SharesAndAir

  /// Names of those that are given.
  var given: [String] {
    (profile == nil ? [] : ["--profile"]) + (latitude == nil ? [] : ["--latitude"]) + shares.given
  }

  /// The loss, dB.
  ///
  /// - Throws: DR-340 for a value that is missing, DR-385 for an unknown zone, and what the file's
  ///   reader, the profile and P.1812 refuse.
  func lossDB(
    carrierGHz: Double?, transmitterHeightMetres: Double?, receiverHeightMetres: Double?
  ) throws(UserError) -> Double {
    func require<Value>(_ value: Value?, _ name: String) throws(UserError) -> Value {
      if let value { return value }
      throw UserError("DR-340", .badData, at: "p1812", "\(name) is missing", remedy: "give it")
    }
    let model = try P1812(
      carrierGHz: try require(carrierGHz, "the frequency (--freq)"),
      transmitterHeightMetres: try require(
        transmitterHeightMetres, "the base station's height (--bs-height)"),
      receiverHeightMetres: receiverHeightMetres ?? 1.5, timePercent: shares.time ?? 50,
      locationPercent: shares.location ?? 50, climate: try shares.climate(latitudeDegrees: latitude)
    )
    let path = try require(profile, "the ground (--profile)")
    let table = try CSVTable(name: path, bytes: try InputFile.bytes(at: path))
    return try model.lossDB(over: try ProfileTable(table).profile())
  }
}
