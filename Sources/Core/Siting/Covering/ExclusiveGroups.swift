/// Sites of a core of which at most one may be chosen: configurations of one place, say.
struct ExclusiveGroups: Sendable {
  /// Group of every site, -1 for none; empty where there are no groups at all.
  private(set) var ofSite: [Int32] = []
  /// Sites of every group, at least two.
  private(set) var members = Incidence()

  /// No groups.
  init() {}

  /// - Parameter labels: a label for every site, below 0 for none. A label that a single site has
  ///   makes no group.
  init(labels: [Int32]) {
    guard labels.contains(where: { $0 >= 0 }) else { return }
    var sites: [Int32: [Int32]] = [:]
    var order: [Int32] = []
    for (site, label) in labels.enumerated() where label >= 0 {
      if sites[label] == nil { order.append(label) }
      sites[label, default: []].append(Int32(site))
    }
    ofSite = [Int32](repeating: -1, count: labels.count)
    for label in order {
      guard let list = sites[label], list.count > 1 else { continue }
      for site in list { ofSite[Int(site)] = Int32(members.count) }
      members.append(list)
    }
    if members.count == 0 { ofSite = [] }
  }

  var isEmpty: Bool { ofSite.isEmpty }

  /// Group of a site, -1 for none.
  func group(of site: Int) -> Int32 { ofSite.isEmpty ? -1 : ofSite[site] }

  /// All sites of the site's group, itself included; none where it has no group.
  func mates(of site: Int) -> ArraySlice<Int32> {
    let group = group(of: site)
    return group < 0 ? [] : members[Int(group)]
  }

  /// Whether a rival may come wherever a site was.
  func mayReplace(_ site: Int, by rival: Int) -> Bool {
    let group = group(of: rival)
    return group < 0 || group == self.group(of: site)
  }

  /// The groups among some of the sites.
  ///
  /// - Parameters:
  ///   - siteMap: new place of every site, -1 for one that is gone.
  ///   - count: number of new places.
  func restricted(by siteMap: [Int32], count: Int) -> ExclusiveGroups {
    guard !isEmpty else { return self }
    var labels = [Int32](repeating: -1, count: count)
    for (site, place) in siteMap.enumerated() where place >= 0 {
      labels[Int(place)] = ofSite[site]
    }
    return ExclusiveGroups(labels: labels)
  }

  /// Mates of the sites that are in, and whether no two of those share a group.
  func mates(ofAll isIn: [Bool]) -> (isMate: [Bool], isAllowed: Bool) {
    var isMate = [Bool](repeating: false, count: isIn.count)
    var isAllowed = true
    for group in 0..<members.count {
      let count = members[group].reduce(0) { $0 + (isIn[Int($1)] ? 1 : 0) }
      guard count > 0 else { continue }
      if count > 1 { isAllowed = false }
      for site in members[group] where !isIn[Int(site)] { isMate[Int(site)] = true }
    }
    return (isMate, isAllowed)
  }
}

extension CoveringProblem {
  /// Of every candidate whether it is forbidden, by its status or by a settled one of its group.
  static func barred(_ candidates: [CandidateSite]) -> [Bool] {
    var settled: Set<Int> = []
    for candidate in candidates where candidate.status.isSettledIn {
      if let group = candidate.exclusiveGroup { settled.insert(group) }
    }
    return candidates.map { candidate in
      candidate.status == .forbidden
        || (candidate.status == .free
          && candidate.exclusiveGroup.map(settled.contains) ?? false)
    }
  }

  /// A number for every candidate's group, -1 for none and for those that are barred.
  var groupLabels: [Int32] {
    var numbers: [Int: Int32] = [:]
    return candidates.indices.map { index in
      guard !isBarred[index], let group = candidates[index].exclusiveGroup else { return -1 }
      if let number = numbers[group] { return number }
      let number = Int32(numbers.count)
      numbers[group] = number
      return number
    }
  }

  /// Whether a choice takes at most one of every group.
  func keepsGroups(_ chosen: [Int]) -> Bool {
    var taken: Set<Int> = []
    return chosen.allSatisfy { index in
      candidates[index].exclusiveGroup.map { taken.insert($0).inserted } ?? true
    }
  }
}
