/// The points of the bare ground that make horizons and obstructions, found in one pass.
struct TerrainExtremes {
  /// Steepest slope from each antenna with the median earth's bulge over the chord, m/km, and where.
  var transmitterSlope = -Double.infinity
  var transmitterIndex = 1
  var receiverSlope = -Double.infinity
  var receiverIndex = 1
  /// Where the ground comes closest to the ray in terms of the Fresnel zone, and how close, as
  /// `BullingtonEdges` has it.
  var closestIndex = 1
  var clearanceSquared = -Double.infinity
  /// Largest height above the straight line between the antennas, the earth taken as flat, m.
  var obstructionMetres = -Double.infinity
  /// Steepest rise of such a height as seen from either end, m/km.
  var obstructionFromStart = -Double.infinity
  var obstructionFromEnd = -Double.infinity

  /// Bullington's points where nothing stands on the ground.
  var edges: BullingtonEdges {
    BullingtonEdges(
      transmitterSlope: transmitterSlope, receiverSlope: receiverSlope,
      clearanceSquared: clearanceSquared)
  }
}

extension TerrainExtremes {
  init(_ profile: PathProfile, _ transmitter: Double, _ receiver: Double, curvature: Double) {
    let line = (receiver - transmitter) / profile.lengthKilometres
    profile.withUnsafePoints { points in
      for index in 1..<(points.count - 1) {
        let height = points.terrainMetres[index]
        let top = height + curvature * points.unitBulgeMetres[index]
        let fromStart = points.inverseFromStart[index]
        let fromEnd = points.inverseFromEnd[index]
        let rise = (top - transmitter) * fromStart
        if rise > transmitterSlope { (transmitterSlope, transmitterIndex) = (rise, index) }
        let back = (top - receiver) * fromEnd
        if back > receiverSlope { (receiverSlope, receiverIndex) = (back, index) }
        let chord = transmitter + line * points.distancesKilometres[index]
        let above = top - chord
        let clearance = above * abs(above) * fromStart * fromEnd
        if clearance > clearanceSquared { (clearanceSquared, closestIndex) = (clearance, index) }
        let obstruction = height - chord
        obstructionMetres = max(obstructionMetres, obstruction)
        obstructionFromStart = max(obstructionFromStart, obstruction * fromStart)
        obstructionFromEnd = max(obstructionFromEnd, obstruction * fromEnd)
      }
    }
  }
}
