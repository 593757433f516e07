public import Geometry
public import Radio

/// Path loss round one mast, by the method that was chosen.
public struct MastPropagation: Sendable {
  /// How losses come about.
  public enum Method: Sendable {
    /// Free space, without any spread.
    case freeSpace
    /// TR 38.901, by the distance alone.
    case statistical(StatisticalModels)
    /// P.1812 over the ground from 250 m, and nearer models of TR 38.901 where they are given.
    ///
    /// `median` has the same parameters for half the places; nil where that is what is asked for.
    case terrain(TerrainPaths, median: TerrainPaths?, near: StatisticalModels?)
  }

  /// How losses come about.
  public let method: Method
  /// Centre frequency of the carrier.
  public let carrierGHz: Double
  /// Antenna above the ground at the mast.
  public let mastHeightMetres: Double
  /// Antenna above the ground at the user.
  public let userHeightMetres: Double
  /// Names of the models that may answer.
  public let modelNames: [String]
  /// What measurements add to the models; nil for nothing.
  public private(set) var correction: PathLossCorrection?

  /// Propagation by a method; carrier and heights are the ones its models were made for.
  public init(
    _ method: Method, carrierGHz: Double, mastHeightMetres: Double, userHeightMetres: Double
  ) {
    self.method = method
    self.carrierGHz = carrierGHz
    self.mastHeightMetres = mastHeightMetres
    self.userHeightMetres = userHeightMetres
    switch method {
    case .freeSpace: modelNames = ["free-space"]
    case .statistical(let models): modelNames = models.entries.map(\.name)
    case .terrain(_, _, let near): modelNames = ["p1812"] + (near?.entries.map(\.name) ?? [])
    }
  }

  /// The same with what measurements add to the models: losses fall by the correction's levels.
  public func corrected(by correction: PathLossCorrection?) -> MastPropagation {
    var propagation = self
    propagation.correction = correction
    return propagation
  }

  /// P.1812 for a share of places, with the model for half of them where that is another.
  ///
  /// - Throws: DR-333 for a parameter outside P.1812's range.
  public static func terrain(
    _ model: P1812, over ground: TerrainGround, near: StatisticalModels?
  ) throws(UserError) -> MastPropagation {
    var median: TerrainPaths?
    if model.locationPercent != 50 {
      let half = try P1812(
        carrierGHz: model.carrierGHz, transmitterHeightMetres: model.transmitterHeightMetres,
        receiverHeightMetres: model.receiverHeightMetres, polarisation: model.polarisation,
        timePercent: model.timePercent, locationPercent: 50,
        resolutionMetres: model.resolutionMetres, climate: model.climate)
      median = TerrainPaths(half, over: ground)
    }
    return MastPropagation(
      .terrain(TerrainPaths(model, over: ground), median: median, near: near),
      carrierGHz: model.carrierGHz, mastHeightMetres: model.transmitterHeightMetres,
      userHeightMetres: model.receiverHeightMetres)
  }

  /// Losses along a row of points.
  ///
  /// - Throws: DR-353 for points farther than P.1812 goes.
  public func points(along row: LocalRow) throws(UserError) -> [PointLoss] {
    let points = try modelled(along: row)
    guard let correction else { return points }
    return points.indices.map { index in
      points[index].lowered(by: correction.levelDB(atMetres: Self.distance(row[index])))
    }
  }

  private func modelled(along row: LocalRow) throws(UserError) -> [PointLoss] {
    switch method {
    case .freeSpace:
      return (0..<row.count).map { index in
        let loss = freeSpaceDB(at: row[index])
        return PointLoss(model: 0, lossDB: loss, medianLossDB: loss, deviationDB: 0)
      }
    case .statistical(let models):
      return (0..<row.count).map { Self.point(models, at: row[$0], firstModel: 0) }
    case .terrain(let paths, let median, let near):
      let asked = try paths.losses(along: row)
      let half = try median?.losses(along: row)
      return (0..<row.count).map { index in
        switch asked.states[index] {
        case .unknown: return PointLoss(without: .unknownGround)
        case .tooNear:
          guard let near else { return PointLoss(without: .beyondModels) }
          return Self.point(near, at: row[index], firstModel: 1)
        case .computed:
          return PointLoss(
            model: 0, lossDB: Double(asked.lossDB[index]),
            medianLossDB: Double((half ?? asked).lossDB[index]),
            deviationDB: paths.deviationDB(at: row[index]))
        }
      }
    }
  }

  /// How the loss of a point is spread over places; nil for a point without one.
  public func mixture(of point: PointLoss, at offset: Coordinate) -> LossMixture? {
    guard point.state == .computed else { return nil }
    var models: StatisticalModels?
    var index = Int(point.model)
    switch method {
    case .freeSpace: break
    case .statistical(let entries): models = entries
    case .terrain(_, _, let near):
      if index > 0 { models = near }
      index -= 1
    }
    if let models {
      let distance = Self.distance(offset)
      let mixture = models.mixture(index, atMetres: distance)
      return correction.map { mixture.lowered(by: $0.levelDB(atMetres: distance)) } ?? mixture
    }
    let deviation = Double(point.deviationDB)
    return LossMixture(
      LossMixture.Component(
        share: 1, lossDB: Double(point.medianLossDB), deviationDB: deviation,
        indoorDeviationDB: deviation))
  }

  /// Height of the mast's antenna above a user's: over the ground where it is known, level ground
  /// elsewhere.
  public func heightDifferenceMetres(at offset: Coordinate) -> Double {
    let level = mastHeightMetres - userHeightMetres
    guard case .terrain(let paths, _, _) = method else { return level }
    return level + (paths.ground.fallMetres(to: offset) ?? 0)
  }

  private func freeSpaceDB(at offset: Coordinate) -> Double {
    // A user at the mast's own height and foot is a metre away, not nowhere.
    let rise = mastHeightMetres - userHeightMetres
    let ground = Self.distance(offset)
    return FreeSpaceLoss(carrierGHz: carrierGHz).lossDB(
      distance2DMetres: ground * ground + rise * rise < 1 ? 1 : ground,
      heightDifferenceMetres: rise)
  }

  private static func point(
    _ models: StatisticalModels, at offset: Coordinate, firstModel: Int
  ) -> PointLoss {
    let distance = distance(offset)
    guard let index = models.index(atMetres: distance) else {
      return PointLoss(without: .beyondModels)
    }
    let loss = models.meanLossDB(index, atMetres: distance)
    return PointLoss(
      model: firstModel + index, lossDB: loss, medianLossDB: loss, deviationDB: .nan)
  }

  private static func distance(_ offset: Coordinate) -> Double {
    (offset.x * offset.x + offset.y * offset.y).squareRoot()
  }
}
