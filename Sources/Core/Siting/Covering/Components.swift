extension CoveringCore {
  /// Number of the part of each site: parts share no row and no group.
  func parts() -> (partOfSite: [Int32], count: Int) {
    var part = [Int32](repeating: -1, count: siteCount)
    var seen = [Bool](repeating: false, count: rowCount)
    var count = 0
    var stack: [Int32] = []
    for start in 0..<siteCount where part[start] < 0 {
      part[start] = Int32(count)
      stack.append(Int32(start))
      while let site = stack.popLast() {
        for mate in groups.mates(of: Int(site)) where part[Int(mate)] < 0 {
          part[Int(mate)] = Int32(count)
          stack.append(mate)
        }
        for row in sites[Int(site)] where !seen[Int(row)] {
          seen[Int(row)] = true
          for other in rows[Int(row)] where part[Int(other)] < 0 {
            part[Int(other)] = Int32(count)
            stack.append(other)
          }
        }
      }
      count += 1
    }
    return (part, count)
  }
}
