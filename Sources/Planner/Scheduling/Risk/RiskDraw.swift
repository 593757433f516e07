import Radio
import Territory

/// Random numbers by what they are for, not by when they are asked for: those of a package in an execution are the
/// same whatever else is drawn, by whom, and in what order.
///
/// The mixing is that of SplitMix64 (Steele, Lea and Flood 2014), applied to a counter made of seed, execution,
/// owner and purpose.
struct RiskDraw: Sendable {
  private let state: UInt64

  /// Numbers of one execution.
  init(seed: UInt64, execution: Int) {
    state = Self.mixed(
      Self.mixed(seed &+ Self.step) &+ Self.step &* UInt64(truncatingIfNeeded: execution + 1))
  }

  /// What numbers are for, apart from the owner.
  enum Purpose: UInt64 {
    case steps = 1
    case cost
    case common
    case supply
  }

  /// 64 bits for an owner (``key(_:)``) and a purpose.
  func bits(_ owner: UInt64, _ purpose: Purpose, _ index: Int = 0) -> UInt64 {
    let counter = purpose.rawValue &<< 32 | UInt64(truncatingIfNeeded: index)
    return Self.mixed(Self.mixed(state ^ owner) &+ Self.step &* counter)
  }

  /// A normal score that all of an execution have in common.
  func common(_ owner: UInt64) -> Double {
    NormalDistribution.quantile((Double(bits(owner, .common) >> 11) + 0.5) * 0x1p-53)
  }

  /// A name as 64 bits (FNV-1a, mixed).
  static func key(_ name: String) -> UInt64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in name.utf8 { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3 }
    return mixed(hash)
  }

  private static let step: UInt64 = 0x9E37_79B9_7F4A_7C15

  private static func mixed(_ bits: UInt64) -> UInt64 {
    // A generator one step before the counter gives what that is mixed to.
    var numbers = RandomNumbers(seed: bits &- step)
    return numbers.next()
  }
}

/// One distribution in one execution: what the own luck of a package or quarter makes of it, beside the luck that
/// all have in common.
struct RiskFactor: Sendable {
  /// Own luck is one of so many levels of equal chance: fine enough that no chance is off by more than a
  /// four-thousandth, and so few that an execution works all of them out once.
  static let levels = 4096
  static let levelBits = 12
  private static let scores: [Double] = (0..<levels).map {
    NormalDistribution.quantile((Double($0) + 0.5) / Double(levels))
  }

  private let distribution: RiskDistribution
  private let common: Double
  private let own: Double
  /// By level; empty where few are asked for.
  private let values: [Double]

  /// - Parameter draws: how many will be asked for.
  init(_ distribution: RiskDistribution, _ draw: RiskDraw, name: String, draws: Int) {
    let share = distribution.correlation.value
    self.distribution = distribution
    common = share > 0 ? share.squareRoot() * draw.common(RiskDraw.key(name)) : 0
    own = (1 - share).squareRoot()
    if draws < Self.levels {
      values = []
    } else {
      let (common, own) = (common, own)
      values = Self.scores.map { distribution.value(score: common + own * $0) }
    }
  }

  /// The multiplier at a level of own luck, the lowest 12 bits of a number.
  func value(_ bits: UInt64) -> Double {
    let level = Int(truncatingIfNeeded: bits & UInt64(Self.levels - 1))
    return values.isEmpty
      ? distribution.value(score: common + own * Self.scores[level]) : values[level]
  }
}
