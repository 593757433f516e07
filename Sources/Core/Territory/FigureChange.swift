public import Geometry

/// A change of one figure of a bundled book, for a question of what would be if.
public struct FigureChange: Hashable, Sendable {
  /// What becomes of the value.
  public enum Operation: Hashable, Sendable {
    /// The value itself.
    case set(Double)
    /// The book's value times a factor.
    case scale(Double)
  }

  /// Books whose figures are checked against ranges when they are read, so that no change can lead
  /// out of what the planner can compute with.
  public static let books = ["bands", "costs", "demand", "readiness"]

  /// Name of the book.
  public let book: String
  /// Keys inside the book, from the outside in; an entry of a list by its `name`.
  public let keys: [String]
  /// What becomes of the value.
  public let operation: Operation
  /// Where the change was asked for, for messages.
  public let place: String

  /// A change by its path, such as `costs.newTowerYuan`.
  ///
  /// - Throws: DR-812 when the path names no book that can be changed, or nothing in it.
  public init(path: String, _ operation: Operation, at place: String) throws(UserError) {
    let parts = path.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    guard let book = parts.first, Self.books.contains(book), parts.count > 1 else {
      throw UserError(
        "DR-812", .badData, at: place, "'\(path)' is no figure of a book",
        remedy: "give BOOK.KEY with one of the books \(Self.books.joined(separator: ", "))")
    }
    self.book = book
    keys = Array(parts.dropFirst())
    self.operation = operation
    self.place = place
  }

  /// Book and keys with dots between.
  public var path: String { ([book] + keys).joined(separator: ".") }

  /// What becomes of a value.
  public func value(from value: Double) -> Double {
    switch operation {
    case .set(let new): new
    case .scale(let factor): value * factor
    }
  }
}

/// A figure before and after a change.
public struct ChangedFigure: Hashable, Sendable {
  /// What was asked for.
  public let change: FigureChange
  /// Value in the book.
  public let from: Double
  /// Value that is computed with.
  public let to: Double

  /// A figure before and after a change.
  public init(_ change: FigureChange, from: Double, to: Double) {
    self.change = change
    self.from = from
    self.to = to
  }
}
