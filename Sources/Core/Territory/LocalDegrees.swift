#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Metres in a degree on the GRS80 ellipsoid at one latitude, for small shapes.
struct LocalDegrees {
  let perDegreeLongitude: Double
  let perDegreeLatitude: Double

  init(at latitude: Double) {
    let semiMajorMetres = 6_378_137.0
    let eccentricitySquared = 0.006_694_380_022_9
    let phi = latitude * .pi / 180
    let denominator = 1 - eccentricitySquared * sin(phi) * sin(phi)
    let primeVertical = semiMajorMetres / denominator.squareRoot()
    perDegreeLongitude = primeVertical * cos(phi) * .pi / 180
    perDegreeLatitude =
      primeVertical * (1 - eccentricitySquared) / denominator * .pi / 180
  }
}

/// The C library's sine, named so that callers need no platform import.
func sine(_ angle: Double) -> Double { sin(angle) }

/// The C library's cosine.
func cosine(_ angle: Double) -> Double { cos(angle) }
