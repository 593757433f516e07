internal import Kernels

/// How far one carrier of a site serves, by the angle to the nearest boresight.
///
/// The distance is kept at equal steps of 1 − cos(angle), 0 to 2, and is linear between: the pattern's
/// loss is nearly linear in it.
public struct ServiceContour: Hashable, Sendable {
  /// Steps of 1 − cos(angle).
  public static let steps = 128
  /// Radius in metres at each step, from the boresight to its back; the last stands twice.
  let radiiMetres: [Float]
  /// The largest radius.
  public let widestMetres: Double

  /// The same radius in every direction.
  public init(radiusMetres: Double) {
    self.init(radii: [Double](repeating: radiusMetres, count: Self.steps + 1))
  }

  /// Where a service's probability falls to that asked for, with the pattern of its sector.
  public init(_ service: ServiceProbability, probability: Double) {
    guard let pattern = service.pattern else {
      self.init(radiusMetres: service.coverageRadiusMetres(probability: probability))
      return
    }
    // The loss rises from step to step, so each search starts where the last one ended.
    var radius = service.limitMetres
    var radii: [Double] = []
    var last = -1.0
    for step in 0...Self.steps {
      let angle = acos(1 - Double(step) * 2 / Double(Self.steps))
      let loss = min(pattern.curvature * angle * angle, pattern.mostDB)
      if loss != last {
        radius = service.coverageRadiusMetres(
          probability: probability, within: radius, horizontalLossDB: loss)
      }
      last = loss
      radii.append(radius)
    }
    self.init(radii: radii)
  }

  private init(radii: [Double]) {
    // To a millimetre, so that the C library's last bit does not reach the cells.
    let rounded = radii.map { ($0 * 1000).rounded() / 1000 }
    radiiMetres = (rounded + [rounded[rounded.count - 1]]).map { Float($0) }
    widestMetres = rounded.max() ?? 0
  }

  /// Radius in a direction off the boresight, 0 to 180 degrees.
  public func radiusMetres(offBoresightDegrees: Double) -> Double {
    let position = (1 - cos(offBoresightDegrees * Double.pi / 180)) * Double(Self.steps) / 2
    let index = min(Int(position), Self.steps)
    let below = Double(radiiMetres[index])
    return below + (position - Double(index)) * (Double(radiiMetres[index + 1]) - below)
  }

  func withKernelTable<Result>(_ body: (deepreach_table) -> Result) -> Result {
    radiiMetres.withUnsafeBufferPointer { radii in
      body(
        deepreach_table(
          values: radii.baseAddress, count: Int32(radii.count),
          inverse_step: Float(Self.steps) / 2))
    }
  }
}
