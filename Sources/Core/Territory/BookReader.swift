public import Geometry
import Yams

/// Reads a book: a YAML file of figures.
public enum BookReader {
  /// Decodes the file.
  ///
  /// - Throws: DR-210 when it is not there, DR-250 when the YAML does not parse, DR-251 when a key is
  ///   missing or a value of the wrong kind.
  public static func read<Book: Decodable>(
    _ type: Book.Type, path: String
  ) throws(UserError) -> Book {
    let text = try InputFile.text(at: path)
    do {
      return try YAMLDecoder().decode(type, from: text)
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
