/// How a path divides into zones. The border between two zones lies half-way between their points.
struct ZoneStretches {
  /// Share of the path over the sea, 0 to 1.
  private(set) var seaShare = 0.0
  /// Longest unbroken stretch on land.
  private(set) var longestLandKilometres = 0.0
  /// Longest unbroken stretch inland.
  private(set) var longestInlandKilometres = 0.0
  /// Distance from each end to the first border of a stretch of sea.
  private(set) var startCoastKilometres = Double.infinity
  private(set) var endCoastKilometres = Double.infinity

  /// Without zones the path is inland all the way.
  init(_ distances: ContiguousArray<Double>, _ zones: [RadioClimaticZone]) {
    let length = distances[distances.count - 1]
    guard !zones.isEmpty else {
      longestLandKilometres = length
      longestInlandKilometres = length
      return
    }
    longestLandKilometres = Self.longest(distances) { zones[$0].isLand }
    longestInlandKilometres = Self.longest(distances) { zones[$0] == .inland }
    let seas = Self.stretches(distances) { zones[$0] == .sea }
    guard let first = seas.first, let last = seas.last else { return }
    seaShare = seas.reduce(0) { $0 + ($1.upperBound - $1.lowerBound) } / length
    startCoastKilometres = first.lowerBound
    endCoastKilometres = length - last.upperBound
  }

  private static func longest(_ distances: ContiguousArray<Double>, where belongs: (Int) -> Bool)
    -> Double
  {
    stretches(distances, where: belongs).map { $0.upperBound - $0.lowerBound }.max() ?? 0
  }

  /// The unbroken stretches of points that belong, km from the transmitter.
  private static func stretches(
    _ distances: ContiguousArray<Double>, where belongs: (Int) -> Bool
  ) -> [ClosedRange<Double>] {
    var found: [ClosedRange<Double>] = []
    let last = distances.count - 1
    var index = 0
    while index <= last {
      guard belongs(index) else {
        index += 1
        continue
      }
      let first = index
      while index < last, belongs(index + 1) { index += 1 }
      let start = first == 0 ? distances[0] : (distances[first - 1] + distances[first]) / 2
      let end = index == last ? distances[last] : (distances[index] + distances[index + 1]) / 2
      found.append(start...end)
      index += 1
    }
    return found
  }
}
