import Geometry

/// Finds the town of today that a row of a table speaks of.
struct TownMatcher: Sendable {
  /// How a town was found, the surest first.
  enum Ground: Int, Comparable, Sendable {
    case codeAndName
    case countyAndName
    case countyAndStem
    case prefectureAndName

    static func < (one: Ground, other: Ground) -> Bool { one.rawValue < other.rawValue }
  }

  /// What was found.
  enum Match: Sendable {
    case town(Int, Ground)
    /// A town has the code, but another name.
    case codeOnly(Int)
    /// More than one could be meant.
    case ambiguous
    case none
  }

  private let names: [String]
  private let indexByCode: [String: Int]
  private let members: [String: [Int]]
  private let successors: [String: [String]]
  private let plains: [String]
  private let stems: [String]

  init(_ tables: UnitTables, successions: Successions?) throws(UserError) {
    names = try tables.towns.texts("name")
    plains = names.map(TownName.plain)
    stems = plains.map(TownName.stem)
    indexByCode = Dictionary(
      try tables.towns.texts("code").enumerated().map { ($1, $0) },
      uniquingKeysWith: { first, _ in first })
    var members: [String: [Int]] = [:]
    for (index, parent) in try tables.towns.texts("parent").enumerated() {
      members[parent, default: []].append(index)
      members[String(parent.prefix(4)), default: []].append(index)
    }
    self.members = members
    var successors: [String: [String]] = [:]
    for succession in successions?.all ?? [] {
      successors[succession.from.code, default: []] += succession.to.map(\.code)
    }
    self.successors = successors
  }

  /// - Parameter code: 9 digits.
  func match(code: String, name: String) -> Match {
    let plain = TownName.plain(name)
    let stem = TownName.stem(plain)
    let sameCode = indexByCode[code]
    if let sameCode, plains[sameCode] == plain || stems[sameCode] == stem {
      return .town(sameCode, .codeAndName)
    }
    let county = String(code.prefix(6))
    let counties = Set([county] + (successors[county] ?? [])).sorted()
    let own = counties.flatMap { members[$0] ?? [] }
    if own.isEmpty {
      let all = members[String(code.prefix(4))] ?? []
      return found(all.filter { plains[$0] == plain }, .prefectureAndName, sameCode)
    }
    let same = own.filter { plains[$0] == plain }
    if !same.isEmpty { return found(same, .countyAndName, sameCode) }
    return found(own.filter { stems[$0] == stem }, .countyAndStem, sameCode)
  }

  private func found(_ towns: [Int], _ ground: Ground, _ sameCode: Int?) -> Match {
    if towns.count == 1 { return .town(towns[0], ground) }
    if towns.count > 1 { return .ambiguous }
    return sameCode.map { .codeOnly($0) } ?? .none
  }
}
