import Geometry
import Territory
import Yams

/// A swept key with its values.
struct SweepAxis: Sendable {
  /// A key of the project file, or the path of a figure.
  let key: String
  /// As they were given.
  let values: [String]

  /// Keys that a sweep has a say of its own in.
  private static let refused: Set<ProjectFile.CodingKeys> = [.output, .books, .lang]

  /// Reads `budget=1e9,2e9`. Names in one value, such as regions, stand between `、`.
  ///
  /// - Throws: DR-815 for anything else, an unknown key, or a value that is empty or stands twice.
  init(parsing text: String) throws(UserError) {
    func refuse(_ problem: String, _ remedy: String) -> UserError {
      UserError("DR-815", .usage, at: "--over \(text)", problem, remedy: remedy)
    }
    let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2 else {
      throw refuse("there is no '='", "give KEY=VALUE,VALUE")
    }
    key = String(parts[0]).trimmed
    values = parts[1].split(separator: ",", omittingEmptySubsequences: false).map {
      String($0).trimmed
    }
    let known = ProjectFile.CodingKeys.allCases.filter { !Self.refused.contains($0) }
      .map(\.rawValue)
    guard known.contains(key) || key.contains(".") else {
      throw refuse(
        "'\(key)' cannot be swept",
        "use one of: \(known.sorted().joined(separator: ", ")), or a figure such as costs.newTowerYuan"
      )
    }
    guard !values.contains(""), Set(values).count == values.count else {
      throw refuse("a value is empty, or stands twice", "give each value once, commas between")
    }
  }

  /// A project that says nothing but a value of this key.
  ///
  /// - Throws: DR-817 for a value of the wrong kind, DR-812 for a figure of no book.
  func project(_ value: String) throws(UserError) -> ProjectFile {
    func refuse() -> UserError {
      UserError(
        "DR-817", .usage, at: "--over \(key)", "'\(value)' is no value of \(key)",
        remedy: "give a value as `deepreach plan --write-project` shows")
    }
    var project = ProjectFile()
    if key.contains(".") {
      guard let number = Double(value), number.isFinite else { throw refuse() }
      let change = try FigureChange(path: key, .set(number), at: "--over \(key)")
      project.books = BooksSection([change])
      return project
    }
    let node = Node([(Node(key), Node(Self.whole(value)))])
    guard let decoded = try? YAMLDecoder().decode(ProjectFile.self, from: node) else {
      throw refuse()
    }
    return decoded
  }

  /// A whole number with an exponent, such as `1e9`, in digits.
  private static func whole(_ value: String) -> String {
    guard value.contains(where: { "eE".contains($0) }), let number = Double(value),
      let whole = Int(exactly: number)
    else { return value }
    return String(whole)
  }
}

/// Every combination of the values of some keys, the last key changing fastest.
struct SweepGrid: Sendable {
  static let mostCells = 1000

  let axes: [SweepAxis]
  /// One a cell: a value of each key.
  let cells: [[String]]

  /// - Throws: DR-815 for a key that stands twice, DR-816 for too many cells.
  init(axes: [SweepAxis]) throws(UserError) {
    let keys = axes.map(\.key)
    guard Set(keys).count == keys.count else {
      throw UserError(
        "DR-815", .usage, at: "--over", "a key stands twice: \(keys.joined(separator: ", "))",
        remedy: "give all its values in one --over")
    }
    var cells: [[String]] = [[]]
    for axis in axes {
      guard cells.count * axis.values.count <= Self.mostCells else {
        throw UserError(
          "DR-816", .usage, at: "--over", "the grid has more than \(Self.mostCells) cells",
          remedy: "give fewer values")
      }
      cells = cells.flatMap { cell in axis.values.map { cell + [$0] } }
    }
    self.axes = axes
    self.cells = cells
  }
}
