import Radio
import Siting
import Territory

/// Which limits the packages of one province and group take from: the same for all of them.
struct CoveringLimits {
  /// Limits of one province and group.
  struct Part {
    let limits: [LimitExpansion.Limit]
    /// Limits of one kind are taken from together: their indices among all, in the order of the first.
    let kinds: [(kind: LimitedKind, indices: [Int])]
  }

  private struct Key: Hashable {
    let province: String
    let group: NetworkGroup

    init(_ work: WorkPackage) {
      province = work.provinceAdcode
      group = work.group
    }
  }

  private let parts: [Key: Part]

  init(_ limits: [LimitExpansion.Limit], packages: [RolloutPackage]) {
    var parts: [Key: Part] = [:]
    for key in Set(packages.map { Key($0.work) }) {
      let indices = limits.indices.filter {
        limits[$0].covers(province: key.province, group: key.group)
      }
      var kinds: [(kind: LimitedKind, indices: [Int])] = []
      for index in indices {
        if let place = kinds.firstIndex(where: { $0.kind == limits[index].kind }) {
          kinds[place].indices.append(index)
        } else {
          kinds.append((limits[index].kind, [index]))
        }
      }
      parts[key] = Part(limits: indices.map { limits[$0] }, kinds: kinds)
    }
    self.parts = parts
  }

  subscript(_ package: RolloutPackage) -> Part {
    parts[Key(package.work)] ?? Part(limits: [], kinds: [])
  }
}
