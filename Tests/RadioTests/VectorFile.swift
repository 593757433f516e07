import Foundation
import Geometry
import Territory

/// Values that a model must give, as text: what PROJ's gie is for transformations.
///
///     operation +model=uma +condition=los +base=25 +user=1.5 +light=3e8
///     tolerance 1e-3 dB
///     accept 2.6 200        # GHz and metres
///     expect 86.9876
struct VectorFile {
  /// One value.
  struct Vector: CustomStringConvertible {
    let parameters: [String: String]
    let input: [Double]
    let expected: Double
    let tolerance: Double
    let line: Int

    func number(_ name: String) -> Double? { parameters[name].flatMap(Double.init) }
    var description: String {
      "line \(line): \(parameters["model"] ?? "") \(parameters["condition"] ?? "") \(input)"
    }
  }

  /// A line that is none of the four, or stands where it cannot.
  struct Malformed: Error, Equatable {
    let line: Int
  }

  let vectors: [Vector]

  init(path: String) throws { try self.init(text: InputFile.text(at: path)) }

  init(text: String) throws {
    var vectors: [Vector] = []
    var parameters: [String: String] = [:]
    var tolerance: Double?
    var input: [Double]?
    let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    for (index, line) in lines.enumerated() {
      let words = line.prefix { $0 != "#" }.split(separator: " ")
      guard let keyword = words.first else { continue }
      let arguments = words.dropFirst()
      let malformed = Malformed(line: index + 1)
      // An input waits for what is expected of it.
      guard (input == nil) == (keyword != "expect") else { throw malformed }
      switch keyword {
      case "operation":
        parameters = [:]
        tolerance = nil
        for argument in arguments {
          let pair = argument.split(separator: "=")
          guard argument.hasPrefix("+"), pair.count == 2 else { throw malformed }
          parameters[String(pair[0].dropFirst())] = String(pair[1])
        }
        guard parameters["model"] != nil else { throw malformed }
      case "tolerance":
        guard arguments.count == 2, let value = arguments.first.flatMap({ Double($0) }), value > 0
        else { throw malformed }
        tolerance = value
      case "accept":
        let numbers = arguments.compactMap { Double($0) }
        guard !numbers.isEmpty, numbers.count == arguments.count else { throw malformed }
        input = numbers
      case "expect":
        guard arguments.count == 1, let expected = arguments.first.flatMap({ Double($0) }),
          let given = input, let tolerance
        else { throw malformed }
        vectors.append(
          Vector(
            parameters: parameters, input: given, expected: expected, tolerance: tolerance,
            line: index + 1))
        input = nil
      default:
        throw malformed
      }
    }
    guard input == nil else { throw Malformed(line: lines.count) }
    self.vectors = vectors
  }
}
