import Coverage
import FoundationEssentials
import Geometry
import Radio
import Reporting
import Territory

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The files of a prediction: rasters and polygons, all whole or none at all.
struct PredictFiles {
  private let request: PredictRequest
  /// Path of each quantity's raster; none without `-o`.
  private let rasters: [(quantity: PredictionQuantity, path: String)]
  private let polygons: String?

  /// Settles the names before anything is computed.
  ///
  /// - Throws: DR-845 for a name that is no file's, or that two outputs share.
  init(_ request: PredictRequest) throws(UserError) {
    self.request = request
    polygons = request.options.polygons
    var rasters: [(quantity: PredictionQuantity, path: String)] = []
    if let output = request.options.output {
      for quantity in request.quantities {
        rasters.append(
          (quantity, Self.path(output, quantity, isOne: request.quantities.count == 1)))
      }
    }
    self.rasters = rasters
    var seen: Set<String> = []
    for path in rasters.map(\.path) + (polygons.map { [$0] } ?? []) {
      var status = stat()
      let isFolder = stat(path, &status) == 0 && (status.st_mode & S_IFMT) == S_IFDIR
      guard path != "-", !path.isEmpty, !isFolder, seen.insert(path).inserted else {
        throw UserError(
          "DR-845", .usage, at: "-o, --polygons",
          "'\(path)' is no file of its own", remedy: "name a file for each output")
      }
    }
  }

  private static func path(
    _ output: String, _ quantity: PredictionQuantity, isOne: Bool
  ) -> String {
    if output.hasSuffix("/") { return output + quantity.rawValue + ".tif" }
    if isOne { return output }
    for ending in [".tif", ".tiff"] where output.lowercased().hasSuffix(ending) {
      return output.dropLast(ending.count) + "-\(quantity.rawValue)" + output.suffix(ending.count)
    }
    return output + "-\(quantity.rawValue).tif"
  }

  /// Writes drafts beside all files, and then gives each its name.
  ///
  /// - Throws: DR-178 and DR-703 where a file cannot be written; then none is left or replaced.
  func write(_ coverage: MastCoverage, firstValues: [Float]) throws(UserError) {
    var drafts: [Draft] = []
    do throws(UserError) {
      for (quantity, path) in rasters {
        let samples =
          quantity == request.quantities[0] && quantity != .limitingLink
          ? RasterSamples.float32(firstValues)
          : coverage.samples(quantity, threads: request.threads)
        try draft(path, &drafts) { (draft) throws(UserError) in
          try GeoTIFFWriter.write(
            samples, on: coverage.prediction.grid.raster, metadata: metadata(quantity, coverage),
            to: draft)
        }
      }
      if let polygons {
        let bytes = try levels(coverage, firstValues)
        try draft(polygons, &drafts) { (draft) throws(UserError) in
          try FileAccess.writeAtomically(bytes, to: draft)
        }
      }
      for draft in drafts {
        guard rename(draft.name, draft.path) == 0 else {
          throw UserError(
            "DR-703", .inputOutput, at: draft.path,
            "cannot be written: \(String(cString: strerror(errno)))",
            remedy: "check the rights of the folder")
        }
      }
    } catch {
      for draft in drafts { unlink(draft.name) }
      throw error
    }
  }

  private struct Draft {
    let name: String
    let path: String
  }

  /// Writes a draft of a file; an error names the file, not the draft.
  private func draft(
    _ path: String, _ drafts: inout [Draft], _ write: (String) throws(UserError) -> Void
  ) throws(UserError) {
    let draft = Draft(name: "\(path).draft-\(getpid())", path: path)
    drafts.append(draft)
    do throws(UserError) {
      try write(draft.name)
    } catch {
      throw UserError(error.code, error.status, at: path, error.problem, remedy: error.remedy)
    }
  }

  private func metadata(
    _ quantity: PredictionQuantity, _ coverage: MastCoverage
  ) -> RasterMetadata {
    func item(_ name: String, _ value: String) -> RasterMetadata.Item {
      RasterMetadata.Item(name: name, value: value)
    }
    func number(_ value: Double) -> String { DecimalText.trimmed(value, decimals: 7) }
    let mast = request.mast
    // Nothing without a correction, so that other rasters stay as they were.
    let tuned = request.correction.map { correction in
      [
        item(
          "CALIBRATION",
          "offset \(number(correction.offsetDB)) dB, slope "
            + "\(number(correction.slopeDBPerDecade)) dB a decade from "
            + "\(number(correction.referenceMetres)) m")
      ]
    }
    return RasterMetadata(
      description: "\(quantity.rawValue): \(quantity.meaning)", unit: quantity.unit,
      items: [
        item("SOFTWARE", "deepreach \(DeepReach.version)"), item("QUANTITY", quantity.rawValue),
        item("MODELS", coverage.prediction.propagation.modelNames.joined(separator: " ")),
        item("MORPHOLOGY", request.morphology.morphology.rawValue),
        item("FREQUENCY_GHZ", number(request.radio.carrierGHz)),
        item(
          "MAST", "\(number(mast.position.longitude)) \(number(mast.position.latitude)) EPSG:4490"),
        item("MAST_HEIGHT_M", number(mast.heightMetres)),
        item("USER_HEIGHT_M", number(request.userHeightMetres)),
        item("AZIMUTHS", mast.sectors.description), item("CONFIGURATION", request.radio.name),
        item("RADIUS_M", number(coverage.prediction.grid.radiusMetres)),
      ] + (tuned ?? []))
  }

  private func levels(
    _ coverage: MastCoverage, _ values: [Float]
  ) throws(UserError) -> [UInt8] {
    let quantity = request.quantities[0]
    let grid = coverage.prediction.grid
    var writer = try GeoJSONWriter(members: ["name": .string("coverage")])
    for threshold in request.thresholds {
      let level = try CoverageLevel(values, of: quantity, on: grid, threshold: threshold)
      try writer.write(
        GeoJSONFeature(
          geometry: try CoverageLevel.area(values, of: quantity, on: grid, threshold: threshold),
          properties: [
            "quantity": .string(quantity.rawValue), "unit": .string(quantity.unit),
            "threshold": .rounded(threshold, decimals: 6),
            "area_km2": .rounded(level.squareKilometres, decimals: 6),
          ]))
    }
    return try writer.finish()
  }
}
