import Geometry

extension CoordinateGuess {
  /// What positions are held against: where sites are known to stand, or else the units that rows state.
  struct Ground: Sendable {
    let evidence: Evidence
    /// Of the positions that can be held against it.
    let indices: [Int]
    private let units: [Int32]
    private let stated: StatedUnits?
    private let known: [Coordinate?]

    /// - Throws: `DR-442` when there is neither.
    init(
      units: [Int32], stated: StatedUnits?, known: [Coordinate?], described: String, name: String
    ) throws(UserError) {
      self.units = units
      self.stated = stated
      self.known = known
      let shared = known.indices.filter { known[$0] != nil }
      if shared.count >= CoordinateGuess.fewestSites {
        evidence = .sites
        indices = shared
        return
      }
      evidence = .units
      indices = stated == nil ? [] : units.indices.filter { units[$0] >= 0 }
      guard indices.isEmpty else { return }
      let sites =
        known.isEmpty
        ? "" : ", and only \(shared.count) sites are known from the other file"
      throw CoordinateGuess.refusal(
        name, "\(described), and no column states a county that would tell which system\(sites)")
    }

    /// Where positions lie that speak for a system, for errors.
    var place: String {
      evidence == .sites
        ? "within \(Int(CoordinateGuess.siteMetres)) m of the known site" : "in their county"
    }

    /// Metres from a position in degrees to where the one of an index should lie; 0 where it does.
    func metresOutside(_ degrees: Coordinate, _ index: Int) -> Double {
      guard evidence == .sites else {
        return stated?.distanceMetres(degrees, to: Int(units[index])) ?? .infinity
      }
      guard let site = known[index] else { return .infinity }
      let metres = LocalDegrees(at: site.latitude)
      let east = (degrees.longitude - site.longitude) * metres.perDegreeLongitude
      let north = (degrees.latitude - site.latitude) * metres.perDegreeLatitude
      return max(0, (east * east + north * north).squareRoot() - CoordinateGuess.siteMetres)
    }
  }
}
