public import Territory

/// What is tuned together: the squares of one morphology that one band serves.
public struct CalibrationGroup: Hashable, Comparable, Sendable {
  /// Of the settlement that the square lies in; rural outside.
  public let morphology: Morphology
  /// Name of the band, such as `n78`.
  public let band: String

  /// A group.
  public init(morphology: Morphology, band: String) {
    self.morphology = morphology
    self.band = band
  }

  /// By band, then from dense to rural.
  public static func < (one: CalibrationGroup, other: CalibrationGroup) -> Bool {
    (one.band, one.order) < (other.band, other.order)
  }

  private var order: Int { Morphology.allCases.firstIndex(of: morphology) ?? 0 }

  /// A number that depends on the group alone, for random numbers of its own (FNV-1a).
  var salt: UInt64 {
    (morphology.rawValue + "/" + band).utf8.reduce(0xCBF2_9CE4_8422_2325) {
      ($0 ^ UInt64($1)) &* 0x100_0000_01B3
    }
  }
}
