import Foundation
import Geometry
import Reporting
import TestSupport
import Testing

/// Printing by a browser that is a script of the test's, and by a real one where it is installed.
@Suite struct PagePrinterTests {
  private let scratch: Scratch

  init() throws { scratch = try Scratch() }

  /// A program that is found on a path of its own, and what it writes down of its arguments.
  private func browser(
    _ script: String, name: String = "chromium", patience: Duration = .seconds(20)
  ) throws -> PagePrinter {
    try program(name, script)
    return try PagePrinter(
      environment: ["PATH": "\(scratch.path("bin")):/usr/bin:/bin", "TMPDIR": scratch.path("tmp")],
      patience: patience)
  }

  private func program(_ name: String, _ script: String) throws {
    for folder in ["bin", "tmp"] { try scratch.directory(folder) }
    let path = try scratch.file("bin/\(name)", "#!/bin/sh\n" + script)
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: path)
  }

  /// Puts a PDF where the browser is told to.
  private let prints = """
    for word in "$@"; do
      case $word in --print-to-pdf=*) out=${word#*=} ;; esac
      echo "$word" >> "$(dirname "$0")/words"
    done
    cp "$(dirname "$out")/page.html" "$(dirname "$0")/page"
    printf '%%PDF-1.4 the page %%%%EOF' > "$out"
    """

  @Test func theBrowserIsToldWhatAndWhere() throws {
    let printer = try browser(prints)
    let path = scratch.path("it's $(touch gone); a.pdf")
    try printer.print(Array("<p>the page</p>".utf8), to: path)
    #expect(try String(contentsOfFile: path, encoding: .utf8) == "%PDF-1.4 the page %%EOF")
    #expect(try scratch.text("bin/page") == "<p>the page</p>")
    let words = try scratch.text("bin/words").split(separator: "\n")
    #expect(words.first == "--headless=new" && words.contains("--no-pdf-header-footer"))
    let address = try #require(words.last)
    #expect(address.hasPrefix("file:///") && address.hasSuffix("/page.html"))
    // What was written on the way is gone, and no shell has read the name.
    #expect(scratch.names("tmp").isEmpty)
    #expect(scratch.names() == ["bin", "it's $(touch gone); a.pdf", "tmp"])
  }

  @Test func aPathWithOtherSignsIsNamedInTheAddress() throws {
    try program("chromium", prints)
    try scratch.directory("a b#?%")
    let printer = try PagePrinter(
      environment: [
        "PATH": "\(scratch.path("bin")):/usr/bin:/bin", "TMPDIR": scratch.path("a b#?%"),
      ])
    try printer.print(Array("x".utf8), to: scratch.path("a.pdf"))
    #expect(try scratch.text("bin/words").contains("/a%20b%23%3F%25/deepreach-print-"))
  }

  @Test func theVariableGoesBeforeThePath() throws {
    try program("chromium", prints)
    try program("mine", prints)
    let path = "\(scratch.path("bin")):/usr/bin:/bin"
    for named in ["mine", scratch.path("bin/mine")] {
      let printer = try PagePrinter(environment: ["PATH": path, PagePrinter.variable: named])
      #expect(printer.program == scratch.path("bin/mine"))
    }
    let other = try PagePrinter(environment: ["PATH": path, PagePrinter.variable: ""])
    #expect(other.program == scratch.path("bin/chromium"))
    let error = userError {
      try PagePrinter(environment: ["PATH": path, PagePrinter.variable: "none-such"])
    }
    #expect(error?.code == "DR-681" && error?.problem.contains("none-such") == true)
  }

  @Test func withoutABrowserItIsSaidWhatToDo() throws {
    let error = userError { try PagePrinter(environment: ["PATH": scratch.path("bin")]) }
    #expect(error?.code == "DR-681")
    #expect(error?.status == .unavailable)
    #expect(error?.remedy.contains("chromium") == true)
    #expect(userError { try PagePrinter(environment: [:]) }?.code == "DR-681")
    // A folder of the name is no program.
    try scratch.directory("bin/chromium")
    #expect(
      userError { try PagePrinter(environment: ["PATH": scratch.path("bin")]) }?.code == "DR-681")
  }

  @Test(arguments: [
    ("echo it is broken >&2; exit 3", "it is broken"), ("exit 0", "no PDF"),
    ("kill -9 $$", "signal 9"),
    (
      "for w in \"$@\"; do case $w in --print-to-pdf=*) echo text > \"${w#*=}\";; esac; done",
      "no PDF"
    ),
  ]) func whatFailsLeavesWhatStoodThere(script: String, told: String) throws {
    let printer = try browser(script)
    let path = try scratch.file("old.pdf", "old")
    let error = userError { try printer.print([], to: path) }
    #expect(error?.code == "DR-682")
    #expect(error?.problem.contains(told) == true, "\(error?.problem ?? "")")
    #expect(try scratch.text("old.pdf") == "old")
    #expect(scratch.names("tmp").isEmpty && scratch.names() == ["bin", "old.pdf", "tmp"])
  }

  @Test func whatDoesNotEndIsEnded() throws {
    let printer = try browser(
      "sleep 60 & echo $! > \"$(dirname \"$0\")/child\"; wait", patience: .milliseconds(600))
    let start = ContinuousClock.now
    #expect(userError { try printer.print([], to: scratch.path("a.pdf")) }?.code == "DR-683")
    #expect(ContinuousClock.now - start < .seconds(10))
    #expect(!scratch.names().contains("a.pdf"))
    let child = try #require(
      Int32(try scratch.text("bin/child").trimmingCharacters(in: .whitespacesAndNewlines)))
    // What it has started goes too; the system may take a moment over it.
    for _ in 0..<100 where kill(child, 0) == 0 && !isZombie(child) { usleep(20_000) }
    #expect(kill(child, 0) != 0 || isZombie(child))
  }

  private func isZombie(_ process: Int32) -> Bool {
    let text = try? String(contentsOfFile: "/proc/\(process)/stat", encoding: .utf8)
    return text?.contains(") Z ") ?? true
  }

  @Test func aRunsFolderStaysAsItWasWritten() throws {
    let printer = try browser(prints)
    try scratch.directory("run")
    for name in ["run/a.pdf", "run/../run/a.pdf"] {
      let error = userError {
        try PagePDF(scratch.path(name), printer: printer).check(outside: scratch.path("run/"))
      }
      #expect(error?.code == "DR-684", "\(name)")
    }
    try PagePDF(scratch.path("runner.pdf"), printer: printer).check(outside: scratch.path("run"))
    #expect(userError { try PagePDF("-", printer: printer) }?.code == "DR-684")
    #expect(userError { try PagePDF("/proc/none/a.pdf", printer: printer) }?.code == "DR-703")
  }

  static let installed = try? PagePrinter()

  @Test(.enabled(if: installed != nil, "no Chromium is installed"))
  func aRealBrowserPrintsA4() throws {
    let printer = try #require(Self.installed)
    let page = """
      <!DOCTYPE html><style>@page { size: A4 } p { break-after: page }</style><p>one<p>two<p>three
      """
    let path = scratch.path("real.pdf")
    try printer.print(Array(page.utf8), to: path)
    let pdf = String(
      decoding: try Data(contentsOf: URL(fileURLWithPath: path)), as: UTF8.self)
    #expect(pdf.hasPrefix("%PDF-"))
    #expect(pdf.matches(of: #/\/Type \/Page\b(?!s)/#).count >= 3)
    let box = try #require(pdf.firstMatch(of: #/\/MediaBox \[0 0 ([0-9.]+) ([0-9.]+)\]/#)).output
    let (width, height) = (try #require(Double(box.1)), try #require(Double(box.2)))
    // 210 by 297 mm in points.
    #expect(abs(width - 595.28) < 1 && abs(height - 841.89) < 1)
  }
}
