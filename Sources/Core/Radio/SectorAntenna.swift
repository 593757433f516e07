internal import Kernels

/// The sectors of one site: their pattern, and where they face.
public struct SectorAntenna: Sendable {
  /// Of every sector.
  public let pattern: SectorPattern
  /// Where they face.
  public let layout: SectorLayout
  let boresights: [deepreach_direction]

  /// Sectors of one pattern.
  public init(_ pattern: SectorPattern, _ layout: SectorLayout) {
    self.pattern = pattern
    self.layout = layout
    boresights = layout.azimuthsDegrees.map { azimuth in
      let angle = azimuth * Double.pi / 180
      return deepreach_direction(east: Float(cos(Double.pi / 2 - angle)), north: Float(cos(angle)))
    }
  }

  /// Loss of the horizontal pattern of the sector that faces a direction best, dB, before the cut-off;
  /// 0 for an omnidirectional site. The direction is an offset east and north.
  public func horizontalLossDB(east: Double, north: Double) -> Double {
    horizontalLossesDB(east: east, north: north).min() ?? 0
  }

  /// The same for every sector; one figure of 0 for an omnidirectional site.
  public func horizontalLossesDB(east: Double, north: Double) -> [Double] {
    guard !boresights.isEmpty else { return [0] }
    let distance = max((east * east + north * north).squareRoot(), 0.001)
    return boresights.map { boresight in
      let along = east * Double(boresight.east) + north * Double(boresight.north)
      let angle = acos(min(1, max(-1, along / distance)))
      return pattern.curvature * angle * angle
    }
  }

  func withKernelAntenna(_ body: (deepreach_antenna) -> Void) {
    boresights.withUnsafeBufferPointer { boresights in
      body(
        deepreach_antenna(
          boresights: boresights.baseAddress, sectors: Int32(boresights.count),
          curvature: Float(pattern.curvature), most: Float(pattern.mostDB)))
    }
  }
}
