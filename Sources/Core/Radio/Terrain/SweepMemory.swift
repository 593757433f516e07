internal import Kernels

/// Working memory of a sweep: heights along one ray, and one over the steps to either end.
struct SweepMemory {
  private var terrain: ContiguousArray<Double>
  private var surface: ContiguousArray<Double>
  /// 1/i at i = 1, 2, ..., and the same backwards, from which every ray takes its own end.
  private let inverses: ContiguousArray<Double>
  private let backward: ContiguousArray<Double>

  /// - Parameters:
  ///   - intervals: steps of the longest ray.
  ///   - hasClutter: whether surfaces need room of their own.
  init(intervals: Int, hasClutter: Bool) {
    let room = intervals + 1 + Int(deepreach_ray_padding)
    terrain = ContiguousArray(repeating: 0, count: room)
    surface = ContiguousArray(repeating: 0, count: hasClutter ? room : 1)
    inverses = ContiguousArray((0..<room).map { $0 == 0 ? 0 : 1 / Double($0) })
    backward = ContiguousArray(
      (0..<room).map { $0 < intervals ? 1 / Double(intervals - $0) : 0 })
  }

  /// The memory by pointers, for the length of a call.
  struct Lent {
    let terrain: UnsafeMutablePointer<Double>
    let surface: UnsafeMutablePointer<Double>
    let inverses: UnsafePointer<Double>
    fileprivate let backward: UnsafePointer<Double>
    fileprivate let intervals: Int

    /// 1/(intervals - i) at i = 1, 2, ...
    @inline(__always)
    func inversesToEnd(_ intervals: Int) -> UnsafePointer<Double> {
      backward + (self.intervals - intervals)
    }
  }

  mutating func lend<Result>(_ body: (Lent) -> Result) -> Result? {
    let intervals = inverses.count - 1 - Int(deepreach_ray_padding)
    return inverses.withUnsafeBufferPointer { inverses in
      backward.withUnsafeBufferPointer { backward in
        terrain.withUnsafeMutableBufferPointer { terrain in
          surface.withUnsafeMutableBufferPointer { surface in
            guard let inverses = inverses.baseAddress, let backward = backward.baseAddress,
              let terrain = terrain.baseAddress, let surface = surface.baseAddress
            else { return nil }
            return body(
              Lent(
                terrain: terrain, surface: surface, inverses: inverses, backward: backward,
                intervals: intervals))
          }
        }
      }
    }
  }
}
