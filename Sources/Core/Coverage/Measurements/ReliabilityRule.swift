public import Territory

/// Cells that samples are counted in.
public struct CellRule: Codable, Hashable, Sendable {
  /// Outline of a cell on the Albers plane.
  public enum Shape: String, Codable, CaseIterable, Sendable {
    /// Squares along the plane's axes.
    case square
    /// Regular hexagons with a corner to the north of the plane.
    case hexagon
  }

  /// Outline.
  public let shape: Shape
  /// Area of a cell in square metres.
  public let areaSquareMetres: Figure

  /// Cells of a shape and area.
  public init(shape: Shape, areaSquareMetres: Figure) {
    self.shape = shape
    self.areaSquareMetres = areaSquareMetres
  }
}

/// What a sample must show to count as served: all of the thresholds that are given.
public struct ServedRule: Codable, Hashable, Sendable {
  /// How a sample counts that lacks a value which a threshold needs.
  public enum Missing: String, Codable, CaseIterable, Sendable {
    /// Not at all: nothing was measured there.
    case leftOut = "left-out"
    /// As not served: the device found no network.
    case unserved
  }

  /// Least SS-RSRP in dBm.
  public let rsrpDBm: Figure?
  /// Least SS-SINR in dB.
  public let sinrDB: Figure?
  /// Least downlink rate in Mbit/s.
  public let downlinkMbps: Figure?
  /// Least uplink rate in Mbit/s.
  public let uplinkMbps: Figure?
  /// How a sample without a value counts, unless another of its values fails anyway.
  public let missing: Missing

  /// Thresholds; at least one should be given.
  public init(
    rsrpDBm: Figure? = nil, sinrDB: Figure? = nil, downlinkMbps: Figure? = nil,
    uplinkMbps: Figure? = nil, missing: Missing
  ) {
    self.rsrpDBm = rsrpDBm
    self.sinrDB = sinrDB
    self.downlinkMbps = downlinkMbps
    self.uplinkMbps = uplinkMbps
    self.missing = missing
  }
}

/// How a part of a claim without samples counts in the claim's verdict.
public enum UnmeasuredArea: String, Codable, CaseIterable, Sendable {
  /// Not at all: the verdict is on the measured part, whose share of the area is stated.
  case leftOut = "left-out"
  /// As not served for the lower limit and as served for the upper.
  case worstCase = "worst-case"
}

/// When measurements confirm or contradict a claim of coverage: a named rule, each figure with its source.
public struct ReliabilityRule: Codable, Hashable, Sendable {
  /// Name on the command line.
  public let name: String
  /// Title in Chinese.
  public let titleChinese: String
  /// Title in English.
  public let titleEnglish: String
  /// What is judged, and what is simplified.
  public let description: String
  /// Where the rule comes from.
  public let source: String
  /// Cells.
  public let cell: CellRule
  /// What counts as served.
  public let served: ServedRule
  /// Share that must be served, above 0 and below 1.
  public let requiredShare: Figure
  /// One-sided confidence of each verdict, 0.5 to 0.9999.
  public let confidence: Figure
  /// Samples that a cell's verdict takes, 1 or more.
  public let leastSamples: Figure
  /// Clusters that a verdict takes. With 1, samples are taken as independent of each other.
  public let leastClusters: Figure
  /// Share of a claim's area that must lie in cells with enough samples, 0 to 1.
  public let leastAreaShare: Figure
  /// Area in km2 below which the rule gives no verdict on a claim.
  public let leastClaimSquareKilometres: Figure
  /// Side in metres of the squares that are the clusters of samples without a cluster's number.
  public let blockMetres: Figure
  /// How the part without samples counts.
  public let unmeasured: UnmeasuredArea

  /// A rule by its parts.
  public init(
    name: String, titleChinese: String, titleEnglish: String, description: String,
    source: String, cell: CellRule, served: ServedRule, requiredShare: Figure,
    confidence: Figure, leastSamples: Figure, leastClusters: Figure, leastAreaShare: Figure,
    leastClaimSquareKilometres: Figure, blockMetres: Figure, unmeasured: UnmeasuredArea
  ) {
    self.name = name
    self.titleChinese = titleChinese
    self.titleEnglish = titleEnglish
    self.description = description
    self.source = source
    self.cell = cell
    self.served = served
    self.requiredShare = requiredShare
    self.confidence = confidence
    self.leastSamples = leastSamples
    self.leastClusters = leastClusters
    self.leastAreaShare = leastAreaShare
    self.leastClaimSquareKilometres = leastClaimSquareKilometres
    self.blockMetres = blockMetres
    self.unmeasured = unmeasured
  }
}
