public import Geometry
public import Radio

/// The antennas of a mast: sectors of one pattern, or one that radiates the same everywhere.
public struct MastAntenna: Sendable {
  private let sectors: SectorAntenna?

  /// - Parameters:
  ///   - pattern: of every sector; nil for an antenna that radiates the same in every direction.
  ///   - layout: where the sectors face.
  public init(_ pattern: SectorPattern?, _ layout: SectorLayout) {
    sectors = pattern.map { SectorAntenna($0, layout) }
  }

  /// Loss of the sector that faces a point best against its boresight, dB.
  ///
  /// - Parameters:
  ///   - offset: of the point, true metres east and north of the mast.
  ///   - heightDifferenceMetres: of the mast's antenna above the point's.
  public func lossDB(towards offset: Coordinate, heightDifferenceMetres: Double) -> Double {
    guard let sectors else { return 0 }
    let distance = (offset.x * offset.x + offset.y * offset.y).squareRoot()
    return sectors.pattern.lossDB(
      horizontalDB: sectors.horizontalLossDB(east: offset.x, north: offset.y),
      verticalDB: sectors.pattern.verticalLossDB(
        distanceMetres: distance, heightDifferenceMetres: heightDifferenceMetres))
  }
}
