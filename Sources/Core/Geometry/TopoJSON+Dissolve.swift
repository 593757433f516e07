extension TopoJSON {
  /// The features of an object joined by a key, in order of first appearance; features whose key is
  /// nil are left out.
  /// - Throws: as `dissolve(_:)`, and DR-141 when there is no object of that name.
  public func dissolve(
    _ object: String, by key: (Feature) -> String?
  ) throws(UserError) -> [(key: String, geometry: Geometry)] {
    var positions: [String: Int] = [:]
    var groups: [(key: String, features: [Feature])] = []
    for feature in try features(of: object) {
      guard let key = key(feature) else { continue }
      if let position = positions[key] {
        groups[position].features.append(feature)
      } else {
        positions[key] = groups.count
        groups.append((key, [feature]))
      }
    }
    var dissolved: [(key: String, geometry: Geometry)] = []
    for group in groups { dissolved.append((group.key, try dissolve(group.features))) }
    return dissolved
  }

  /// The area that features cover together: borders that two of them share fall away by arc, without
  /// computing an intersection, so that the area is the sum of theirs to the last digits.
  ///
  /// Where that does not give a valid geometry (features that overlap, or that share a border
  /// without sharing arcs) GEOS's union takes its place.
  /// - Throws: DR-103 when GEOS gives up as well, DR-104 for a ring that is too short.
  public func dissolve(_ features: [Feature]) throws(UserError) -> Geometry {
    if features.count == 1 {
      let single = try geometry(of: features[0])
      return single.isValid ? single : try single.makeValid()
    }
    let stitched = RingStitcher(arcs: arcs).polygons(of: borders(of: features))
    if let stitched {
      let geometry = try Geometry.area(ofPolygons: stitched)
      if geometry.isValid { return geometry }
    }
    var parts: [Geometry] = []
    for feature in features { parts.append(try geometry(of: feature).makeValid()) }
    return try Geometry.unaryUnion(parts)
  }

  /// The arcs that an odd number of rings use, in the direction that has the area on the left, in
  /// order of their number.
  private func borders(of features: [Feature]) -> [Int] {
    var uses: [Int: Int] = [:]
    for polygon in features.lazy.flatMap(\.polygons) {
      for (position, ring) in polygon.enumerated() {
        let anticlockwise = Ring.signedArea(self.ring(ring)) >= 0
        // A shell has its area inside, a hole outside.
        let forward = anticlockwise == (position == 0)
        for reference in ring {
          let directed = forward ? reference : ~reference
          let index = TopoJSON.index(directed)
          if uses.removeValue(forKey: index) == nil { uses[index] = directed }
        }
      }
    }
    return uses.values.sorted { TopoJSON.index($0) < TopoJSON.index($1) }
  }
}
