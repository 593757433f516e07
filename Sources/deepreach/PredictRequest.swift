import Coverage
import Geometry
import Radio
import Territory

/// `predict`'s options after defaults, each by itself in its range.
struct PredictRequest {
  let mast: MastArgument
  let radio: MastRadio
  let model: PredictionModel
  let morphology: MorphologyEntry
  let usesTerrain: Bool
  /// What measurements add to the model; nil for nothing.
  let correction: PathLossCorrection?
  let options: PredictCommand
  let quantities: [PredictionQuantity]
  let thresholds: [Double]
  let requiredRSRPDBm: Double
  let requiredUplinkMbps: Double
  let userHeightMetres: Double
  let threads: Int

  init(_ options: PredictCommand) throws(UserError) {
    self.options = options
    let books = try Books(try Geodata.locate())
    let crs = try CoordinateSystem(parsing: options.mast.siteCrs ?? "wgs84")
    mast = try MastArgument(options.mast.site, crs: crs, book: books.bands)
    radio = try Self.radio(mast.radio, options.mast)
    let kind = options.morphology ?? .urban
    guard let entry = books.morphologies.entry(kind) else {
      throw UserError(
        "DR-311", .badData, at: "morphologies.yaml", "morphology '\(kind.rawValue)' is missing",
        remedy: "add it")
    }
    morphology = entry
    model = options.model ?? .auto
    usesTerrain = model.usesTerrain(isGiven: options.terrain.dem != nil)
    try Self.checkTerrain(options, model, usesTerrain)
    correction = try Self.correction(options, mast.band, kind, usesTerrain ? .terrain : model)
    quantities = try Self.quantities(options.quantity ?? "rsrp")
    thresholds = try Self.thresholds(options, quantities[0])
    requiredRSRPDBm = try Self.number(
      options.requiredRsrp ?? -105, in: -156 ... -31, "dBm", "--required-rsrp")
    requiredUplinkMbps = try Self.number(
      options.requiredUplink ?? 1, in: 0.001...1000, "Mbit/s", "--required-uplink")
    userHeightMetres = try Self.number(
      options.mast.utHeight ?? MorphologyEntry.userHeightMetres, in: 1...500, "m", "--ut-height")
    threads = options.threads ?? Processors.count
    guard Settings.threadRange.contains(threads) else {
      throw UserError(
        "DR-802", .usage, at: "--threads", "\(threads)", remedy: "give 1 to 256")
    }
  }

  private static func number(
    _ value: Double, in range: ClosedRange<Double>, _ unit: String, _ option: String
  ) throws(UserError) -> Double {
    if range.contains(value) { return value }
    throw UserError(
      "DR-846", .usage, at: option, "it is \(value) \(unit)",
      remedy: "give \(range.lowerBound) to \(range.upperBound) \(unit)")
  }

  /// - Throws: DR-908 where no correction can be for what is asked, and the reader's errors.
  private static func correction(
    _ options: PredictCommand, _ band: String, _ morphology: Morphology, _ model: PredictionModel
  ) throws(UserError) -> PathLossCorrection? {
    guard !options.calibration.isEmpty else { return nil }
    guard model != .terrain, options.mast.freq == nil else {
      throw UserError(
        "DR-908", .usage, at: "--calibration",
        model == .terrain ? "p1812 has no corrections" : "--freq leaves the band that was measured",
        remedy: model == .terrain ? "leave out --dem" : "leave out --freq")
    }
    return try CalibrationFile.read(paths: options.calibration, model: model)[
      CalibrationGroup(morphology: morphology, band: band)]
  }

  private static func radio(
    _ book: MastRadio, _ options: MastOptions
  ) throws(UserError) -> MastRadio {
    var radio = book
    if let freq = options.freq {
      radio.carrierGHz = try number(freq, in: 0.03...100, "GHz", "--freq")
    }
    if let power = options.power { radio.conductedPowerWatts = power }
    if let gain = options.gain { radio.setGain(gain) }
    let given = [
      ("--tilt", options.tilt), ("--beamwidth", options.beamwidth),
      ("--vertical-beamwidth", options.verticalBeamwidth),
    ].filter { $0.1 != nil }.map(\.0)
    guard let pattern = radio.pattern else {
      guard given.isEmpty else {
        throw UserError(
          "DR-842", .usage, at: given.joined(separator: ", "),
          "the configuration omni has no pattern",
          remedy: "leave it out, or name another configuration")
      }
      return radio
    }
    radio.pattern = try SectorPattern(
      horizontalBeamwidthDegrees: options.beamwidth ?? pattern.horizontalBeamwidthDegrees,
      verticalBeamwidthDegrees: options.verticalBeamwidth ?? pattern.verticalBeamwidthDegrees,
      mostDB: pattern.mostDB, downtiltDegrees: options.tilt ?? pattern.downtiltDegrees)
    return radio
  }

  private static func checkTerrain(
    _ options: PredictCommand, _ model: PredictionModel, _ usesTerrain: Bool
  ) throws(UserError) {
    if usesTerrain, options.terrain.dem == nil {
      throw UserError(
        "DR-842", .usage, at: "--model", "p1812 needs heights of the ground",
        remedy: "give --dem, or another model")
    }
    guard !usesTerrain else { return }
    var unused = options.terrain.shares.given
    if options.terrain.dem != nil { unused.insert("--dem", at: 0) }
    if options.terrain.clutter != nil { unused.append("--clutter") }
    guard unused.isEmpty else {
      throw UserError(
        "DR-842", .usage, at: unused.joined(separator: ", "),
        options.terrain.dem == nil
          ? "only p1812 takes it, which needs --dem"
          : "the model \(model.rawValue) does not take it",
        remedy: "give --dem with the model auto or p1812, or leave it out")
    }
  }

  private static func quantities(_ text: String) throws(UserError) -> [PredictionQuantity] {
    var quantities: [PredictionQuantity] = []
    for name in text.split(separator: ",", omittingEmptySubsequences: false) {
      guard let quantity = PredictionQuantity(rawValue: String(name)),
        !quantities.contains(quantity)
      else {
        let known = PredictionQuantity.allCases.map(\.rawValue).joined(separator: ", ")
        throw UserError(
          "DR-843", .usage, at: "--quantity", "'\(name)' is unknown or stands twice",
          remedy: "give some of, each once: \(known)")
      }
      quantities.append(quantity)
    }
    return quantities
  }

  private static func thresholds(
    _ options: PredictCommand, _ quantity: PredictionQuantity
  ) throws(UserError) -> [Double] {
    guard let text = options.thresholds else {
      guard quantity == .rsrp || options.polygons == nil else {
        throw UserError(
          "DR-844", .usage, at: "--thresholds", "polygons of \(quantity.rawValue) need thresholds",
          remedy: "give them, in the quantity's unit")
      }
      return quantity == .rsrp ? [-105, -95, -85] : []
    }
    var thresholds: [Double] = []
    for part in text.split(separator: ",", omittingEmptySubsequences: false) {
      guard let number = Double(part), number.isFinite, !thresholds.contains(number) else {
        throw UserError(
          "DR-844", .usage, at: "--thresholds", "'\(part)' is no number or stands twice",
          remedy: "give numbers with commas, such as -105,-95,-85")
      }
      thresholds.append(number)
    }
    return thresholds
  }
}
