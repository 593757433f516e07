public import Geometry

/// Measurements of a network at positions, column by column: 28 to 44 bytes a sample, so that ten
/// million fit in less than half a gigabyte.
///
/// Columns are as long as the positions or empty, which means that the quantity was not measured.
/// Within a column NaN stands for a missing value; an infinite one counts as missing, too. Positions that
/// are not finite or far from China are kept here and left out, and counted, by the audit.
public struct MeasurementSet: Sendable {
  /// Degrees of longitude, EPSG:4490.
  public let longitudes: [Double]
  /// Degrees of latitude, EPSG:4490.
  public let latitudes: [Double]
  /// SS-RSRP in dBm.
  public let rsrpDBm: [Float]
  /// SS-SINR in dB.
  public let sinrDB: [Float]
  /// Downlink rate in Mbit/s.
  public let downlinkMbps: [Float]
  /// Uplink rate in Mbit/s.
  public let uplinkMbps: [Float]
  /// Samples that hang together, such as a drive or the day of a device, have the same number from
  /// 0 up; -1 where it is not known. Empty when it is known of none.
  public let clusters: [Int32]
  /// Index into `groupNames` of whoever's network was measured; -1 where it is not known. Empty when all
  /// samples are of one network.
  public let groups: [Int32]
  /// Names of the networks measured.
  public let groupNames: [String]

  /// Number of samples.
  public var count: Int { longitudes.count }

  /// A set by its columns.
  ///
  /// - Throws: DR-480 when a column is neither empty nor as long as the longitudes, or a group's index is
  ///   beyond the names.
  public init(
    longitudes: [Double], latitudes: [Double], rsrpDBm: [Float] = [], sinrDB: [Float] = [],
    downlinkMbps: [Float] = [], uplinkMbps: [Float] = [], clusters: [Int32] = [],
    groups: [Int32] = [], groupNames: [String] = []
  ) throws(UserError) {
    let count = longitudes.count
    guard latitudes.count == count else {
      throw Self.wrongLength("latitudes", latitudes.count, count)
    }
    let optional = [
      ("rsrpDBm", rsrpDBm.count), ("sinrDB", sinrDB.count),
      ("downlinkMbps", downlinkMbps.count), ("uplinkMbps", uplinkMbps.count),
      ("clusters", clusters.count), ("groups", groups.count),
    ]
    for (name, length) in optional where length != 0 && length != count {
      throw Self.wrongLength(name, length, count)
    }
    if let highest = groups.max(), Int(highest) >= groupNames.count {
      throw UserError(
        "DR-480", .badData, at: "measurements",
        "group \(highest) has no name, there are \(groupNames.count)",
        remedy: "give a name for every group's index")
    }
    self.longitudes = longitudes
    self.latitudes = latitudes
    self.rsrpDBm = rsrpDBm
    self.sinrDB = sinrDB
    self.downlinkMbps = downlinkMbps
    self.uplinkMbps = uplinkMbps
    self.clusters = clusters
    self.groups = groups
    self.groupNames = groupNames
  }

  private static func wrongLength(_ name: String, _ length: Int, _ count: Int) -> UserError {
    UserError(
      "DR-480", .badData, at: "measurements", "\(name) has \(length) values for \(count) samples",
      remedy: "give a value, or NaN, for every sample, or leave the column out")
  }
}
