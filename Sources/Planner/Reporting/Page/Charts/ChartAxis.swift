import Territory

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// An axis from 0 up, with ticks at 1, 2 or 5 times a power of ten.
public struct ChartAxis: Hashable, Sendable {
  /// Distance of two ticks, more than 0.
  public let step: Double
  /// Number of steps from 0 to the axis's end, 1 or more.
  public let steps: Int

  /// The axis that reaches a value with about so many ticks, and no further than it must.
  ///
  /// - Parameters:
  ///   - greatest: value to reach; an axis for nothing ends at 1.
  ///   - isWhole: whether ticks stand at whole numbers only.
  public init(reaching greatest: Double, ticks: Int = 5, isWhole: Bool = false) {
    guard greatest.isFinite, greatest > 0 else {
      step = 1
      steps = 1
      return
    }
    let rough = greatest / Double(max(ticks, 1))
    let power = pow(10, floor(log10(rough)))
    let wanted = [1, 2, 5, 10].first { $0 * power >= rough * (1 - 1e-9) } ?? 10
    let chosen = isWhole ? max(1, wanted * power) : wanted * power
    step = chosen
    steps = max(1, Int((greatest / chosen - 1e-9).rounded(.up)))
  }

  /// The value at the axis's end.
  public var end: Double { Double(steps) * step }
  /// Values of the ticks, 0 first.
  public var ticks: [Double] { (0...steps).map { Double($0) * step } }

  /// A tick's value with as many decimals as the step needs.
  public func label(_ value: Double) -> String {
    let decimals = min(6, max(0, Int((-log10(step)).rounded(.up))))
    let text = DecimalText.fixed(value, decimals: step >= 1 ? 0 : decimals)
    return step >= 1 ? DecimalText.grouped(Int(value.rounded())) : text
  }
}
