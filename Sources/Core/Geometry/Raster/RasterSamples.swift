/// Numbers to be written to a raster file, in the type they are stored in.
public enum RasterSamples: Sendable {
  /// 32-bit floats; NaN is no data.
  case float32([Float])
  /// 32-bit integers, and the one that is no data.
  case int32([Int32], noData: Int32?)
  /// Bytes, and the one that is no data.
  case uint8([UInt8], noData: UInt8?)

  /// How many there are.
  public var count: Int {
    switch self {
    case .float32(let values): values.count
    case .int32(let values, _): values.count
    case .uint8(let values, _): values.count
    }
  }

  /// Least, greatest, mean and spread of all that is not no data; nil when all is.
  public var statistics: RasterStatistics? {
    switch self {
    case .float32(let values):
      RasterStatistics(values, isData: { $0.isFinite }, number: { Double($0) })
    case .int32(let values, let noData):
      RasterStatistics(values, isData: { $0 != noData }, number: { Double($0) })
    case .uint8(let values, let noData):
      RasterStatistics(values, isData: { $0 != noData }, number: { Double($0) })
    }
  }
}

/// Least, greatest, mean and spread of a raster's numbers.
public struct RasterStatistics: Hashable, Sendable {
  /// The least.
  public let minimum: Double
  /// The greatest.
  public let maximum: Double
  /// The arithmetic mean.
  public let mean: Double
  /// Standard deviation of the whole population.
  public let standardDeviation: Double

  init?<Sample>(
    _ samples: [Sample], isData: (Sample) -> Bool, number: (Sample) -> Double
  ) {
    var minimum = Double.infinity
    var maximum = -Double.infinity
    var sum = 0.0
    var count = 0.0
    for sample in samples where isData(sample) {
      let value = number(sample)
      minimum = min(minimum, value)
      maximum = max(maximum, value)
      sum += value
      count += 1
    }
    guard count > 0 else { return nil }
    let mean = sum / count
    var squares = 0.0
    for sample in samples where isData(sample) {
      let deviation = number(sample) - mean
      squares += deviation * deviation
    }
    self.minimum = minimum
    self.maximum = maximum
    self.mean = mean
    standardDeviation = (squares / count).squareRoot()
  }
}
