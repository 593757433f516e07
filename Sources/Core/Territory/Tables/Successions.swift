public import Geometry

/// A book of counties that have another code today, or have given people to another county.
public struct Successions: Sendable {
  /// A unit by code and name, with its share of the people where it is one of several.
  public struct Unit: Codable, Hashable, Sendable {
    /// GB/T 2260, 6 digits.
    public let code: String
    /// Name in full.
    public let name: String
    /// Residents by which people are split; nil to split by those of the tables.
    public let residents: Int?

    /// A unit.
    public init(code: String, name: String, residents: Int? = nil) {
      self.code = code
      self.name = name
      self.residents = residents
    }
  }

  /// One unit of then and those of today.
  public struct Succession: Codable, Hashable, Sendable {
    /// The unit of then.
    public let from: Unit
    /// The units of today.
    public let to: [Unit]
    /// `sourced`, `derived` or `judgement`.
    public let kind: FigureKind
    /// Where it is known from.
    public let source: String

    /// A succession.
    public init(from: Unit, to: [Unit], kind: FigureKind, source: String) {
      self.from = from
      self.to = to
      self.kind = kind
      self.source = source
    }
  }

  private struct Book: Codable {
    let successions: [Succession]
  }

  /// In the order of the book.
  public let all: [Succession]

  /// The bundled book's place in geodata.
  public static let file = "books/successions.yaml"

  /// Reads a book and holds it against the tables.
  ///
  /// - Throws: `DR-210`, `DR-250`, `DR-251` as of any book; `DR-268` as ``init(_:file:tables:)``.
  public init(path: String, tables: UnitTables) throws(UserError) {
    try self.init(
      BookReader.read(Book.self, path: path).successions, file: path, tables: tables)
  }

  /// Successions, held against the tables.
  ///
  /// - Throws: `DR-268` for a successor that is no county of the tables or has another name there, for a
  ///   unit that stands twice, and for residents that are missing of some or negative.
  public init(_ all: [Succession], file: String, tables: UnitTables) throws(UserError) {
    let codes = try tables.counties.texts("adcode")
    let names = try tables.counties.texts("name")
    let nameByCode = Dictionary(zip(codes, names), uniquingKeysWith: { first, _ in first })
    var seen: Set<Unit> = []
    for succession in all {
      let from = succession.from
      func wrong(_ problem: String) -> UserError {
        UserError(
          "DR-268", .badData, at: "\(file): \(from.code) \(from.name)", problem,
          remedy: "correct the succession; codes and names are those of units/counties.csv")
      }
      guard seen.insert(Unit(code: from.code, name: from.name)).inserted else {
        throw wrong("it stands twice")
      }
      guard !succession.to.isEmpty, Set(succession.to.map(\.code)).count == succession.to.count
      else { throw wrong("it has no successor, or one twice") }
      for unit in succession.to where nameByCode[unit.code] != unit.name {
        throw wrong(
          "successor \(unit.code) is \(nameByCode[unit.code] ?? "no county") instead of \(unit.name)"
        )
      }
      let residents = succession.to.compactMap(\.residents)
      guard residents.isEmpty || residents.count == succession.to.count,
        residents.allSatisfy({ (0...Self.greatest).contains($0) })
      else { throw wrong("residents are missing of some successors, or are no figure") }
    }
    self.all = all
  }

  /// No county has more residents.
  static let greatest = 100_000_000
}
