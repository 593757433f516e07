import Coverage
import Foundation
import Geometry
import TestSupport
import Territory

/// A square of cells in which the share of positions served is known of each, and drives through it.
///
/// A sample is served when a normal variable reaches the quantile of its cell's share. The variable is the sum
/// of an offset of the drive (device and day), of fading that is correlated along the drive by
/// exp(-distance / 50 m), and of noise of the measurement; its variance is known, so the planted
/// share is exact for every sample, while samples of a drive are much alike.
struct PlantedWorld {
  /// Cells a side.
  let side: Int
  /// True share of each cell, row by row.
  let shares: [Double]
  /// Standard deviation in dB of a drive's offset.
  var offsetDB = 2.0
  /// Distance in metres between samples of a drive.
  var stepMetres = 15.0

  static let fadingDB = 6.0
  static let noiseDB = 1.0
  static let thresholdDBm = -105.0
  static let lattice = MeasurementLattice(shape: .square, areaSquareMetres: 10_000)
  static let first = lattice.cell(
    at: Albers.china.project(Coordinate(longitude: 112, latitude: 34)))

  /// True share by area.
  var share: Double { shares.reduce(0, +) / Double(shares.count) }

  static func cell(_ column: Int, _ row: Int) -> LatticeCell {
    LatticeCell(column: first.column + Int32(column), row: first.row + Int32(row))
  }

  /// True share of a cell.
  func share(of cell: LatticeCell) -> Double {
    shares[Int(cell.row - Self.first.row) * side + Int(cell.column - Self.first.column)]
  }

  /// A claim of columns and rows of cells.
  static func claim(
    _ id: String, columns: Range<Int>, rows: Range<Int>, network: String? = nil
  ) throws -> CoverageClaim {
    CoverageClaim(
      id: id, network: network,
      area: try .polygon(shell: ring(columns: columns, rows: rows)))
  }

  /// The corners of a block of cells, in degrees.
  static func ring(columns: Range<Int>, rows: Range<Int>) -> [Coordinate] {
    let low = lattice.corners(of: cell(columns.lowerBound, rows.lowerBound))[0]
    let high = lattice.corners(of: cell(columns.upperBound, rows.upperBound))[0]
    return [(low.x, low.y), (high.x, low.y), (high.x, high.y), (low.x, high.y)].map {
      Albers.china.unproject(Coordinate(x: $0.0, y: $0.1))
    }
  }

  /// Samples of straight drives through random positions in random directions.
  func measurements(drives: Int, seed: UInt64) throws -> MeasurementSet {
    var random = NormalNumbers(seed: seed)
    let total = (Self.fadingDB * Self.fadingDB + offsetDB * offsetDB + 1).squareRoot()
    let means = shares.map { Self.thresholdDBm + total * NormalNumbers.quantile($0) }
    let origin = Self.lattice.corners(of: Self.first)[0]
    let width = Double(side) * Self.lattice.areaSquareMetres.squareRoot()
    let carry = exp(-stepMetres / 50)
    var (longitudes, latitudes): ([Double], [Double]) = ([], [])
    var (levels, clusters): ([Float], [Int32]) = ([], [])
    for drive in 0..<drives {
      let (x, y) = (random.uniform() * width, random.uniform() * width)
      let angle = random.uniform() * 2 * .pi
      let offset = offsetDB * random.normal()
      var fading = random.normal()
      var place = -2 * width + random.uniform() * stepMetres
      while place < 2 * width {
        let (east, north) = (x + place * cos(angle), y + place * sin(angle))
        place += stepMetres
        guard east > 0, north > 0, east < width, north < width else { continue }
        fading = carry * fading + (1 - carry * carry).squareRoot() * random.normal()
        let position = Albers.china.unproject(Coordinate(x: origin.x + east, y: origin.y + north))
        longitudes.append(position.longitude)
        latitudes.append(position.latitude)
        clusters.append(Int32(drive))
        let mean = means[Int(north / 100) * side + Int(east / 100)]
        levels.append(
          Float(mean + offset + Self.fadingDB * fading + Self.noiseDB * random.normal()))
      }
    }
    return try MeasurementSet(
      longitudes: longitudes, latitudes: latitudes, rsrpDBm: levels, clusters: clusters)
  }

  /// A rule on SS-RSRP alone, with cells as the world has them.
  static func rule(
    share: Double = 0.95, leastSamples: Int = 20, leastClusters: Int = 5,
    leastArea: Double = 0.5, least km2: Double = 0, unmeasured: UnmeasuredArea = .leftOut,
    missing: ServedRule.Missing = .leftOut, shape: CellRule.Shape = .square
  ) -> ReliabilityRule {
    func figure(_ value: Double) -> Figure {
      Figure(value: value, unit: "1", kind: .judgement, source: "test")
    }
    return ReliabilityRule(
      name: "planted", titleChinese: "", titleEnglish: "", description: "", source: "test",
      cell: CellRule(shape: shape, areaSquareMetres: figure(10_000)),
      served: ServedRule(rsrpDBm: figure(thresholdDBm), missing: missing),
      requiredShare: figure(share), confidence: figure(0.95),
      leastSamples: figure(Double(leastSamples)), leastClusters: figure(Double(leastClusters)),
      leastAreaShare: figure(leastArea), leastClaimSquareKilometres: figure(km2),
      blockMetres: figure(200), unmeasured: unmeasured)
  }
}

/// Random numbers of a seed.
struct NormalNumbers {
  private var numbers: RandomNumbers
  private var spare: Double?

  init(seed: UInt64) { numbers = RandomNumbers(seed: seed) }

  /// Above 0 and below 1.
  mutating func uniform() -> Double { (Double(numbers.next() >> 11) + 0.5) * 0x1p-53 }

  /// Standard normal, by Marsaglia's polar method.
  mutating func normal() -> Double {
    if let value = spare {
      spare = nil
      return value
    }
    while true {
      let (x, y) = (2 * uniform() - 1, 2 * uniform() - 1)
      let square = x * x + y * y
      guard square > 0, square < 1 else { continue }
      let factor = (-2 * log(square) / square).squareRoot()
      spare = y * factor
      return x * factor
    }
  }

  /// The x that a standard normal variable stays below with a probability, by halving.
  static func quantile(_ probability: Double) -> Double {
    var (low, high) = (-9.0, 9.0)
    for _ in 0..<80 {
      let middle = (low + high) / 2
      if 0.5 * erfc(-middle * 0.5.squareRoot()) < probability {
        low = middle
      } else {
        high = middle
      }
    }
    return (low + high) / 2
  }
}
