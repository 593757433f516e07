public import Geometry
public import Territory

/// Weights by which places like a pilot's are ranked (`books/pilots.yaml`).
public struct PilotBook: Codable, Sendable {
  /// Distance for each doubling of the residents.
  public let perDoubling: Figure
  /// Distance for each step between city, county seat and town seat.
  public let perKind: Figure
  /// Distance for each step of morphology, dense urban to rural.
  public let perMorphology: Figure
  /// Distance for the whole range of readiness, 0 to 1.
  public let perReadiness: Figure
  /// Distance for the whole range of the signal that the pilot's kind goes by, 0 to 1.
  public let perSignal: Figure
  /// Distance for each year that a place waits for the status after the pilot stands.
  public let perYear: Figure
  /// Distance between industries that share no scenario; 0 for the same.
  public let perIndustry: Figure
  /// Distance for each doubling of a campus' terminals.
  public let perTerminalDoubling: Figure
  /// Distance for each step of the status that the network at a campus' settlement has now.
  public let perStatus: Figure
  /// Farthest campus of the fitting industry that a pilot without a campus of its own is taken to be like.
  public let campusKilometres: Figure
  /// Places that are listed for each pilot.
  public let places: Figure

  /// The bundled book's place in geodata.
  public static let file = "books/pilots.yaml"

  /// Reads a book.
  ///
  /// - Throws: `DR-210`, `DR-250` and `DR-251` as of any book; `DR-938` for a figure out of range.
  public static func read(path: String) throws(UserError) -> PilotBook {
    let book = try BookReader.read(PilotBook.self, path: path)
    let weights = [
      book.perDoubling, book.perKind, book.perMorphology, book.perReadiness, book.perSignal,
      book.perYear, book.perIndustry, book.perTerminalDoubling, book.perStatus,
      book.campusKilometres,
    ]
    guard weights.allSatisfy({ (0...1000).contains($0.value) }),
      (1...1000).contains(book.places.value)
    else {
      throw UserError(
        "DR-938", .badData, at: path, "a weight or the number of places is out of range",
        remedy: "give weights of 0 to 1000, and 1 to 1000 places")
    }
    return book
  }
}
