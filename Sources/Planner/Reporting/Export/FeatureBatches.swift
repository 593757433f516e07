import Geometry

/// Features of a layer some at a time, in order, for several threads to work on.
enum FeatureBatches {
  /// Features that are worked on at once, where they are in memory already.
  private static let size = 512

  /// Makes something of the features of a file, and takes it in order.
  ///
  /// - Throws: the reader's errors; the errors of the bodies.
  static func run<Made: Sendable>(
    path: String, threads: Int,
    _ make: @escaping @Sendable ([GeoJSONFeature]) throws(UserError) -> Made,
    _ body: (Made) throws(UserError) -> Void
  ) throws(UserError) {
    let bytes = try FileAccess.read(path)
    let reader = GeoJSONReader(source: path)
    let pieces = FeatureLines(bytes, reader: reader)
    var done = 0
    var isAll = pieces.count > 0
    try OrderedWork.run(count: pieces.count, threads: threads) { piece in
      pieces.features(of: piece).map { features in
        (features.count, result(features, make))
      }
    } taking: { (batch) throws(UserError) in
      guard let batch else {
        isAll = false
        return false
      }
      done += batch.0
      try body(batch.1.get())
      return true
    }
    guard !isAll else { return }
    // Not laid out for it, or broken, and then the one who reads it whole says where.
    var waiting: [GeoJSONFeature] = []
    var passed = 0
    try reader.forEachFeature(in: bytes) { (feature) throws(UserError) in
      passed += 1
      guard passed > done else { return }
      waiting.append(feature)
      guard waiting.count == size else { return }
      try body(make(waiting))
      waiting = []
    }
    if !waiting.isEmpty { try body(make(waiting)) }
  }

  /// Makes something of features, and takes it in order.
  ///
  /// - Throws: the errors of the bodies.
  static func run<Made: Sendable>(
    _ features: [GeoJSONFeature], threads: Int,
    _ make: @escaping @Sendable ([GeoJSONFeature]) throws(UserError) -> Made,
    _ body: (Made) throws(UserError) -> Void
  ) throws(UserError) {
    try OrderedWork.run(count: (features.count + size - 1) / size, threads: threads) { index in
      result(
        Array(features[index * size..<min((index + 1) * size, features.count)]), make)
    } taking: { (batch) throws(UserError) in
      try body(batch.get())
      return true
    }
  }

  private static func result<Made>(
    _ features: [GeoJSONFeature],
    _ make: ([GeoJSONFeature]) throws(UserError) -> Made
  ) -> Result<Made, UserError> {
    do throws(UserError) {
      return .success(try make(features))
    } catch {
      return .failure(error)
    }
  }
}
