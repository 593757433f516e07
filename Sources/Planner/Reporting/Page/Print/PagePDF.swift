public import Geometry

/// Where a page goes as a PDF beside what else is written.
public struct PagePDF: Sendable {
  /// The file.
  public let path: String
  private let printer: PagePrinter

  /// A file, and the browser that prints it.
  ///
  /// - Throws: `DR-703` when it cannot be written; to be asked before long work begins.
  public init(_ path: String, printer: PagePrinter) throws(UserError) {
    self.path = path
    self.printer = printer
    guard path != "-" else {
      throw UserError(
        "DR-684", .usage, at: "--pdf", "a PDF cannot go to the screen", remedy: "give a file")
    }
    try FileAccess.checkWritable(path)
  }

  /// Refuses a file that would lie in a folder of which every file is accounted for.
  ///
  /// - Throws: `DR-684` where it does.
  public func check(outside folder: String) throws(UserError) {
    guard !ModelFolder.parts(path).starts(with: ModelFolder.parts(RunFolder(folder).path)) else {
      throw UserError(
        "DR-684", .usage, at: "--pdf",
        "'\(path)' would lie in the folder '\(folder)', whose files are hashed and repeatable",
        remedy: "give a file beside the folder")
    }
  }

  /// Prints the page of a run folder, or any other.
  ///
  /// - Throws: what ``PagePrinter/print(_:to:)`` throws; `DR-702` when there is no page.
  public func write(page: String) throws(UserError) {
    try write(FileAccess.read(page))
  }

  /// Prints a page.
  ///
  /// - Throws: what ``PagePrinter/print(_:to:)`` throws.
  public func write(_ page: [UInt8]) throws(UserError) { try printer.print(page, to: path) }
}
