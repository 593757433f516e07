import Geometry
import Yams

/// Lays changes over the YAML of a book before it is decoded, so that what is computed with passes
/// the same checks as a book that was edited by hand.
struct BookChanges {
  let changes: [FigureChange]
  private(set) var changed: [ChangedFigure] = []

  init(_ changes: [FigureChange]) { self.changes = changes }

  /// The book with its figures changed. Unit and kind stay; the source says what was done.
  ///
  /// - Throws: DR-813 for a figure that is not in the book or does not stay finite.
  mutating func applied(to book: Node) throws(UserError) -> Node {
    var book = book
    for change in changes { book = try apply(change, to: book, change.keys[...]) }
    return book
  }

  private mutating func apply(
    _ change: FigureChange, to node: Node, _ keys: ArraySlice<String>
  ) throws(UserError) -> Node {
    guard let key = keys.first else { return try figure(change, node) }
    var node = node
    if let inner = node.mapping?[key] {
      node.mapping?[key] = try apply(change, to: inner, keys.dropFirst())
      return node
    }
    if let index = node.sequence?.firstIndex(where: { $0.mapping?["name"]?.string == key }),
      let inner = node.sequence?[index]
    {
      node.sequence?[index] = try apply(change, to: inner, keys.dropFirst())
      return node
    }
    let known =
      node.mapping?.keys.compactMap(\.string)
      ?? node.sequence?.compactMap { $0.mapping?["name"]?.string } ?? []
    throw UserError(
      "DR-813", .badData, at: change.place, "the book has no '\(key)' of '\(change.path)'",
      remedy: known.isEmpty
        ? "name a figure of the book" : "name one of: \(known.joined(separator: ", "))")
  }

  private mutating func figure(_ change: FigureChange, _ node: Node) throws(UserError) -> Node {
    guard let from = node.mapping?["value"]?.float, node.mapping?["unit"] != nil else {
      throw UserError(
        "DR-813", .badData, at: change.place, "'\(change.path)' is no figure",
        remedy: "name a key that has value, unit, kind and source")
    }
    let to = change.value(from: from)
    guard to.isFinite else {
      throw UserError(
        "DR-813", .badData, at: change.place, "'\(change.path)' becomes \(to)",
        remedy: "give a finite number")
    }
    changed.append(ChangedFigure(change, from: from, to: to))
    var node = node
    node.mapping?["value"] = Node("\(to)")
    let source = node.mapping?["source"]?.string ?? ""
    node.mapping?["source"] = Node("\(source); changed from \(from) at \(change.place)")
    return node
  }
}
