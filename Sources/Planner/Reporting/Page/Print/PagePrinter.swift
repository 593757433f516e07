import FoundationEssentials
public import Geometry

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Prints pages to PDF by a Chromium that is installed beside the program, without a window.
///
/// The browser stamps each file with the time, so that a PDF is never part of a run, whose bytes are repeatable.
public struct PagePrinter: Sendable {
  /// Variable that names the browser: a path, or a name that the path of programs has.
  public static let variable = "DEEPREACH_CHROMIUM"
  /// Names that are looked for where the variable says nothing.
  public static let names = ["chromium", "chromium-browser", "google-chrome"]
  /// How long a page may take: the whole country's takes some ten seconds.
  public static let patience = Duration.seconds(180)

  /// Path of the browser.
  public let program: String
  private let environment: [String: String]
  private let patience: Duration

  /// Finds the browser that the process's variables name.
  ///
  /// - Throws: `DR-681` where there is none.
  public init() throws(UserError) {
    try self.init(environment: ProcessInfo.processInfo.environment)
  }

  /// Finds the browser.
  ///
  /// - Parameters:
  ///   - environment: variables by name, which the browser has as well.
  ///   - patience: how long a page may take.
  /// - Throws: `DR-681` where there is none.
  public init(
    environment: [String: String], patience: Duration = Self.patience
  ) throws(UserError) {
    let named = environment[Self.variable].flatMap { $0.isEmpty ? nil : $0 }
    let folders = (environment["PATH"] ?? "").split(separator: ":").map(String.init)
    let found = (named.map { [$0] } ?? Self.names).lazy.compactMap { name in
      name.contains("/")
        ? Self.isProgram(name) ? name : nil
        : folders.map { "\($0)/\(name)" }.first(where: Self.isProgram)
    }.first
    guard let found else {
      throw UserError(
        "DR-681", .unavailable, at: "--pdf",
        named.map { "there is no program '\($0)', which \(Self.variable) names" }
          ?? "there is no \(Self.names.joined(separator: ", ")) to print the page",
        remedy:
          "install Chromium (Debian: apt-get install chromium), name another in \(Self.variable), "
          + "or print the page from any browser")
    }
    program = found
    self.environment = environment
    self.patience = patience
  }

  private static func isProgram(_ path: String) -> Bool {
    access(path, X_OK) == 0 && !Folder.isFolder(path)
  }

  /// Prints a page to a file, which appears whole or not at all.
  ///
  /// - Throws: `DR-682` where the browser fails or leaves no PDF, `DR-683` where it takes too long, `DR-703` when
  ///   the file cannot be written.
  public func print(_ page: [UInt8], to path: String) throws(UserError) {
    let folder = try scratch()
    defer { Folder.remove(folder) }
    try FileAccess.write(page, to: "\(folder)/page.html")
    let ending = try ChildProcess(
      program: program, arguments: Self.arguments(folder), environment: environment,
      output: "\(folder)/browser.log"
    ).run(patience: patience)
    let said = Self.lastLine(of: "\(folder)/browser.log")
    switch ending {
    case .exited(0): break
    case .tooLate:
      throw UserError(
        "DR-683", .unavailable, at: program, "the page is not printed after \(patience)",
        remedy: "try again when the machine is less busy, or print the page from any browser")
    case .exited(let status): throw failure("it ends with status \(status)\(said)")
    case .killed(let signal): throw failure("it ends by signal \(signal)\(said)")
    }
    guard let pdf = try? FileAccess.read("\(folder)/page.pdf"), Self.isWhole(pdf) else {
      throw failure("it leaves no PDF\(said)")
    }
    try FileAccess.writeAtomically(pdf, to: path)
  }

  private func failure(_ problem: String) -> UserError {
    UserError(
      "DR-682", .unavailable, at: program, problem,
      remedy: "see whether it is a Chromium that runs here, or print the page from any browser")
  }

  /// What the browser is told. The program and its arguments go to the system one by one, through no shell.
  private static func arguments(_ folder: String) -> [String] {
    [
      "--headless=new", "--disable-gpu", "--no-first-run", "--disable-extensions",
      "--disable-background-networking", "--disable-component-update", "--disable-sync",
      "--no-pdf-header-footer", "--user-data-dir=\(folder)/profile",
      "--print-to-pdf=\(folder)/page.pdf",
    ]
      // Chromium refuses its sandbox to the superuser; the page is ours and asks for nothing.
      + (geteuid() == 0 ? ["--no-sandbox"] : []) + [address(of: "\(folder)/page.html")]
  }

  /// The file's address, with every byte named that an address has another use for.
  static func address(of path: String) -> String {
    var address = "file://"
    for byte in path.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "/"), UInt8(ascii: "."),
        UInt8(ascii: "-"), UInt8(ascii: "_"):
        address.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        address += "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
      }
    }
    return address
  }

  /// A folder of its own for the page, the browser's profile and what it says.
  private func scratch() throws(UserError) -> String {
    let parent =
      environment["TMPDIR"].flatMap { $0.hasPrefix("/") ? $0 : nil }
      ?? FileManager.default.temporaryDirectory.path
    var template = Array("\(parent)/deepreach-print-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else {
      throw UserError(
        "DR-703", .cannotCreate, at: parent, "cannot be written: \(FileAccess.reason())",
        remedy: "name a folder that may be written in TMPDIR")
    }
    return String(decoding: template.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
  }

  private static func isWhole(_ pdf: [UInt8]) -> Bool {
    pdf.starts(with: "%PDF-".utf8)
      && String(decoding: pdf.suffix(1024), as: UTF8.self).contains("%%EOF")
  }

  private static func lastLine(of log: String) -> String {
    guard let bytes = try? FileAccess.read(log) else { return "" }
    let text = String(decoding: bytes.suffix(4096), as: UTF8.self)
    guard let last = text.split(separator: "\n").last else { return "" }
    return ": \(last.prefix(200))"
  }
}
