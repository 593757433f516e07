public import Geometry
import Territory

/// The mean level that one drive measured in one square.
///
/// W. C. Y. Lee (IEEE Transactions on Vehicular Technology 34, 1985) takes local means over 40 wavelengths, 3.4 m
/// at 3.5 GHz and 17 m at 700 MHz; a square of 20 m holds that at every band. Means are of decibels, and a square
/// counts once for a drive, so that a stop at traffic lights weighs no more than driving past.
public struct LocalMean: Hashable, Sendable {
  /// By a number that does not depend on the order of the file.
  public let cluster: Int
  /// Index into `MeasurementSet.groupNames`; -1 where whose network it was is not known.
  public let network: Int
  /// Middle of the samples on the national Albers plane, to a millimetre.
  public let plane: Coordinate
  /// Samples with a level.
  public let count: Int
  /// Mean of SS-RSRP in dB, dBm.
  public let levelDBm: Double
  /// Whether a sample lies below the floor.
  public let isCensored: Bool
}

/// Puts samples together by square, drive and network.
public struct LocalMeans: Sendable {
  /// By cluster and square.
  public let means: [LocalMean]
  /// Samples without SS-RSRP or position, left out.
  public let missing: Int

  /// Side of a square.
  public static let squareMetres = 20.0
  /// Side of the blocks that stand for drives, where the file names none: many times the distance over which
  /// shadowing is alike (TR 38.901 Table 7.5-6: 37 to 120 m).
  public static let blockMetres = 1000.0

  private struct Key: Hashable {
    let cluster: Int64
    let square: UInt64
    let network: Int32
  }

  /// Integers, so that no sum depends on the order of its terms.
  fileprivate struct Sums {
    var count: Int64 = 0
    var x: Int64 = 0
    var y: Int64 = 0
    var level: Int64 = 0
    var isCensored = false
  }

  /// - Parameters:
  ///   - set: samples.
  ///   - floorDBm: SS-RSRP below which a sample is censored.
  ///   - blocksOnly: whether blocks stand for drives even where the file names them.
  /// - Throws: DR-903 for measurements without SS-RSRP.
  public init(
    _ set: MeasurementSet, floorDBm: Double, blocksOnly: Bool = false
  ) throws(UserError) {
    guard !set.rsrpDBm.isEmpty else {
      throw UserError(
        "DR-903", .badData, at: "measurements", "there is no SS-RSRP",
        remedy: "give a column of SS-RSRP in dBm")
    }
    var sums: [Key: Sums] = [:]
    var missing = 0
    for index in 0..<set.count {
      let position = Coordinate(longitude: set.longitudes[index], latitude: set.latitudes[index])
      let level = Double(set.rsrpDBm[index])
      guard level.isFinite, SampleAggregator.domain.contains(position) else {
        missing += 1
        continue
      }
      let plane = Albers.china.project(position)
      let key = Key(
        cluster: Self.cluster(set, index, plane, blocksOnly: blocksOnly),
        square: Self.square(plane, Self.squareMetres),
        network: set.groups.isEmpty ? -1 : set.groups[index])
      sums[key, default: Sums()].add(plane, level, isCensored: level < floorDBm)
    }
    means = Self.ordered(sums, set.groupNames)
    self.missing = missing
  }

  private static func cluster(
    _ set: MeasurementSet, _ index: Int, _ plane: Coordinate, blocksOnly: Bool
  ) -> Int64 {
    if !blocksOnly, index < set.clusters.count, set.clusters[index] >= 0 {
      return Int64(set.clusters[index])
    }
    return -1 - Int64(square(plane, blockMetres))
  }

  /// Row and column in one number; planes of the domain are within 10,000 km of their origin.
  private static func square(_ plane: Coordinate, _ side: Double) -> UInt64 {
    let column = UInt64(Int64((plane.x / side).rounded(.down)) + 1 << 24)
    let row = UInt64(Int64((plane.y / side).rounded(.down)) + 1 << 24)
    return row << 26 | column
  }

  /// Means in an order of their own: clusters are numbered by what they hold.
  private static func ordered(_ sums: [Key: Sums], _ names: [String]) -> [LocalMean] {
    let ranks = names.indices.sorted { names[$0] < names[$1] }
    var rank = [Int](repeating: 0, count: names.count)
    for (place, index) in ranks.enumerated() { rank[index] = place }
    var clusters: [Int64: [(key: Key, sums: Sums)]] = [:]
    for (key, value) in sums { clusters[key.cluster, default: []].append((key, value)) }
    func figures(_ entry: (key: Key, sums: Sums)) -> [Int64] {
      [
        Int64(entry.key.square), entry.key.network < 0 ? -1 : Int64(rank[Int(entry.key.network)]),
        entry.sums.count, entry.sums.x, entry.sums.y, entry.sums.level,
        entry.sums.isCensored ? 1 : 0,
      ]
    }
    let lists = clusters.values.map { members in
      members.map { (figures: figures($0), key: $0.key, sums: $0.sums) }
        .sorted { $0.figures.lexicographicallyPrecedes($1.figures) }
    }.sorted { one, other in
      one.lexicographicallyPrecedes(other) { $0.figures.lexicographicallyPrecedes($1.figures) }
    }
    return lists.enumerated().flatMap { number, members in
      members.map { member in
        let count = Double(member.sums.count)
        return LocalMean(
          cluster: number, network: Int(member.key.network),
          plane: Coordinate(
            x: Double(member.sums.x) / count / 1000, y: Double(member.sums.y) / count / 1000),
          count: Int(member.sums.count), levelDBm: Double(member.sums.level) / count / 1000,
          isCensored: member.sums.isCensored)
      }
    }
  }
}

extension LocalMeans.Sums {
  fileprivate mutating func add(_ plane: Coordinate, _ level: Double, isCensored: Bool) {
    count += 1
    x += Int64((plane.x * 1000).rounded())
    y += Int64((plane.y * 1000).rounded())
    self.level += Int64((level * 1000).rounded())
    self.isCensored = self.isCensored || isCensored
  }
}
