public import Geometry

/// What an area of a table counts as by its residents a square kilometre.
public struct AreaBook: Codable, Sendable {
  /// Residents a square kilometre from which an area is densely built.
  public let denseUrban: Figure
  /// From which it is urban.
  public let urban: Figure
  /// From which it is suburban.
  public let suburban: Figure
  /// From which it is a town; below it is rural.
  public let town: Figure

  /// The bundled book's place in geodata.
  public static let file = "books/areas.yaml"

  /// Reads a book.
  ///
  /// - Throws: `DR-210`, `DR-250` and `DR-251` as of any book; `DR-273` for densities that do not fall.
  public static func read(path: String) throws(UserError) -> AreaBook {
    let book = try BookReader.read(AreaBook.self, path: path)
    let falling = [book.denseUrban, book.urban, book.suburban, book.town].map(\.value)
    guard zip(falling, falling.dropFirst()).allSatisfy({ $0 > $1 }), (falling.last ?? 0) > 0 else {
      throw UserError(
        "DR-273", .badData, at: path, "the densities are \(falling)",
        remedy: "give residents a square kilometre that fall from denseUrban to town, above 0")
    }
    return book
  }

  /// The class of an area.
  ///
  /// - Parameter density: residents a square kilometre, 0 or more.
  public func morphology(density: Double) -> Morphology {
    switch density {
    case denseUrban.value...: .denseUrban
    case urban.value...: .urban
    case suburban.value...: .suburban
    case town.value...: .town
    default: .rural
    }
  }

  /// What a standard asks of it: as of cities, of county seats, or of town seats.
  public static func kind(_ morphology: Morphology) -> SettlementKind {
    switch morphology {
    case .denseUrban, .urban: .city
    case .suburban: .countySeat
    case .town, .rural: .townSeat
    }
  }
}
