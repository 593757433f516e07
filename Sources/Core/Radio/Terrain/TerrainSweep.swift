public import Geometry
internal import Kernels

/// Path loss by P.1812 from one mast to every cell of a grid, each over the ground of its own path.
///
/// Nothing is carried over from a neighbouring path: what the paths share is the model's constants,
/// the inverses of the steps, and working memory. Each loss is `pointToPointLoss`'s but for rounding.
/// Results do not depend on the processor or on how the targets are divided.
///
/// All paths are taken as inland. Unknown ground anywhere on a path, or outside the heights, makes the
/// target unknown. Targets nearer than 250 m are left to another model.
public struct TerrainSweep: Sendable {
  /// Carrier, antennas' heights above ground, shares of time and places, and climate.
  public let model: P1812
  /// The ground.
  public let field: HeightField
  /// The mast, in the field's plane.
  public let mastEast: Double
  /// The same, northward.
  public let mastNorth: Double
  /// The receivers.
  public let targets: TargetGrid
  /// Longest step between the points of a path: a path has the fewest equal steps that are no longer,
  /// at least two.
  public let stepMetres: Double

  /// Most steps a path may have.
  static let largestIntervals = 1_000_000
  /// Farthest that a target may be: beyond, no plane keeps distances.
  static let largestDistanceMetres = 1_000_000.0

  /// - Parameters:
  ///   - model: its antennas' heights count from the ground at the mast and at each target.
  ///   - field: the ground.
  ///   - mastEast: in the field's plane.
  ///   - mastNorth: likewise.
  ///   - targets: in the same plane.
  ///   - stepMetres: longest step of a path; nil for the field's cell, below which a path shows nothing
  ///     that the field knows.
  /// - Throws: DR-353 for a mast that is nowhere, a step that is not above 0 m, or targets that are
  ///   farther than 1000 km or than a million steps.
  public init(
    _ model: P1812, over field: HeightField, mastEast: Double, mastNorth: Double,
    targets: TargetGrid, stepMetres: Double? = nil
  ) throws(UserError) {
    let step = stepMetres ?? field.cellMetres
    let farthest = targets.farthestMetres(fromEast: mastEast, north: mastNorth)
    guard mastEast.isFinite, mastNorth.isFinite, step > 0, step.isFinite,
      farthest <= Self.largestDistanceMetres,
      farthest / step <= Double(Self.largestIntervals)
    else {
      throw UserError(
        "DR-353", .badData, at: "terrain sweep",
        "mast at (\(mastEast), \(mastNorth)), step of \(step) m, farthest target at \(farthest) m",
        remedy: "give a finite position, a step above 0 m, and targets within 1000 km and "
          + "\(Self.largestIntervals) steps")
    }
    self.model = model
    self.field = field
    self.mastEast = mastEast
    self.mastNorth = mastNorth
    self.targets = targets
    self.stepMetres = step
  }

  /// Losses of some targets, stretch by stretch.
  ///
  /// A call runs on one thread; others may run at once. What a target gets does not depend on what
  /// else is asked for. A stretch outside the grid is a programmer's mistake and traps.
  public func losses(of stretches: [TargetStretch]) -> SweptLosses {
    precondition(stretches.allSatisfy(targets.contains))
    var losses = SweptLosses(count: stretches.reduce(0) { $0 + $1.columns.count })
    let farthest = targets.farthestMetres(fromEast: mastEast, north: mastNorth)
    var memory = SweepMemory(
      intervals: max(Int((farthest / stepMetres).rounded(.up)), 2) + 1,
      hasClutter: field.clutterMetres != nil)
    memory.lend { memory in
      field.withKernelGround { ground in
        var index = 0
        for stretch in stretches {
          for column in stretch.columns {
            sweep(column, stretch.row, ground, memory, into: &losses, at: index)
            index += 1
          }
        }
      }
    }
    return losses
  }

  /// Losses of some columns of one row.
  public func losses(row: Int, columns: Range<Int>) -> SweptLosses {
    losses(of: [TargetStretch(row: row, columns: columns)])
  }

  /// Losses of some rows, row by row.
  public func losses(rows: Range<Int>) -> SweptLosses {
    losses(of: rows.map { TargetStretch(row: $0, columns: 0..<targets.columns) })
  }

  /// All losses, row by row.
  public func losses() -> SweptLosses { losses(of: targets.stretches) }

  @inline(__always)
  private func sweep(
    _ column: Int, _ row: Int, _ ground: deepreach_ground, _ memory: SweepMemory.Lent,
    into losses: inout SweptLosses, at index: Int
  ) {
    switch ray(column, row) {
    case .tooNear:
      losses.states[index] = .tooNear
      losses.tooNearCount += 1
    case .outside:
      losses.unknownCount += 1
    case .inside(let ray):
      guard let path = SweptPath(ray, over: ground, memory) else {
        losses.unknownCount += 1
        return
      }
      losses.lossDB[index] = Float(model.lossDB(overPath: path))
      losses.states[index] = .computed
      losses.computedCount += 1
    }
  }

  /// What leads from the mast to a target.
  enum Way {
    case tooNear
    case outside
    case inside(TerrainRay)
  }

  @inline(__always)
  func ray(_ column: Int, _ row: Int) -> Way {
    let east = targets.east(column: column, row: row)
    let north = targets.north(column: column, row: row)
    let across = east - mastEast
    let along = north - mastNorth
    let length = (across * across + along * along).squareRoot()
    let start = field.position(east: mastEast, north: mastNorth)
    let end = field.position(east: east, north: north)
    let ray = TerrainRay(from: start, to: end, lengthMetres: length, stepMetres: stepMetres)
    guard ray.lengthKilometres >= P1812.validDistanceKilometres.lowerBound else { return .tooNear }
    // Both ends are inside, and with them all between.
    return field.contains(start) && field.contains(end) ? .inside(ray) : .outside
  }
}

extension HeightField {
  /// The field as the kernels take it, for the length of a call.
  func withKernelGround(_ body: (deepreach_ground) -> Void) {
    terrainMetres.withUnsafeBufferPointer { terrain in
      func lend(_ clutter: UnsafePointer<Float>?) {
        body(
          deepreach_ground(
            terrain: terrain.baseAddress, clutter: clutter, columns: Int32(columns),
            rows: Int32(rows)))
      }
      if let clutterMetres {
        clutterMetres.withUnsafeBufferPointer { lend($0.baseAddress) }
      } else {
        lend(nil)
      }
    }
  }
}
