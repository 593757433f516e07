import GRDB
import GRDBSQLite
import Geometry

/// A row that is bound to a prepared statement by SQLite's own calls, for layers of millions of rows.
struct BoundRow {
  private let pointer: OpaquePointer
  /// SQLite copies what it is given.
  private static var transient: sqlite3_destructor_type {
    unsafeBitCast(-1, to: sqlite3_destructor_type.self)
  }

  init(_ statement: Statement) { pointer = statement.sqliteStatement }

  func bind(_ value: Int64, at index: Int32) { sqlite3_bind_int64(pointer, index, value) }
  func bind(_ value: Double, at index: Int32) { sqlite3_bind_double(pointer, index, value) }
  func bindNull(at index: Int32) { sqlite3_bind_null(pointer, index) }

  func bind(_ bytes: [UInt8], at index: Int32) {
    _ = bytes.withUnsafeBytes { buffer in
      sqlite3_bind_blob(pointer, index, buffer.baseAddress, Int32(buffer.count), Self.transient)
    }
  }

  func bind(_ text: String, at index: Int32) {
    // SQLite's functions end at a NUL.
    var text = text.utf8.contains(0) ? text.replacing("\0", with: "\u{FFFD}") : text
    text.withUTF8 { buffer in
      // Without bytes there is no address, which would bind NULL.
      guard let base = buffer.baseAddress else {
        sqlite3_bind_text(pointer, index, "", 0, Self.transient)
        return
      }
      base.withMemoryRebound(to: CChar.self, capacity: buffer.count) { characters in
        _ = sqlite3_bind_text(pointer, index, characters, Int32(buffer.count), Self.transient)
      }
    }
  }

  /// Runs the statement.
  ///
  /// - Throws: DR-703 with what SQLite says, such as a full disk.
  func insert() throws(UserError) {
    let result = sqlite3_step(pointer)
    sqlite3_reset(pointer)
    guard result == SQLITE_DONE else {
      throw UserError(
        "DR-703", .inputOutput, at: "GeoPackage", String(cString: sqlite3_errstr(result)),
        remedy: "check the space on the disk and the rights of the folder")
    }
  }
}
