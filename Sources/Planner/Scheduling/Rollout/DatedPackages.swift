import Coverage
import Siting
import Territory

extension [RolloutPackage] {
  /// Packages of a kind of settlement up to a status, with the date that a book gives them; the earlier one
  /// where they have one, or where several apply.
  public func dated(by deadlines: [LimitDeadline]) -> [RolloutPackage] {
    guard !deadlines.isEmpty else { return self }
    return map { package in
      let dates = deadlines.filter { deadline in
        deadline.settlements == package.work.kindName && package.work.to > .none
          && package.work.to <= CoverageStatus(rawValue: deadline.status) ?? .none
      }.map(\.by)
      guard let first = (dates + [package.deadline].compactMap { $0 }).min() else {
        return package
      }
      var dated = package
      dated.deadline = first
      return dated
    }
  }

  /// Packages with a deadline that all of them share, unless theirs is earlier.
  func due(by quarter: Quarter) -> [RolloutPackage] {
    map { package in
      var dated = package
      dated.deadline = Swift.min(package.deadline ?? quarter, quarter)
      return dated
    }
  }
}
