public import Geometry
import Yams

/// Reads a book: a YAML file of figures.
public enum BookReader {
  /// Decodes the file.
  ///
  /// - Parameter changes: figures that are other than in the file.
  /// - Throws: DR-210 when it is not there, DR-250 when the YAML does not parse, DR-251 when a key is
  ///   missing or a value of the wrong kind, DR-813 for a change of a figure that is not there.
  public static func read<Book: Decodable>(
    _ type: Book.Type, path: String, changes: [FigureChange] = []
  ) throws(UserError) -> Book {
    let text = try InputFile.text(at: path)
    do {
      guard !changes.isEmpty, let book = try Yams.compose(yaml: text) else {
        return try YAMLDecoder().decode(type, from: text)
      }
      var overlay = BookChanges(changes)
      return try YAMLDecoder().decode(type, from: overlay.applied(to: book))
    } catch let error as UserError {
      throw error
    } catch DecodingError.dataCorrupted(let context) where context.underlyingError is YamlError {
      throw UserError(
        "DR-250", .badData, at: path,
        "the YAML does not parse: \(context.underlyingError.map { "\($0)" } ?? "")",
        remedy: "mend the syntax at the line named")
    } catch let error as DecodingError {
      throw UserError(
        "DR-251", .badData, at: path, describe(error),
        remedy: "give the key as the bundled book of that name does")
    } catch {
      throw UserError(
        "DR-250", .badData, at: path, "the YAML does not parse: \(error)",
        remedy: "mend the syntax at the line named")
    }
  }

  /// What changes make of the figures of a book, in the order of the changes.
  ///
  /// - Throws: as ``read(_:path:changes:)`` for the file and the changes.
  public static func changed(
    _ changes: [FigureChange], path: String
  ) throws(UserError) -> [ChangedFigure] {
    guard !changes.isEmpty, let book = try? Yams.compose(yaml: InputFile.text(at: path)) else {
      return []
    }
    var overlay = BookChanges(changes)
    _ = try overlay.applied(to: book)
    return overlay.changed
  }

  private static func describe(_ error: DecodingError) -> String {
    func place(_ path: [any CodingKey]) -> String {
      path.map(\.stringValue).joined(separator: ".")
    }
    switch error {
    case .keyNotFound(let key, let context):
      return "key '\(place(context.codingPath + [key]))' is missing"
    case .typeMismatch(_, let context), .valueNotFound(_, let context),
      .dataCorrupted(let context):
      return "key '\(place(context.codingPath))': \(context.debugDescription)"
    @unknown default:
      return "\(error)"
    }
  }
}
