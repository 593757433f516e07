/// Shares out whole numbers by the method of largest remainders (Hamilton), so that the parts sum to
/// the whole exactly. Of equal remainders the first in order is taken.
public enum Apportionment {
  /// Parts of a whole in proportion to weights; equal parts where all weights are 0.
  ///
  /// - Parameters:
  ///   - total: what is shared out, 0 or more.
  ///   - weights: 0 or more each; without any nothing is shared out.
  public static func parts(of total: Int, weights: [Int]) -> [Int] {
    precondition(total >= 0 && weights.allSatisfy { $0 >= 0 }, "negative weights or total")
    guard !weights.isEmpty else { return [] }
    var weights = weights
    var sum = weights.reduce(0, +)
    if sum == 0 {
      weights = weights.map { _ in 1 }
      sum = weights.count
    }
    var parts: [Int] = []
    var remainders: [Int] = []
    for weight in weights {
      // The product may need more than 64 bits; the quotient is at most the total.
      let product = weight.multipliedFullWidth(by: total)
      let (part, remainder) = sum.dividingFullWidth(product)
      parts.append(part)
      remainders.append(remainder)
    }
    give(total - parts.reduce(0, +), to: &parts, by: remainders)
    return parts
  }

  /// Whole numbers next to real ones that sum to the rounded sum of those.
  ///
  /// - Parameter values: finite, 0 or more.
  public static func rounded(_ values: [Double], to total: Int) -> [Int] {
    var parts = values.map { Int($0.rounded(.down)) }
    let missing = total - parts.reduce(0, +)
    guard missing >= 0, missing <= parts.count else {
      // The total is not that of the values: they are weights then, in units that keep all digits.
      let greatest = max(values.max() ?? 0, .leastNormalMagnitude)
      return Self.parts(
        of: total, weights: values.map { Int(($0 / greatest * 0x1p40).rounded()) })
    }
    give(missing, to: &parts, by: zip(values, parts).map { $0 - Double($1) })
    return parts
  }

  /// Parts in proportion to weights of which none exceeds its cap; what no part can take is left.
  ///
  /// - Parameter caps: 0 or more, one for each weight.
  public static func parts(
    of total: Int, weights: [Int], caps: [Int]
  ) -> (parts: [Int], left: Int) {
    var parts = weights.map { _ in 0 }
    var open = weights.indices.filter { weights[$0] > 0 && caps[$0] > 0 }
    var left = total
    while !open.isEmpty, left > 0 {
      let sum = open.reduce(0.0) { $0 + Double(weights[$1]) }
      let scale = Double(left) / sum
      let full = open.filter { Double(weights[$0]) * scale >= Double(caps[$0]) }
      guard full.isEmpty else {
        for index in full {
          // Rounding in the scale must not give out more than is left.
          parts[index] = min(caps[index], left)
          left -= parts[index]
        }
        let closed = Set(full)
        open.removeAll(where: closed.contains)
        continue
      }
      // A part below its cap stays below it when it is rounded up.
      let last = Self.parts(of: left, weights: open.map { weights[$0] })
      for (place, index) in open.enumerated() {
        parts[index] = min(last[place], caps[index])
        left -= parts[index]
      }
      // Only rounding in the scale can have left one over.
      for index in open where left > 0 && parts[index] < caps[index] {
        parts[index] += 1
        left -= 1
      }
      break
    }
    return (parts, left)
  }

  private static func give(_ count: Int, to parts: inout [Int], by remainders: [some Comparable]) {
    guard count > 0 else { return }
    let order = parts.indices.sorted {
      remainders[$0] == remainders[$1] ? $0 < $1 : remainders[$0] > remainders[$1]
    }
    for index in order.prefix(count) { parts[index] += 1 }
  }
}
