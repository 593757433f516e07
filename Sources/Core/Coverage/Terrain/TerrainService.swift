import Geometry
public import Radio

/// What a layer asks of one carrier over terrain.
public struct TerrainLayer: Sendable {
  /// Largest loss between the antennas that still serves, dB.
  public let maximumLossDB: Double
  /// Probability that counts as service.
  public let pointProbability: Double
  /// Spread of the median over places, dB.
  public let deviationDB: Double
  /// What buildings add.
  public let entry: EntryLoss
  /// Largest median loss, pattern included, at which the probability is met, dB.
  public let largestLossDB: Double

  /// A layer; the spread above 0.
  public init(
    maximumLossDB: Double, pointProbability: Double, deviationDB: Double, entry: EntryLoss
  ) {
    self.maximumLossDB = maximumLossDB
    self.pointProbability = pointProbability
    self.deviationDB = deviationDB
    self.entry = entry
    largestLossDB = Self.largest(maximumLossDB, pointProbability, deviationDB, entry)
  }

  /// Probability of service at a median loss, pattern included.
  public func probability(lossDB: Double) -> Double {
    Self.probability(lossDB, maximumLossDB, deviationDB, entry)
  }

  private static func probability(
    _ loss: Double, _ maximum: Double, _ deviation: Double, _ entry: EntryLoss
  ) -> Double {
    entry.probability(
      LossMixture(
        .init(share: 1, lossDB: loss, deviationDB: deviation, indoorDeviationDB: deviation)),
      maximumLossDB: maximum)
  }

  private static func largest(
    _ maximum: Double, _ wanted: Double, _ deviation: Double, _ entry: EntryLoss
  ) -> Double {
    guard maximum.isFinite else { return -.infinity }
    var (low, high) = (maximum - 200, maximum + 100)
    while high - low > 1e-6 {
      let middle = (low + high) / 2
      if probability(middle, maximum, deviation, entry) >= wanted {
        low = middle
      } else {
        high = middle
      }
    }
    // To a hundred-thousandth, so that the C library's last bit does not reach the cells.
    return (low * 1e5).rounded() / 1e5
  }
}

/// One carrier over terrain: its path loss model, and what each layer asks.
public struct TerrainService: Sendable {
  /// P.1812 for half of the time and half of the places.
  public let model: P1812
  /// Radiated power of a resource element on the boresight less the body's loss, dBm: SS-RSRP is this
  /// less path loss and pattern.
  public let boresightDBm: Double
  /// In the order of the layers asked for.
  public let layers: [TerrainLayer]

  /// A carrier over terrain.
  public init(model: P1812, boresightDBm: Double, layers: [TerrainLayer]) {
    self.model = model
    self.boresightDBm = boresightDBm
    self.layers = layers
  }

  func selecting(_ indices: [Int]) -> TerrainService {
    TerrainService(
      model: model, boresightDBm: boresightDBm, layers: indices.map { layers[$0] })
  }

  /// Probability of service in a layer behind an SS-RSRP.
  func probability(layer: Int, levelDBm: Double) -> Double {
    layers[layer].probability(lossDB: boresightDBm - levelDBm)
  }
}
