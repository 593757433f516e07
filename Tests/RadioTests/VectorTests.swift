import Foundation
import Geometry
import Radio
import Testing

/// The files in `vectors`, held against the models.
@Suite struct VectorTests {
  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("vectors")

  static func vectors(_ name: String) throws -> [VectorFile.Vector] {
    try VectorFile(path: folder.appendingPathComponent(name).path).vectors
  }

  @Test func pathLoss() throws {
    let vectors = try Self.vectors("tr38901-path-loss.gie")
    // A file that is cut short would pass in silence.
    #expect(vectors.count == 100)
    for vector in vectors {
      let loss = try Self.loss(vector)
      #expect(abs(loss - vector.expected) < vector.tolerance, "\(vector): \(loss)")
    }
  }

  private static func loss(_ vector: VectorFile.Vector) throws -> Double {
    let base = try #require(vector.number("base"))
    let user = try #require(vector.number("user"))
    let light = try #require(vector.number("light"))
    try #require(vector.input.count == 2)
    let (carrier, distance) = (vector.input[0], vector.input[1])
    let model: any PathLossModel
    switch vector.parameters["model"] {
    case "uma":
      model = try UrbanMacro(
        carrierGHz: carrier, baseStationHeightMetres: base, userHeightMetres: user,
        speedOfLight: light)
    case "umi":
      model = try UrbanMicroStreetCanyon(
        carrierGHz: carrier, baseStationHeightMetres: base, userHeightMetres: user,
        speedOfLight: light)
    case "rma":
      model = try RuralMacro(
        carrierGHz: carrier, baseStationHeightMetres: base, userHeightMetres: user,
        speedOfLight: light)
    case "inh":
      model = try IndoorOffice(
        carrierGHz: carrier, baseStationHeightMetres: base, userHeightMetres: user)
    default:
      throw VectorFile.Malformed(line: vector.line)
    }
    switch vector.parameters["condition"] {
    case "los": return model.lineOfSightLossDB(distance2DMetres: distance)
    case "nlos": return model.nonLineOfSightLossDB(distance2DMetres: distance)
    default: throw VectorFile.Malformed(line: vector.line)
    }
  }

  @Test(arguments: [
    ("operation +model=uma\naccept 1 2\nexpect 3\n", 3),  // no tolerance
    ("operation +model=uma\ntolerance 1 dB\naccept 1 2\n", 4),  // nothing expected
    ("operation +model=uma\ntolerance 1 dB\naccept 1 2\naccept 1 2\n", 4),
    ("operation +model=uma\ntolerance 1 dB\nexpect 1\n", 3), ("operation model=uma\n", 1),
    ("operation +condition=los\n", 1), ("\n# comment\naccept x\n", 3), ("tolerance -1 dB\n", 1),
    ("tolerance 1\n", 1), ("direction forward\n", 1),
  ]) func malformedTextIsRefused(text: String, line: Int) {
    #expect(throws: VectorFile.Malformed(line: line)) { try VectorFile(text: text) }
  }
}
