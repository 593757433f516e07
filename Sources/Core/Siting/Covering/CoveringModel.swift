/// A covering problem as a mixed-integer program in free MPS format, which HiGHS, CBC, SCIP and
/// others read.
///
/// Sites are the binary columns `x<candidate>`, coverage of rows the columns `z<row>` from 0 to 1,
/// which need not be integral; of the sites of a row `g<group>` at most one is chosen. The objective is minimised: where weight is maximised it is the
/// weight times -1. Demands that the same candidates cover are one row, and forbidden candidates are
/// left out.
public struct CoveringModel: Sendable {
  private let problem: CoveringProblem
  /// Names of the candidates' columns; none for the usual ones.
  private let names: [String]
  private let count: StationCountRow?
  /// Number of every candidate's group, -1 for none, and how many candidates a group has.
  private let groups: [Int32]
  private let groupSizes: [Int]
  private var text: [UInt8] = []

  /// A model of a problem.
  ///
  /// - Parameter names: of the candidates' columns, all different and without white space; none for
  ///   `x<candidate>`.
  public init(_ problem: CoveringProblem, names: [String] = []) {
    self.init(problem, names: names, count: nil)
  }

  init(_ problem: CoveringProblem, names: [String], count: StationCountRow?) {
    self.problem = problem
    self.names = names
    self.count = count
    // Candidates that settled ones of their group bar are in the model: the row bars them.
    var numbers: [Int: Int32] = [:]
    var sizes: [Int] = []
    groups = problem.candidates.map { candidate in
      guard candidate.status != .forbidden, let group = candidate.exclusiveGroup else { return -1 }
      let number = numbers[group] ?? Int32(sizes.count)
      if numbers.updateValue(number, forKey: group) == nil { sizes.append(0) }
      sizes[Int(number)] += 1
      return number
    }
    groupSizes = sizes
  }

  /// The whole file.
  public func mps() -> [UInt8] {
    var writer = self
    writer.write()
    return writer.text
  }

  private mutating func line(_ words: String...) {
    for (index, word) in words.enumerated() {
      if index > 0 { text.append(UInt8(ascii: " ")) }
      text.append(contentsOf: word.utf8)
    }
    text.append(UInt8(ascii: "\n"))
  }

  private var maximises: Bool { problem.budget != nil }
  private var isFull: Bool { problem.goal == .everyDemand }

  private mutating func write() {
    // FREE: CBC takes the file for fixed columns otherwise, and mistakes the bounds.
    line("NAME covering FREE")
    line("ROWS")
    line(" N", "objective")
    if maximises { line(" L", "budget") }
    var first = 0
    var starts: [Int] = []
    for (index, layer) in problem.layers.enumerated() {
      if !maximises, !isFull { line(" G", "threshold\(index)") }
      for row in 0..<layer.rows.count { line(" G", "c\(first + row)") }
      starts.append(first)
      first += layer.rows.count
    }
    for group in groupSizes.indices where groupSizes[group] > 1 { line(" L", "g\(group)") }
    if let count {
      line(" G", "stations")
      if count.isPerMast { line(" G", "masts") }
    }
    line("COLUMNS")
    line(" M1", "'MARKER'", "'INTORG'")
    writeSites(starts)
    if let count {
      line(" further", "objective", "\(count.yuan)")
      line(" further", "stations", "1")
      if count.isPerMast { line(" further", "masts", "-1") }
    }
    line(" M2", "'MARKER'", "'INTEND'")
    if !isFull { writeCoverage(starts) }
    writeLimits(starts)
    line("ENDATA")
  }

  private mutating func writeSites(_ starts: [Int]) {
    let columns = problem.layers.map { $0.rows.transposed(width: problem.candidates.count) }
    for site in problem.candidates.indices
    where problem.candidates[site].status != .forbidden {
      let name = " " + column(site)
      line(name, maximises ? "budget" : "objective", "\(problem.price(site))")
      for (layer, column) in columns.enumerated() {
        for row in column[site] { line(name, "c\(starts[layer] + Int(row))", "1") }
      }
      let group = Int(groups[site])
      if group >= 0, groupSizes[group] > 1 { line(name, "g\(group)", "1") }
      if let count {
        line(name, "stations", "\(count.stations[site])")
        if count.isPerMast { line(name, "masts", "1") }
      }
    }
  }

  private func column(_ site: Int) -> String { names.isEmpty ? "x\(site)" : names[site] }

  private mutating func writeCoverage(_ starts: [Int]) {
    for (index, layer) in problem.layers.enumerated() {
      for row in 0..<layer.rows.count {
        let name = " z\(starts[index] + row)"
        line(name, "c\(starts[index] + row)", "-1")
        let weight = layer.rowWeights[row]
        if maximises {
          line(name, "objective", "\(-weight)")
        } else {
          line(name, "threshold\(index)", "\(weight)")
        }
      }
    }
  }

  private mutating func writeLimits(_ starts: [Int]) {
    line("RHS")
    if let budget = problem.budget { line(" RHS", "budget", "\(budget)") }
    for (index, layer) in problem.layers.enumerated() {
      if isFull {
        for row in 0..<layer.rows.count { line(" RHS", "c\(starts[index] + row)", "1") }
      } else if !maximises {
        line(" RHS", "threshold\(index)", "\(problem.threshold(layer: index))")
      }
    }
    for group in groupSizes.indices where groupSizes[group] > 1 { line(" RHS", "g\(group)", "1") }
    if let count { line(" RHS", "stations", "\(count.needed)") }
    line("BOUNDS")
    // Without a bound of its own some readers take an integer for 0 or 1.
    if let count { line(" UP", "BOUND", "further", "\(count.needed)") }
    for (site, candidate) in problem.candidates.enumerated() {
      switch candidate.status {
      case .free: line(" BV", "BOUND", column(site))
      case .existing, .required: line(" FX", "BOUND", column(site), "1")
      case .forbidden: break
      }
    }
    guard !isFull else { return }
    for (index, layer) in problem.layers.enumerated() {
      for row in 0..<layer.rows.count { line(" UP", "BOUND", "z\(starts[index] + row)", "1") }
    }
  }
}
