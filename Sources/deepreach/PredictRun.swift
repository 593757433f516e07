import Coverage
import Geometry
import Radio
import Reporting
import Territory

/// Computes a prediction, writes its files and prints its summary.
struct PredictRun {
  let request: PredictRequest

  init(_ request: PredictRequest) { self.request = request }

  func run() throws(UserError) {
    let options = request.options
    let files = try PredictFiles(request)
    let grid = try PredictionGrid(
      try plane(), radiusMetres: options.radius ?? 5000, cellMetres: options.cell ?? 50)
    let prediction = try SitePrediction(
      grid, by: try propagation(grid), threads: request.threads)
    let coverage = try MastCoverage(
      prediction, radio: request.radio, layout: request.mast.sectors, entry: try entry(),
      requiredRSRPDBm: request.requiredRSRPDBm, requiredUplinkMbps: request.requiredUplinkMbps)
    let first = coverage.values(request.quantities[0], threads: request.threads)
    let report = try PredictReport(request, coverage, firstValues: first)
    let text = try report.text(options.format ?? .table)
    try files.write(coverage, firstValues: first)
    try OutputFile.write(text, to: "-")
  }

  private func plane() throws(UserError) -> LocalPlane {
    guard let crs = request.options.crs else {
      return try LocalPlane(nationalAt: request.mast.position)
    }
    guard case .epsg(let code) = try CoordinateSystem(parsing: crs) else {
      throw UserError(
        "DR-380", .usage, at: "--crs", "'\(crs)' is no plane of metres",
        remedy: "give a projected system, such as EPSG:4547")
    }
    return try LocalPlane(epsg: code, at: request.mast.position)
  }

  private func propagation(_ grid: PredictionGrid) throws(UserError) -> MastPropagation {
    let radio = request.radio
    let height = request.mast.heightMetres
    if !request.usesTerrain,
      let propagation = try request.model.propagation(
        scenario: request.morphology.scenario, carrierGHz: radio.carrierGHz,
        mastHeightMetres: height, userHeightMetres: request.userHeightMetres)
    {
      return propagation.corrected(by: request.correction)
    }
    let shares = request.options.terrain.shares
    // Before the heights are read, which may take long.
    let model = try P1812(
      carrierGHz: radio.carrierGHz, transmitterHeightMetres: height,
      receiverHeightMetres: request.userHeightMetres, timePercent: shares.time ?? 50,
      locationPercent: shares.location ?? 50, resolutionMetres: grid.cellMetres,
      climate: try shares.climate(latitudeDegrees: request.mast.position.latitude))
    let elevation = try ElevationModel(path: request.options.terrain.dem ?? "")
    var clutter: ElevationModel?
    if let path = request.options.terrain.clutter { clutter = try ElevationModel(path: path) }
    let ground = try TerrainGround(
      sampling: elevation, clutter: clutter, round: grid.plane, radiusMetres: grid.radiusMetres,
      threads: request.threads)
    // Where no model of TR 38.901 takes the carrier or the heights the first 250 m stay open.
    let choice = try? ModelChoice(
      request.morphology.scenario, carrierGHz: radio.carrierGHz, baseStationHeightMetres: height,
      userHeightMetres: request.userHeightMetres)
    return try MastPropagation.terrain(
      model, over: ground, near: choice.map(StatisticalModels.init))
  }

  private func entry() throws(UserError) -> EntryLoss {
    let carrier = request.radio.carrierGHz
    switch request.options.entry ?? .tr38901 {
    case .tr38901:
      guard carrier >= 0.5 || !request.quantities.contains(.indoorProbability) else {
        throw UserError(
          "DR-386", .usage, at: "--entry", "tr38901 is not stated for \(carrier) GHz",
          remedy: "give 0.5 to 100 GHz, or another --entry")
      }
      return EntryLoss(
        tr38901: carrier, highLossShare: request.morphology.highLossBuildingShare.value,
        maximumDepthMetres: request.morphology.scenario == .ruralMacro ? 10 : 25)
    case .traditional: return try EntryLoss(p2109: .traditional, carrierGHz: carrier)
    case .efficient: return try EntryLoss(p2109: .thermallyEfficient, carrierGHz: carrier)
    }
  }
}

extension SharesAndAir {
  /// - Throws: DR-333 for a value outside its range.
  func climate(latitudeDegrees: Double?) throws(UserError) -> RadioClimate {
    let usual = try RadioClimate()
    return try RadioClimate(
      refractivityLapse: deltaN ?? usual.refractivityLapse,
      seaLevelRefractivity: n0 ?? usual.seaLevelRefractivity,
      latitudeDegrees: latitudeDegrees ?? usual.latitudeDegrees)
  }
}
