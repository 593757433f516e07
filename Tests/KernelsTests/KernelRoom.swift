/// An array at a fixed place, for the kernels' structures.
final class KernelRoom<Element: BitwiseCopyable> {
  let start: UnsafeMutablePointer<Element>
  let count: Int

  init(_ elements: [Element]) {
    count = elements.count
    start = .allocate(capacity: max(1, count))
    for (index, element) in elements.enumerated() { (start + index).initialize(to: element) }
  }

  convenience init(_ count: Int, of element: Element) {
    self.init([Element](repeating: element, count: count))
  }

  deinit { start.deallocate() }

  subscript(index: Int) -> Element {
    get { start[index] }
    set { start[index] = newValue }
  }

  var elements: [Element] { (0..<count).map { start[$0] } }
}
