/// Share of a disc that is covered, from the fade margin at its edge (Jakes, Microwave Mobile
/// Communications, 1974), for one isolated cell whose loss grows by `10 n` dB a decade.
public enum JakesAreaFraction {
  /// - Parameters:
  ///   - marginDB: fade margin at the edge.
  ///   - shadowingDB: standard deviation of shadow fading, above 0.
  ///   - slope: path-loss exponent n, above 0.
  public static func covered(marginDB: Double, shadowingDB: Double, slope: Double) -> Double {
    let spread = shadowingDB * 2.0.squareRoot()
    let a = -marginDB / spread
    let b = 10 * slope / log(10) / spread
    return 0.5 * (erfc(a) + exp((1 - 2 * a * b) / (b * b)) * erfc((1 - a * b) / b))
  }
}
