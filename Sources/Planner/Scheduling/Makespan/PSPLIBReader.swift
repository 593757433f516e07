public import Geometry

/// Reads the single-mode files (`.sm`) of the project scheduling problem library PSPLIB (Kolisch and
/// Sprecher 1996).
public struct PSPLIBReader {
  private let name: String
  private var lines: [(number: Int, text: Substring)] = []
  private var next = 0

  /// Largest file that is read, bytes.
  public static let greatestBytes = 16_000_000

  /// The project of a file, its activities and resources named as in the file: jobs 1, 2, 3 and
  /// resources R1, R2, R3. The first and the last job are the library's source and sink.
  ///
  /// - Parameters:
  ///   - bytes: The whole file.
  ///   - name: Its name, shown in errors.
  /// - Throws: `DR-630` where it is too large, not text or cut off; `DR-631` for a line that is not as
  ///   the format has it; `DR-632` for several projects, several modes, or resources that are not
  ///   renewable; `DR-620` to `DR-628` for what no project can have.
  public static func read(
    _ bytes: [UInt8], name: String
  ) throws(UserError) -> MakespanProject {
    var reader = try PSPLIBReader(bytes, name: name)
    return try reader.project()
  }

  private init(_ bytes: [UInt8], name: String) throws(UserError) {
    self.name = name
    guard bytes.count <= Self.greatestBytes, !bytes.contains(0), bytes.allSatisfy({ $0 < 128 })
    else {
      throw UserError(
        "DR-630", .badData, at: name, "it is no text of ASCII, or too large for a project",
        remedy: "give a single-mode file of PSPLIB (.sm)")
    }
    let text = String(decoding: bytes, as: UTF8.self)
    var number = 0
    for line in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
      number += 1
      // Rulers of asterisks and dashes carry nothing.
      if line.contains(where: { $0.isLetter || $0.isNumber }) { lines.append((number, line)) }
    }
  }

  private mutating func project() throws(UserError) -> MakespanProject {
    try expectSingle("projects")
    let jobCount = try header("jobs", in: 1...MakespanProject.greatestActivityCount)
    _ = try header("horizon", in: 0...Int.max)
    try skip(to: "RESOURCES")
    let resourceCount = try header("- renewable", in: 0...MakespanProject.greatestResourceCount)
    for kind in ["- nonrenewable", "- doubly constrained"] {
      guard try header(kind, in: 0...Int.max) == 0 else { throw unsupported("\(kind) resources") }
    }
    try skip(to: "PRECEDENCE RELATIONS")
    try skip(to: "jobnr")
    var successors: [[String]] = []
    for job in 1...jobCount {
      let figures = try figures(atLeast: 3)
      try expect(figures[0] == job, "job \(job)", found: "job \(figures[0])")
      guard figures[1] == 1 else { throw unsupported("several modes of a job") }
      try expect(
        figures.count == 3 + figures[2], "\(figures[2]) successors",
        found: "\(figures.count - 3)")
      successors.append(figures.dropFirst(3).map(String.init))
    }
    try skip(to: "REQUESTS/DURATIONS")
    try skip(to: "jobnr")
    var activities: [MakespanActivity] = []
    for job in 1...jobCount {
      let figures = try figures(atLeast: 3)
      try expect(figures[0] == job, "job \(job)", found: "job \(figures[0])")
      guard figures[1] == 1 else { throw unsupported("several modes of a job") }
      try expect(
        figures.count == 3 + resourceCount, "\(resourceCount) demands",
        found: "\(figures.count - 3)")
      activities.append(
        MakespanActivity(
          id: "\(job)", duration: figures[2], demands: Array(figures.dropFirst(3)),
          successors: successors[job - 1]))
    }
    try skip(to: "RESOURCEAVAILABILITIES")
    var capacities: [Int] = []
    if resourceCount > 0 {
      next += 1
      capacities = try figures(atLeast: 0)
    }
    try expect(
      capacities.count == resourceCount, "\(resourceCount) capacities",
      found: "\(capacities.count)")
    try expect(next == lines.count, "the end of the file", found: "another line")
    return try MakespanProject(
      activities: activities,
      resources: capacities.enumerated().map {
        RenewableResource(id: "R\($0.offset + 1)", capacity: $0.element)
      })
  }

  private mutating func expectSingle(_ key: String) throws(UserError) {
    guard try header(key, in: 0...Int.max) == 1 else { throw unsupported("several projects") }
  }

  /// The figure of the next line `key … : figure` of the file's head.
  private mutating func header(
    _ key: String, in range: ClosedRange<Int>
  ) throws(UserError) -> Int {
    try skip(to: key)
    let text = lines[next - 1].text
    let words = text.split(separator: ":").last?.split(whereSeparator: \.isWhitespace) ?? []
    let value = words.first.flatMap { Int($0) }
    try expect(value.map(range.contains) ?? false, "\(key): a whole number", found: "'\(text)'")
    return value ?? 0
  }

  /// Moves behind the next line that starts with a title.
  private mutating func skip(to title: String) throws(UserError) {
    while next < lines.count {
      next += 1
      if lines[next - 1].text.drop(while: \.isWhitespace).hasPrefix(title) { return }
    }
    throw cutOff("'\(title)'")
  }

  /// The whole numbers of the next line.
  private mutating func figures(atLeast count: Int) throws(UserError) -> [Int] {
    guard next < lines.count else { throw cutOff("more lines of figures") }
    next += 1
    var figures: [Int] = []
    for word in lines[next - 1].text.split(whereSeparator: \.isWhitespace) {
      let value = Int(word)
      try expect(
        value.map { (0...MakespanProject.greatestFigure).contains($0) } ?? false,
        "a whole number from 0 to \(MakespanProject.greatestFigure)", found: "'\(word)'")
      figures.append(value ?? 0)
    }
    try expect(
      figures.count >= count, "at least \(count) figures", found: "\(figures.count)")
    return figures
  }

  private var place: String { "\(name):\(next > 0 ? lines[next - 1].number : 1)" }

  private func cutOff(_ missing: String) -> UserError {
    UserError(
      "DR-630", .badData, at: name, "the file ends without \(missing)",
      remedy: "give a whole single-mode file of PSPLIB (.sm)")
  }

  private func unsupported(_ found: String) -> UserError {
    UserError(
      "DR-632", .badData, at: place, "\(found) are not supported",
      remedy: "give one project of one mode a job and renewable resources only (.sm)")
  }

  private func expect(
    _ holds: Bool, _ wanted: String, found: String
  ) throws(UserError) {
    guard !holds else { return }
    throw UserError(
      "DR-631", .badData, at: place, "\(wanted) expected, \(found) found",
      remedy: "give a single-mode file of PSPLIB (.sm) as the library has it")
  }
}
