import Geometry
import TestSupport
import Territory
import Testing

/// Figures of a book are changed by their path, and by nothing else.
@Suite struct FigureChangeTests {
  struct Book: Decodable {
    struct Entry: Decodable {
      let name: String
      let price: Figure
    }

    struct Inner: Decodable {
      let depth: Figure
    }

    let width: Figure
    let inner: Inner
    let list: [Entry]
    let note: String
  }

  private static let text = """
    width: {value: 4, unit: m, kind: sourced, source: "a book"}
    inner:
      depth: {value: 0.5, unit: m, kind: judgement, source: "nobody"}
    list:
      - name: a-1
        price: {value: 10, unit: yuan, kind: derived, source: "x"}
      - name: b
        price: {value: 20, unit: yuan, kind: derived, source: "y"}
    note: value
    """

  private let scratch: Scratch
  private let path: String

  init() throws {
    scratch = try Scratch()
    path = try scratch.file("costs.yaml", Self.text)
  }

  private func change(_ path: String, _ operation: FigureChange.Operation) throws -> FigureChange {
    try FigureChange(path: path, operation, at: "s.yaml:3")
  }

  private func book(_ changes: [FigureChange]) throws -> Book {
    try BookReader.read(Book.self, path: path, changes: changes)
  }

  @Test func aFigureIsSetOrScaledAndAllElseStays() throws {
    let changes = try [
      change("costs.width", .scale(0.25)), change("costs.inner.depth", .set(7)),
      change("costs.list.b.price", .scale(3)),
    ]
    let (plain, book) = (try book([]), try book(changes))
    #expect(book.width.value == 1)
    #expect(book.inner.depth.value == 7)
    #expect(book.list.map(\.price.value) == [10, 60])
    #expect(book.list[0].price == plain.list[0].price)
    #expect(book.note == "value")
    #expect(book.width.kind == .sourced && book.width.unit == "m")
    #expect(book.inner.depth.kind == .judgement)
    #expect(book.width.source == "a book; changed from 4.0 at s.yaml:3")
  }

  @Test func changesOfOneFigureFollowEachOther() throws {
    let changes = try [change("costs.width", .set(10)), change("costs.width", .scale(2))]
    #expect(try book(changes).width.value == 20)
    let changed = try BookReader.changed(changes, path: path)
    #expect(changed.map(\.from) == [4, 10])
    #expect(changed.map(\.to) == [10, 20])
    #expect(changed.map(\.change.path) == ["costs.width", "costs.width"])
  }

  @Test func everyValueComesThroughToTheLastBit() throws {
    var generator = SeededGenerator(seed: 5)
    for _ in 0..<200 {
      let value = Double(bitPattern: generator.next() & 0x7FDF_FFFF_FFFF_FFFF)
      let changed = try book([change("costs.width", .set(value))]).width.value
      #expect(changed == value, "\(value)")
    }
  }

  @Test(arguments: [
    "costs.depth", "costs.inner", "costs.inner.depth.value", "costs.list", "costs.list.c.price",
    "costs.list.b", "costs.note", "costs.width.unit", "costs.", "costs..", "costs.list.0.price",
  ]) func whatIsNoFigureIsRefusedWithItsPlace(path: String) throws {
    let change = try change(path, .set(1))
    let error = userError {
      _ = try BookReader.read(Book.self, path: self.path, changes: [change])
    }
    #expect(error?.code == "DR-813")
    #expect(error?.place == "s.yaml:3")
  }

  @Test(arguments: [
    "", "costs", "width", "standards.x", "morphologies.urban", "../costs.width", ".",
  ])
  func whatIsNoBookIsRefused(path: String) {
    let error = userError {
      _ = try FigureChange(path: path, .set(1), at: "s.yaml:3")
    }
    #expect(error?.code == "DR-812")
    #expect(error?.place == "s.yaml:3")
  }

  @Test(arguments: [FigureChange.Operation.scale(1e308), .set(.infinity), .set(.nan)])
  func whatIsNotFiniteIsRefused(operation: FigureChange.Operation) throws {
    let change = try change("costs.width", .scale(1e300))
    let beyond = try FigureChange(path: "costs.width", operation, at: "s.yaml:4")
    let error = userError {
      _ = try BookReader.read(Book.self, path: path, changes: [change, beyond])
    }
    #expect(error?.code == "DR-813")
    #expect(error?.place == "s.yaml:4")
  }
}
