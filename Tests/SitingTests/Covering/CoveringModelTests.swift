import Siting
import Testing

/// The exported model, read by a reader of our own and solved by trying every choice.
@Suite struct CoveringModelTests {
  /// What a free MPS file says.
  struct Model {
    var kinds: [String: String] = [:]
    var order: [String] = []
    var columns: [String: [String: Double]] = [:]
    var integral: Set<String> = []
    var limits: [String: Double] = [:]
    var fixed: [String: Double] = [:]
    var upper: [String: Double] = [:]

    init(_ bytes: [UInt8]) throws {
      var section = ""
      var isIntegral = false
      for line in String(decoding: bytes, as: UTF8.self).split(separator: "\n") {
        let words = line.split(separator: " ").map(String.init)
        if !line.hasPrefix(" ") {
          section = words[0]
          continue
        }
        switch section {
        case "ROWS": kinds[words[1]] = words[0]
        case "COLUMNS":
          if words[1] == "'MARKER'" {
            isIntegral = words[2] == "'INTORG'"
            continue
          }
          if columns[words[0]] == nil { order.append(words[0]) }
          #expect(kinds[words[1]] != nil)
          columns[words[0], default: [:]][words[1]] = Double(words[2]) ?? .nan
          if isIntegral { integral.insert(words[0]) }
        case "RHS": limits[words[1]] = Double(words[2]) ?? .nan
        case "BOUNDS":
          if words[0] == "FX" { fixed[words[2]] = Double(words[3]) }
          if words[0] == "UP" { upper[words[2]] = Double(words[3]) }
        default: Issue.record("section \(section)")
        }
      }
    }

    /// Least objective over all integral columns; the others are as large as they may be.
    func optimum() -> Double? {
      let sites = order.filter(integral.contains)
      let choices = sites.map { 1 + Int(upper[$0] ?? 1) }
      var best: Double?
      for number in 0..<choices.reduce(1, *) {
        var values: [String: Double] = [:]
        var rest = number
        for (site, count) in zip(sites, choices) {
          values[site] = Double(rest % count)
          rest /= count
        }
        guard fixed.allSatisfy({ values[$0.key] == $0.value }) else { continue }
        var sums: [String: Double] = [:]
        for (name, value) in values {
          for (row, factor) in columns[name] ?? [:] { sums[row, default: 0] += factor * value }
        }
        for name in order where !integral.contains(name) {
          let row = columns[name]?.first { $0.value == -1 && kinds[$0.key] == "G" }?.key ?? ""
          let value = min(upper[name] ?? .infinity, max(0, sums[row] ?? 0))
          for (row, factor) in columns[name] ?? [:] { sums[row, default: 0] += factor * value }
        }
        let isAllowed = kinds.allSatisfy { row, kind in
          let (sum, limit) = (sums[row] ?? 0, limits[row] ?? 0)
          return kind == "N" || (kind == "L" ? sum <= limit + 1e-9 : sum >= limit - 1e-9)
        }
        if isAllowed { best = min(best ?? .infinity, sums["objective"] ?? 0) }
      }
      return best
    }
  }

  @Test func theModelHasTheSameOptimum() throws {
    for kind in SmallProblem.Kind.allCases {
      for seed in UInt64(200)..<230 {
        let small = SmallProblem.random(kind, seed: seed)
        guard let optimum = small.optimum(), small.candidates.count <= 8 else { continue }
        let model = try Model(CoveringModel(try small.problem()).mps())
        let found = try #require(model.optimum(), "\(small)")
        #expect(abs((small.maximises ? -found : found) - optimum) < 1e-6, "\(small)")
      }
    }
  }
}
