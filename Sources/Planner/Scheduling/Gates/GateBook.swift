public import Geometry
public import Siting
public import Territory

/// Decisions that packages wait for, and the kinds of department that take them (`books/gates.yaml`).
public struct GateBook: Codable, Sendable {
  /// A name in both languages.
  public struct Names: Codable, Hashable, Sendable {
    /// Simplified Chinese.
    public let zh: String
    /// English.
    public let en: String
  }

  /// Kinds of department by their names in files.
  public let departments: [String: Names]
  /// In the order in which they are shown.
  public let gates: [DecisionGate]

  /// The bundled book's place in geodata.
  public static let file = "books/gates.yaml"

  /// Reads a book.
  ///
  /// - Throws: `DR-210`, `DR-250` and `DR-251` as of any book; `DR-934` for a gate that stands twice, asks an unknown
  ///   department or takes days out of range.
  public static func read(path: String) throws(UserError) -> GateBook {
    let book = try BookReader.read(GateBook.self, path: path)
    var names = Set<String>()
    for gate in book.gates {
      guard names.insert(gate.name).inserted, book.departments[gate.department] != nil,
        (0...3650).contains(gate.leadDays.value)
      else {
        throw UserError(
          "DR-934", .badData, at: "\(path): \(gate.name)",
          "the gate stands twice, asks an unknown department or takes days out of range",
          remedy: "give each gate once, with a department of the book and 0 to 3650 days")
      }
    }
    return book
  }

  /// A department by its name in files or in either language; nil for other words.
  public func department(_ word: String) -> Names? {
    departments[word]
      ?? departments.values.first { $0.zh == word || $0.en.lowercased() == word.lowercased() }
  }
}

/// One decision that somebody outside the network has to take.
public struct DecisionGate: Codable, Hashable, Sendable {
  /// Which packages wait for it.
  public enum Condition: String, Codable, CaseIterable, Sendable {
    /// Those with stations.
    case stations
    /// Those with new masts or rooftops.
    case newSites = "new-sites"
    /// Those with stations on sites that are there.
    case sharedSites = "shared-sites"
    /// Those with new fibre.
    case newFibre = "new-fibre"
  }

  /// The step that cannot begin without it.
  public enum Step: String, Codable, CaseIterable, Sendable {
    case power, build, optimise
  }

  /// Unique in its book.
  public let name: String
  /// For people.
  public let names: GateBook.Names
  /// Kind of department that decides: a key of the book.
  public let department: String
  /// Which packages wait for it.
  public let when: Condition
  /// The step that cannot begin without it.
  public let before: Step
  /// Days from the application to the decision.
  public let leadDays: Figure

  /// Whether a package waits for it.
  public func applies(to work: WorkPackage) -> Bool {
    switch when {
    case .stations: work.stations > 0
    case .newSites: work.newSites > 0
    case .sharedSites: work.stations > work.newSites
    case .newFibre: work.fibreMetres > 0
    }
  }

  /// Whole days from the application to the decision.
  var wholeDays: Int { Int(leadDays.value.rounded(.up)) }
}
