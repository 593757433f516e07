import Geometry
import Reporting

/// Text to a file, whole or not at all, or to the screen.
enum OutputFile {
  static func write(_ text: String, to path: String) throws(UserError) {
    try write(Array(text.utf8), to: path)
  }

  static func write(_ bytes: [UInt8], to path: String) throws(UserError) {
    if path == "-" {
      try FileAccess.writeToStandardOutput(bytes)
    } else {
      try FileAccess.writeAtomically(bytes, to: path)
    }
  }
}
