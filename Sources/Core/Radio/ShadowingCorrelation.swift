/// How alike the shadow fading is at two places of one site (TR 38.901 clause 7.4.4).
///
/// It falls off exponentially with the distance between the places; the distances are the rows of
/// the shadow fading in Table 7.5-6.
public struct ShadowingCorrelation: Hashable, Sendable {
  /// Where the users are and what they see.
  public enum Condition: String, Codable, CaseIterable, Sendable {
    /// Outdoors, with line of sight.
    case lineOfSight = "los"
    /// Outdoors, without.
    case nonLineOfSight = "nlos"
    /// Inside buildings, the base station outdoors.
    case indoor = "o2i"
  }

  /// Distance over which the correlation falls to 1/e.
  public let distanceMetres: Double

  /// Correlation in a scenario of the TR.
  public init(_ scenario: MorphologyEntry.Scenario, _ condition: Condition) {
    switch (scenario, condition) {
    case (.urbanMacro, .lineOfSight): distanceMetres = 37
    case (.urbanMacro, .nonLineOfSight): distanceMetres = 50
    case (.urbanMacro, .indoor): distanceMetres = 7
    case (.urbanMicro, .lineOfSight): distanceMetres = 10
    case (.urbanMicro, .nonLineOfSight): distanceMetres = 13
    case (.urbanMicro, .indoor): distanceMetres = 7
    case (.ruralMacro, .lineOfSight): distanceMetres = 37
    case (.ruralMacro, .nonLineOfSight): distanceMetres = 120
    case (.ruralMacro, .indoor): distanceMetres = 120
    }
  }

  private init(distanceMetres: Double) { self.distanceMetres = distanceMetres }

  /// Indoor office with line of sight.
  public static let officeLineOfSight = ShadowingCorrelation(distanceMetres: 10)
  /// Indoor office without line of sight.
  public static let officeNonLineOfSight = ShadowingCorrelation(distanceMetres: 6)

  /// Coefficient of correlation at a separation in metres, of either sign: 1 at 0, towards 0 far out.
  public func coefficient(separationMetres: Double) -> Double {
    exp(-abs(separationMetres) / distanceMetres)
  }
}
