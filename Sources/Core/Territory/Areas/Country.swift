public import Geometry

/// A country other than China, whose folder of territory is whole.
public struct Country: Codable, Hashable, Sendable {
  /// Code by ISO 3166-1, two letters (`GB`); the province of all its areas has it.
  public let code: String
  /// Its name, for people.
  public let name: String

  /// The file that marks a folder of territory as a country's.
  public static let file = "territory.yaml"
  /// Every table that such a folder holds.
  public static let tables = [
    "boundaries/counties.topojson", BorderCounties.file, "units/counties.csv",
    "units/prefectures.csv", "units/provinces.csv", "units/settlements.csv", "units/towns.csv",
  ]

  /// A country.
  ///
  /// - Throws: DR-274 for a code that is not two capital letters, China's, or an empty name.
  public init(code: String, name: String) throws(UserError) {
    self.code = code
    self.name = name
    try check(at: "--country")
  }

  /// Reads the file of a folder.
  ///
  /// - Throws: `DR-210`, `DR-250` and `DR-251` as of any book, DR-274 as ``init(code:name:)``.
  public static func read(path: String) throws(UserError) -> Country {
    let country = try BookReader.read(Country.self, path: path)
    try country.check(at: path)
    return country
  }

  private func check(at place: String) throws(UserError) {
    guard code.utf8.count == 2, code.utf8.allSatisfy({ (0x41...0x5A).contains($0) }), code != "CN"
    else {
      throw UserError(
        "DR-274", .usage, at: place, "'\(code.prefix(40))' is no code of another country",
        remedy: "give two capital letters by ISO 3166-1, such as GB; China's data is bundled")
    }
    let isPlain = name.utf8.allSatisfy { $0 >= 0x20 }
    guard !name.allSatisfy(\.isWhitespace), name.utf8.count <= 200, isPlain else {
      throw UserError(
        "DR-274", .usage, at: place, "'\(name.prefix(40))' is no name of a country",
        remedy: "give its name in up to 200 bytes")
    }
  }

  /// The file that marks the folder.
  var sheet: [UInt8] {
    Array("code: \(code)\nname: \"\(Self.escaped(name))\"\n".utf8)
  }

  private static func escaped(_ text: String) -> String {
    text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
  }
}
