import Geometry

/// The way from a place along the forest's links to a place that has stations.
public struct BackhaulWay: Hashable, Sendable {
  /// Longest fibre route of the links on it: what the gate looks at.
  public let longestRouteMetres: Double
  /// Links on it.
  public let links: Int
  /// The place's part of their cost, each shared evenly by the places that it carries.
  public let sharedCostYuan: Double
  /// Id of the place that it hangs on.
  public let parent: String

  /// A way.
  public init(longestRouteMetres: Double, links: Int, sharedCostYuan: Double, parent: String) {
    self.longestRouteMetres = longestRouteMetres
    self.links = links
    self.sharedCostYuan = sharedCostYuan
    self.parent = parent
  }
}

extension BackhaulForest {
  /// The way of a place; nil for one that has stations, and where there is no source at all.
  ///
  /// - Parameter name: id of a place by its index.
  public func way(_ index: Int, name: (Int) -> String) -> BackhaulWay? {
    guard let first = links[index] else { return nil }
    var longest = 0.0
    var count = 0
    var next = index
    while let link = links[next] {
      longest = max(longest, link.routeMetres)
      count += 1
      next = link.parent
    }
    return BackhaulWay(
      longestRouteMetres: longest, links: count, sharedCostYuan: sharedCostYuan(index),
      parent: name(first.parent))
  }
}
