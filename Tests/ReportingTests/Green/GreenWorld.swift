import Geometry
import Radio
import Reporting
import Scheduling
import Siting
import TestSupport
import Territory

/// The tiny plan with money for all that is feasible, and the bundled books.
///
/// Every package takes 10 kWh a year; with 400 yuan a quarter six are built:
///
///     settlement  people  packages  stations   status
///     330100         500      2         8       deep
///     330182         200      3        12       deep
///     330182200      100      1         1       none, as its mobile network is not feasible
struct GreenWorld {
  let tampering: RunTampering
  let books: GreenBooks

  init(_ plan: TinyPlan? = nil) throws {
    var plan = plan ?? TinyPlan()
    plan.budgetYuan = 400
    tampering = try RunTampering(plan)
    books = try Self.books()
  }

  static func books(_ limits: String = "books/limits/renewables.yaml") throws -> GreenBooks {
    let geodata = try Geodata.locate(programPath: #filePath, environment: [:])
    return GreenBooks(
      green: try GreenBook.read(path: geodata.path(GreenBook.file)),
      limits: try LimitBook.read(path: geodata.path(limits)),
      costs: try CostBook.read(path: geodata.path("books/costs.yaml")),
      bands: try BandBook.read(path: geodata.path("books/bands.yaml")))
  }

  func run() throws(UserError) -> GreenRun {
    let path = tampering.folder
    let file = "\(path)/run.json"
    return try GreenRun(
      reading: path, manifest: Manifest(parsing: FileAccess.read(file), file: file), books: books,
      provinceNames: ["330000": "浙江省"])
  }

  /// What a forger would leave: a table with another text, sealed again.
  func forge(_ old: String, _ new: String, in name: String) throws {
    try tampering.replace(old, with: new, in: name)
    try tampering.reseal()
  }

  /// The row of a package, whole.
  func row(_ package: String, in name: String) throws -> String {
    let text = String(decoding: try tampering.bytes(name), as: UTF8.self)
    let row = text.split(separator: "\n").first { $0.hasPrefix(package + ",") }
    return String(row ?? "")
  }
}
