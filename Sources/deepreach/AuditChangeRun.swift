import Coverage
import Geometry
import Radio
import Reporting
import Territory

/// `deepreach audit RUN --against EARLIER`: what became of places, and why.
struct AuditChangeRun {
  let after: String
  let before: String
  let output: String
  let language: Language

  func run() throws(UserError) {
    try ChangeFiles.check(output)
    let old = try AuditedRun(reading: before)
    let new = try AuditedRun(reading: after)
    let geodata = try Geodata.locate()
    let sources = ChangeSources(
      standards: (Self.standard(old, geodata), Self.standard(new, geodata)),
      sites: (Self.sites(old, geodata), Self.sites(new, geodata)))
    let change = try AuditChange(before: old, after: new, sources: sources)
    try ChangeFiles(change, language).write(to: output)
    print(ChangeReport(change, language).text())
    print(Message.written.text(language, [RunFolder(output).path]))
  }

  /// Path of an input that is there and as it was; nil otherwise.
  private static func path(_ input: FileDigest, _ geodata: Geodata) -> String? {
    let bundled = "geodata/"
    let path =
      input.path.hasPrefix(bundled)
      ? geodata.path(String(input.path.dropFirst(bundled.count))) : input.path
    guard let found = try? FileDigest(path: input.path, contentsOf: path), found == input else {
      return nil
    }
    return path
  }

  private static func standard(_ run: AuditedRun, _ geodata: Geodata) -> Standard? {
    run.inputs.first { run.isStandard($0) }.flatMap { path($0, geodata) }
      .flatMap { try? StandardBook.read(path: $0) }
  }

  private static func sites(_ run: AuditedRun, _ geodata: Geodata) -> [Site]? {
    guard let register = run.register, let path = path(register, geodata),
      let bands = run.inputs.first(where: { $0.path == "geodata/books/bands.yaml" }),
      let book = Self.path(bands, geodata).flatMap({ try? BandBook.read(path: $0) }),
      let crs = try? CoordinateSystem(parsing: run.project["sites_crs"]?.string ?? "wgs84"),
      let bytes = try? InputFile.bytes(at: path),
      let table = try? CSVTable(name: path, bytes: bytes)
    else { return nil }
    return try? SiteFile(configurations: book.groupByConfiguration, crs: crs).sites(in: table)
  }
}
