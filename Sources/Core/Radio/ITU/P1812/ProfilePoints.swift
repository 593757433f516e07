/// A profile's points without the bounds checks, for the loops that see every one of them.
struct ProfilePoints {
  let distancesKilometres: UnsafeBufferPointer<Double>
  let inverseFromStart: UnsafeBufferPointer<Double>
  let inverseFromEnd: UnsafeBufferPointer<Double>
  let unitBulgeMetres: UnsafeBufferPointer<Double>
  let terrainMetres: UnsafeBufferPointer<Double>
  let surfaceMetres: UnsafeBufferPointer<Double>

  var count: Int { distancesKilometres.count }
}

extension PathProfile {
  /// Lends the points for the length of a call; they must not leave it.
  @inline(__always)
  func withUnsafePoints<Result>(_ body: (ProfilePoints) -> Result) -> Result {
    spacing.distancesKilometres.withUnsafeBufferPointer { distances in
      spacing.inverseFromStart.withUnsafeBufferPointer { fromStart in
        spacing.inverseFromEnd.withUnsafeBufferPointer { fromEnd in
          spacing.unitBulgeMetres.withUnsafeBufferPointer { bulges in
            terrainMetres.withUnsafeBufferPointer { terrain in
              surfaceMetres.withUnsafeBufferPointer { surface in
                body(
                  ProfilePoints(
                    distancesKilometres: distances, inverseFromStart: fromStart,
                    inverseFromEnd: fromEnd, unitBulgeMetres: bulges, terrainMetres: terrain,
                    surfaceMetres: surface))
              }
            }
          }
        }
      }
    }
  }
}
