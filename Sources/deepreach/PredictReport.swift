import Coverage
import Geometry
import Radio
import Reporting
import Territory

/// What `predict` says of a mast: each figure with its unit.
struct PredictReport {
  private struct Line {
    let key: String
    let name: String
    let value: JSONValue
    let decimals: Int
    let unit: String
  }

  private var lines: [Line] = []
  private let levels: [CoverageLevel]
  private let quantity: PredictionQuantity

  /// - Throws: DR-384 for thresholds of a quantity that has none.
  init(
    _ request: PredictRequest, _ coverage: MastCoverage, firstValues: [Float]
  ) throws(UserError) {
    let quantity = request.quantities[0]
    self.quantity = quantity
    var levels: [CoverageLevel] = []
    for threshold in request.thresholds {
      levels.append(
        try CoverageLevel(
          firstValues, of: quantity, on: coverage.prediction.grid, threshold: threshold))
    }
    self.levels = levels
    addMast(request)
    addBudgets(request, coverage)
    addPoints(coverage.prediction)
  }

  private mutating func add(
    _ key: String, _ name: String, _ value: Double?, _ decimals: Int, _ unit: String
  ) {
    lines.append(
      Line(
        key: key, name: name, value: value.map { .rounded($0, decimals: decimals) } ?? .null,
        decimals: decimals, unit: unit))
  }

  private mutating func add(_ key: String, _ name: String, _ text: String) {
    lines.append(Line(key: key, name: name, value: .string(text), decimals: 0, unit: ""))
  }

  private mutating func add(
    _ key: String, _ name: String, count: Int, _ unit: String = "points"
  ) {
    lines.append(Line(key: key, name: name, value: .int(count), decimals: 0, unit: unit))
  }

  private mutating func addMast(_ request: PredictRequest) {
    let mast = request.mast
    add("longitude", "mast, longitude", mast.position.longitude, 6, "degrees")
    add("latitude", "mast, latitude", mast.position.latitude, 6, "degrees")
    add("height_m", "mast, height", mast.heightMetres, 1, "m")
    add("azimuths", "azimuths", mast.sectors.description)
    add("configuration", "configuration", request.radio.name)
    add("model", "model", request.usesTerrain ? "p1812" : request.model.rawValue)
    add("morphology", "morphology", request.morphology.morphology.rawValue)
    if !request.options.calibration.isEmpty {
      let correction = request.correction
      add("calibration_offset_db", "correction, offset", correction?.offsetDB, 3, "dB")
      add(
        "calibration_slope_db", "correction, slope", correction?.slopeDBPerDecade, 3,
        "dB a decade")
    }
    add("frequency_ghz", "frequency", request.radio.carrierGHz, 4, "GHz")
  }

  private mutating func addBudgets(_ request: PredictRequest, _ coverage: MastCoverage) {
    let budget = coverage.budget
    add("eirp_dbm", "EIRP", request.radio.radiatedDBm, 2, "dBm")
    add(
      "eirp_per_element_dbm", "EIRP of a resource element", budget.radiatedPerResourceElementDBm, 2,
      "dBm")
    add(
      "mapl_down_db",
      "largest loss down at \(DecimalText.trimmed(request.requiredRSRPDBm, decimals: 3)) dBm",
      coverage.maximumDownlinkLossDB, 2, "dB")
    add(
      "mapl_up_db",
      "largest loss up at \(DecimalText.trimmed(request.requiredUplinkMbps, decimals: 3)) Mbit/s",
      coverage.maximumUplinkLossDB, 2, "dB")
  }

  private mutating func addPoints(_ prediction: SitePrediction) {
    add("radius_m", "radius", prediction.grid.radiusMetres, 1, "m")
    add("cell_m", "cell", prediction.grid.cellMetres, 1, "m")
    add("columns", "columns", count: prediction.grid.raster.columns, "cells")
    add("rows", "rows", count: prediction.grid.raster.rows, "cells")
    for (name, count) in zip(prediction.propagation.modelNames, prediction.countByModel) {
      add("points_\(name)", "points by \(name)", count: count)
    }
    add(
      "points_unknown_ground", "points behind unknown ground",
      count: prediction.count(.unknownGround))
    add("points_beyond_models", "points beyond every model", count: prediction.count(.beyondModels))
  }

  func text(_ format: SummaryFormat) throws(UserError) -> String {
    switch format {
    case .table: return table()
    case .json: return String(decoding: try json().serialized(pretty: true), as: UTF8.self)
    }
  }

  private func table() -> String {
    var table = TextTable([.text("figure"), .number("value"), .text("unit")])
    for line in lines {
      let value: String
      switch line.value {
      case .string(let text): value = text
      case .int(let count): value = "\(count)"
      case let other:
        value = other.double.map { DecimalText.fixed($0, decimals: line.decimals) } ?? "none"
      }
      table.append([line.name, value, line.unit])
    }
    guard !levels.isEmpty else { return table.terminal() }
    let side = quantity.isBetterHigher == false ? "at most" : "at least"
    var covered = TextTable([
      .text("\(quantity.rawValue) \(side)"), .number("area"), .number("largest range"),
    ])
    for level in levels {
      covered.append([
        "\(DecimalText.trimmed(level.threshold, decimals: 6)) \(quantity.unit)",
        DecimalText.fixed(level.squareKilometres, decimals: 3) + " km2",
        DecimalText.fixed(level.rangeMetres, decimals: 0) + " m",
      ])
    }
    return table.terminal() + "\n" + covered.terminal()
  }

  private func json() -> JSONValue {
    var object = JSONObject()
    for line in lines { object.append(line.key, line.value) }
    object.append("quantity", .string(quantity.rawValue))
    object.append("unit", .string(quantity.unit))
    object.append(
      "levels",
      .array(
        levels.map { level in
          .object([
            "threshold": .rounded(level.threshold, decimals: 6),
            "area_km2": .rounded(level.squareKilometres, decimals: 6),
            "range_m": .rounded(level.rangeMetres, decimals: 1),
          ])
        }))
    return .object(object)
  }
}
