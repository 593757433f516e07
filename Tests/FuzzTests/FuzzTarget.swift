import Geometry
import Testing

/// A reader with good files to break, and what has to hold of whatever it reads.
struct FuzzTarget: Sendable, CustomTestStringConvertible {
  /// What is tested.
  let name: String
  /// Name that the reader takes the bytes under: some go by its ending.
  let file: String
  /// Good files.
  let seeds: [[UInt8]]
  /// Reads a file; says what is wrong with what it read, or nil. A refusal is a `UserError`.
  let read: @Sendable (_ bytes: [UInt8], _ path: String) throws(UserError) -> String?

  var testDescription: String { name }

  init(
    _ name: String, file: String, seeds: [String],
    read: @escaping @Sendable ([UInt8], String) throws(UserError) -> String?
  ) {
    self.init(name, file: file, bytes: seeds.map { Array($0.utf8) }, read: read)
  }

  init(
    _ name: String, file: String, bytes: [[UInt8]],
    read: @escaping @Sendable ([UInt8], String) throws(UserError) -> String?
  ) {
    self.name = name
    self.file = file
    seeds = bytes
    self.read = read
  }
}
