import Geometry

/// Gives the rows of a table of residents to the counties of today.
struct CensusAllocation: Sendable {
  /// What a county has been given.
  struct Given: Sendable {
    var people = 0
    /// Nil as soon as a row without urban figure is among it.
    var urban: Int? = 0
    /// Whether a part came of a split or a share.
    var isDivided = false
  }

  private let codes: [String]
  private let names: [String]
  private let parents: [String]
  private let bundled: [Int]
  private let indexByCode: [String: Int]
  private let above: Set<String>
  /// By index of the county's row; nil where no row has told of it.
  private(set) var given: [Given?]
  private(set) var findings: [ImportFinding] = []
  /// Rows and people by what became of them.
  private(set) var kept = (rows: 0, people: 0)
  private(set) var recoded = (rows: 0, people: 0)
  private(set) var shared = (rows: 0, people: 0)
  private(set) var repaired = 0

  init(
    _ rows: [CensusRow], tables: UnitTables, successions: Successions
  ) throws(UserError) {
    codes = try tables.counties.texts("adcode")
    names = try tables.counties.texts("name")
    parents = try tables.counties.texts("parent")
    bundled = try tables.counties.counts("population")
    indexByCode = Dictionary(
      codes.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    above = Set(try tables.prefectures.texts("adcode") + tables.provinces.texts("adcode"))
    given = codes.map { _ in nil }
    let told = Set(rows.map(\.code))
    var homeless: [CensusRow] = []
    var totals: [CensusRow] = []
    for row in rows {
      if let succession = succession(of: row, in: successions, told: told) {
        recode(row, by: succession)
      } else if let index = indexByCode[row.code] {
        take(row, index)
      } else if above.contains(row.code) || row.code == "000000" || row.code == "100000" {
        totals.append(row)
      } else {
        homeless.append(row)
      }
    }
    share(homeless)
    for row in totals { hold(row) }
  }

  /// The succession of a row: by code and name, or by the code alone where no county has it today.
  private func succession(
    of row: CensusRow, in successions: Successions, told: Set<String>
  ) -> Successions.Succession? {
    let isCounty = indexByCode[row.code] != nil
    let found = successions.all.first {
      $0.from.code == row.code && ($0.from.name == row.name || !isCounty)
    }
    guard let found else { return nil }
    // A table from after a split has rows of its own for the units that were split off.
    let isSplitOff = isCounty && found.to.contains { $0.code == row.code }
    let hasOwnRow = found.to.contains { $0.code != row.code && told.contains($0.code) }
    return isSplitOff && hasOwnRow ? nil : found
  }

  private mutating func take(_ row: CensusRow, _ index: Int) {
    kept = (kept.rows + 1, kept.people + row.people)
    add(row.people, row.urban, to: index, isDivided: false)
    var repairs = row.repair.map { [$0] } ?? []
    if !row.name.isEmpty, row.name != names[index] {
      repairs.append(
        ImportText("taken by its code, which is \(names[index])'s", "按代码采用，该代码属 \(names[index])"))
    }
    note(repairs, of: row, [index])
  }

  private mutating func note(_ repairs: [ImportText], of row: CensusRow, _ targets: [Int]) {
    guard !repairs.isEmpty else { return }
    repaired += 1
    findings.append(
      ImportFinding(
        .repaired, line: row.line, code: row.code, name: row.name, people: row.people,
        targets: targets.map { codes[$0] }, reason: ImportText.joined(repairs)))
  }

  private mutating func recode(_ row: CensusRow, by succession: Successions.Succession) {
    let targets = succession.to.compactMap { indexByCode[$0.code] }
    recoded = (recoded.rows + 1, recoded.people + row.people)
    let weights = zip(succession.to, targets).map { $0.residents ?? bundled[$1] }
    divide(row, over: targets, weights: weights, isDivided: targets.count > 1)
    // The book's words are those of its source.
    let said = "\(succession.kind.rawValue): \(succession.source)"
    var reasons = [ImportText(said, said)]
    if succession.from.name != row.name {
      reasons.append(
        ImportText(
          "the book has it as \(succession.from.name)", "沿革库中名为 \(succession.from.name)"))
    }
    findings.append(
      ImportFinding(
        .recoded, line: row.line, code: row.code, name: row.name, people: row.people,
        targets: targets.map { codes[$0] }, reason: ImportText.joined(reasons)))
    note(row.repair.map { [$0] } ?? [], of: row, targets)
  }

  private mutating func divide(
    _ row: CensusRow, over targets: [Int], weights: [Int], isDivided: Bool
  ) {
    let people = Apportionment.parts(of: row.people, weights: weights)
    // No county can be given more urban residents than residents.
    let urban = row.urban.map { Apportionment.parts(of: $0, weights: people, caps: people).parts }
    for (place, index) in targets.enumerated() {
      add(people[place], urban?[place], to: index, isDivided: isDivided)
    }
  }

  private mutating func add(_ people: Int, _ urban: Int?, to index: Int, isDivided: Bool) {
    var sum = given[index] ?? Given()
    sum.people += people
    sum.urban = sum.urban.flatMap { before in urban.map { before + $0 } }
    sum.isDivided = sum.isDivided || isDivided
    given[index] = sum
  }

  /// Shares rows without a county out over those of their prefecture that have figures, in proportion to
  /// these, which the shares before do not change.
  private mutating func share(_ rows: [CensusRow]) {
    let before = given
    var members: [Substring: [Int]] = [:]
    for index in codes.indices {
      // Counties directly under a province share the first four digits too (6590, 4290, 4690).
      let parent = parents[index]
      let prefix = parent.hasSuffix("0000") ? codes[index].prefix(4) : parent.prefix(4)
      members[prefix, default: []].append(index)
    }
    for row in rows {
      let all = members[row.code.prefix(4)] ?? []
      let targets = all.filter { (before[$0]?.people ?? 0) > 0 }
      guard !targets.isEmpty else {
        findings.append(
          ImportFinding(
            .refused, line: row.line, code: row.code, name: row.name, people: row.people,
            reason: all.isEmpty
              ? ImportText(
                "no prefecture of today has a code that begins with \(row.code.prefix(4))",
                "现今没有代码以 \(row.code.prefix(4)) 开头的地级单位")
              : ImportText(
                "no county of its prefecture has a figure by which it could be shared out",
                "所在地级单位没有可据以分摊的县")))
        continue
      }
      shared = (shared.rows + 1, shared.people + row.people)
      divide(row, over: targets, weights: targets.map { before[$0]?.people ?? 0 }, isDivided: true)
      findings.append(
        ImportFinding(
          .shared, line: row.line, code: row.code, name: row.name, people: row.people,
          targets: targets.map { codes[$0] },
          reason: ImportText(
            "no county of today has the code: shared out over its prefecture by residents",
            "现今没有此代码的县：按人口分摊到所在地级单位")))
      note(row.repair.map { [$0] } ?? [], of: row, targets)
    }
  }

  /// Holds a total of the table against the sum of its counties.
  private mutating func hold(_ row: CensusRow) {
    let depth = row.code.hasSuffix("0000") ? 2 : 4
    let isCountry = !above.contains(row.code)
    var sum = 0
    for (index, county) in given.enumerated() {
      guard let county else { continue }
      let home = parents[index].hasSuffix("0000") ? codes[index] : parents[index]
      if isCountry || home.prefix(depth) == row.code.prefix(depth) { sum += county.people }
    }
    let difference = row.people - sum
    findings.append(
      ImportFinding(
        .setAside, line: row.line, code: row.code, name: row.name, people: row.people,
        reason: difference == 0
          ? ImportText("a total above the counties, which it equals", "县级以上合计，与各县之和相等")
          : ImportText(
            "a total above the counties, which sum to \(sum) instead", "县级以上合计，而各县之和为 \(sum)")))
  }
}
