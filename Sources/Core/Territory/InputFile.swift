public import FoundationEssentials
public import Geometry

/// Reads whole files for the loaders, with errors that name the file.
public enum InputFile {
  /// Bytes of a file.
  ///
  /// - Throws: DR-210 when there is no such file or it cannot be read.
  public static func bytes(at path: String) throws(UserError) -> [UInt8] {
    [UInt8](try data(at: path, options: []))
  }

  /// Bytes of a file that need not fit into memory: where the system can, they are read when they are used.
  ///
  /// - Throws: DR-210 when there is no such file or it cannot be read.
  public static func mapped(at path: String) throws(UserError) -> Data {
    try data(at: path, options: .mappedIfSafe)
  }

  private static func data(
    at path: String, options: Data.ReadingOptions
  ) throws(UserError) -> Data {
    do {
      return try Data(contentsOf: URL(fileURLWithPath: path), options: options)
    } catch {
      throw UserError(
        "DR-210", .missingInput, at: path, "the file cannot be read",
        remedy: "check the path and its permissions")
    }
  }

  /// Text of a file.
  ///
  /// - Throws: DR-210, or DR-204 when it is not UTF-8.
  public static func text(at path: String) throws(UserError) -> String {
    let bytes = try bytes(at: path)
    if let text = String(validating: bytes, as: UTF8.self) { return text }
    throw UserError(
      "DR-204", .badData, at: path, "the file is not UTF-8 text", remedy: "save it as UTF-8")
  }
}
