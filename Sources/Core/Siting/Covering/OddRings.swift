/// Rings of an odd number of edges of little slack between split sites: the shortest walks from a site to itself in the
/// graph with two states a site, of an even and an odd number of edges so far (Grötschel, Lovász and Schrijver 1988).
struct OddRings {
  private let core: CoveringCore
  /// Edges of each site both ways.
  private var first: [Int]
  private var ends: [Int32]
  private var slacks: [Double]
  private var rows: [Int32]
  private(set) var visited = 0

  private struct Step {
    var slack = Double.infinity
    var edges: Int32 = 0
    /// State and row by which it was reached.
    var before: Int32 = -1
    var row: Int32 = -1
    var isDone = false
  }

  private static let mostEdges: Int32 = 11
  /// States that are looked at from one site.
  private static let mostStates = 400
  /// What an edge counts beside its slack, so that short rings come first.
  private static let edgeSlack = 1e-6
  private static let leastViolation = 0.03

  init(_ core: CoveringCore, edges: [ZeroHalfSeparation.Edge]) {
    self.core = core
    first = [Int](repeating: 0, count: core.siteCount + 1)
    for edge in edges {
      first[Int(edge.one) + 1] += 1
      first[Int(edge.other) + 1] += 1
    }
    for site in 0..<core.siteCount { first[site + 1] += first[site] }
    var next = first
    ends = [Int32](repeating: 0, count: 2 * edges.count)
    slacks = [Double](repeating: 0, count: 2 * edges.count)
    rows = ends
    for edge in edges {
      for (from, to) in [(edge.one, edge.other), (edge.other, edge.one)] {
        let place = next[Int(from)]
        next[Int(from)] += 1
        (ends[place], slacks[place], rows[place]) = (
          to, max(0, edge.slack) + Self.edgeSlack, edge.row
        )
      }
    }
  }

  /// Inequalities of rings, at most one from each site, few for each site on the way.
  mutating func cuts(
    besides known: Set<[Int32]>, shares: [Double], _ uses: inout [UInt8]
  ) -> [ZeroHalfCut] {
    var steps = [Step](repeating: Step(), count: 2 * core.siteCount)
    var found = Set<[Int32]>()
    var cuts: [ZeroHalfCut] = []
    for site in 0..<core.siteCount
    where first[site + 1] - first[site] > 1 && uses[site] < ZeroHalfSeparation.perSite {
      guard let (sites, rows) = ring(from: Int32(site), &steps), !known.contains(rows),
        sites.allSatisfy({ uses[Int($0)] < ZeroHalfSeparation.perSite }),
        found.insert(rows).inserted
      else { continue }
      let cut = ZeroHalfCut(rows: rows, in: core)
      guard cut.violation(core, shares) > Self.leastViolation else { continue }
      for site in sites { uses[Int(site)] += 1 }
      cuts.append(cut)
    }
    return cuts
  }

  /// The ring of least slack through a site and sites behind it: its sites and its rows in ascending order.
  private mutating func ring(
    from source: Int32, _ steps: inout [Step]
  ) -> (sites: [Int32], rows: [Int32])? {
    var touched = [2 * source]
    defer { for state in touched { steps[Int(state)] = Step() } }
    var queue = GainQueue<Double>()
    steps[Int(2 * source)].slack = 0
    queue.push(gain: 0, index: Int(2 * source))
    let target = 2 * source + 1
    var looked = 0
    while let top = queue.pop(), looked < Self.mostStates {
      let state = Int32(top.index)
      guard !steps[top.index].isDone else { continue }
      steps[top.index].isDone = true
      looked += 1
      if state == target { return walk(to: target, from: 2 * source, steps) }
      let step = steps[top.index]
      guard step.edges < Self.mostEdges else { continue }
      let range = first[top.index / 2]..<first[top.index / 2 + 1]
      visited += range.count
      for place in range where ends[place] >= source {
        let next = 2 * ends[place] + (1 - state & 1)
        let slack = step.slack + slacks[place]
        guard slack < ZeroHalfSeparation.greatestSlack, slack < steps[Int(next)].slack,
          !steps[Int(next)].isDone
        else { continue }
        if steps[Int(next)].before < 0 { touched.append(next) }
        steps[Int(next)] = Step(
          slack: slack, edges: step.edges + 1, before: state, row: rows[place])
        queue.push(gain: -slack, index: Int(next))
      }
    }
    return nil
  }

  /// Sites and rows of a walk; rows that are met twice cancel out.
  private func walk(
    to target: Int32, from source: Int32, _ steps: [Step]
  ) -> (sites: [Int32], rows: [Int32])? {
    var sites: [Int32] = []
    var odd = Set<Int32>()
    var state = target
    while state != source {
      let step = steps[Int(state)]
      sites.append(state / 2)
      if odd.remove(step.row) == nil { odd.insert(step.row) }
      state = step.before
    }
    return odd.count % 2 == 1 && odd.count > 2 ? (sites, odd.sorted()) : nil
  }
}

extension ZeroHalfCut {
  /// By how much shares of sites break the inequality, rows covered up to 1.
  func violation(_ core: CoveringCore, _ shares: [Double]) -> Double {
    var missing = Double(rows.count - lost)
    for (site, coefficient) in zip(sites, coefficients) {
      missing -= coefficient * shares[Int(site)]
    }
    for row in rows {
      missing -= max(0, 1 - core.rows[Int(row)].reduce(0) { $0 + shares[Int($1)] })
    }
    return missing
  }
}
