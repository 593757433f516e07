#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Numbers from a seed, the same on every machine (SplitMix64; Steele, Lea and Flood 2014).
public struct RandomNumbers: Sendable {
  private var state: UInt64

  /// Numbers of a seed.
  public init(seed: UInt64) { state = seed }

  /// The next 64 bits.
  public mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// Bits that change with every number drawn, without drawing one.
  public func peek() -> UInt64 {
    var other = self
    return other.next() >> 60
  }

  /// Lets a kernel that draws the same numbers go on.
  public mutating func continued(by body: (inout UInt64) -> Void) { body(&state) }

  /// From 0 to below a count.
  public mutating func below(_ count: Int) -> Int {
    Int(((next() >> 32) * UInt64(count)) >> 32)
  }

  /// Logarithm of a number from 0 to 1; below 0.
  public mutating func logarithm() -> Double {
    log((Double(next() >> 11) + 0.5) * 0x1p-53)
  }

  /// A power, by the C library.
  public static func power(_ base: Double, _ exponent: Double) -> Double { pow(base, exponent) }
}
