public import Geometry
internal import Kernels

/// What one site's sectors put on cells: SS-RSRP on the boresight, and the vertical pattern's loss, both
/// against distance at one step.
public struct SectorLevel: Sendable {
  /// SS-RSRP on the boresight, dBm.
  public let boresight: ServiceTable
  /// Loss of the vertical pattern, dB.
  public let vertical: ServiceTable

  /// - Parameters:
  ///   - stepMetres: distance between entries; levels between are linear in dB.
  ///   - limitMetres: beyond it nothing arrives; at most the model's range.
  /// - Throws: DR-303 for a bad step.
  public init(
    model: any PathLossModel, budget: LinkBudget, pattern: SectorPattern,
    heightDifferenceMetres: Double, stepMetres: Double = 2, limitMetres: Double
  ) throws(UserError) {
    let limit = min(limitMetres, model.validDistanceMetres.upperBound)
    boresight = try ServiceTable(
      stepMetres: stepMetres, limitMetres: limit, beyond: SectorKernel.nothingDBm, floor: -190
    ) { distance in
      budget.ssRSRP(lossDB: model.meanLossDB(distance2DMetres: distance))
    }
    vertical = try ServiceTable(
      stepMetres: stepMetres, limitMetres: limit, beyond: pattern.mostDB, floor: -1
    ) { distance in
      pattern.verticalLossDB(
        distanceMetres: distance, heightDifferenceMetres: heightDifferenceMetres)
    }
  }

  /// Distance beyond which nothing arrives.
  public var reachMetres: Double { Double(boresight.reachMetres) }
}

/// The hot loops of received power over one raster row, in C. `SectorKernelTwin` does the same in Swift.
///
/// Power is summed in units of 1e-10 mW (−100 dBm), which keeps single precision in its best range.
public enum SectorKernel {
  /// A level of no signal at all, dBm.
  public static let nothingDBm = -200.0

  /// What a power in dBm is in the kernels' unit.
  public static func unitPower(dBm: Double) -> Double { pow(10, (dBm + 100) / 10) }

  /// Adds every sector's power to `total` and keeps the strongest sector; at equal levels the earlier
  /// server stays. The sectors' servers are `firstServer` and those that follow it.
  public static func receive(
    _ best: inout [Float], server: inout [Int32], total: inout [Float], cells: Range<Int>,
    _ row: RasterRow, _ level: SectorLevel, _ antenna: SectorAntenna, firstServer: Int32
  ) {
    precondition(cells.lowerBound >= 0 && cells.upperBound <= best.count)
    precondition(best.count == server.count && best.count == total.count)
    best.withUnsafeMutableBufferPointer { best in
      server.withUnsafeMutableBufferPointer { server in
        total.withUnsafeMutableBufferPointer { total in
          guard let start = best.baseAddress, let serving = server.baseAddress,
            let sum = total.baseAddress
          else { return }
          with(level, antenna) { boresight, vertical, antenna in
            deepreach_receive(
              start + cells.lowerBound, serving + cells.lowerBound, sum + cells.lowerBound,
              cells.count, row.kernelRow, boresight, vertical, antenna, firstServer)
          }
        }
      }
    }
  }

  /// Takes what `receive` added off `total` again.
  public static func withdraw(
    _ total: inout [Float], cells: Range<Int>, _ row: RasterRow, _ level: SectorLevel,
    _ antenna: SectorAntenna
  ) {
    precondition(cells.lowerBound >= 0 && cells.upperBound <= total.count)
    total.withUnsafeMutableBufferPointer { total in
      guard let sum = total.baseAddress else { return }
      with(level, antenna) { boresight, vertical, antenna in
        deepreach_withdraw(
          sum + cells.lowerBound, cells.count, row.kernelRow, boresight, vertical, antenna)
      }
    }
  }

  /// SS-SINR in dB of every cell: the best server over noise and `load` times everything else.
  ///
  /// - Parameter noiseDBm: in one resource element.
  public static func sinr(
    best: [Float], total: [Float], noiseDBm: Double, load: Double
  ) -> [Float] {
    precondition(best.count == total.count)
    let noise = Float(unitPower(dBm: noiseDBm))
    return [Float](unsafeUninitializedCapacity: best.count) { sinr, count in
      best.withUnsafeBufferPointer { best in
        total.withUnsafeBufferPointer { total in
          guard let to = sinr.baseAddress, let from = best.baseAddress,
            let sum = total.baseAddress
          else { return }
          deepreach_sinr(to, from, sum, best.count, noise, Float(load))
        }
      }
      count = best.count
    }
  }

  private static func with(
    _ level: SectorLevel, _ antenna: SectorAntenna,
    _ body: (deepreach_table, deepreach_table, deepreach_antenna) -> Void
  ) {
    level.boresight.withKernelTable { boresight in
      level.vertical.withKernelTable { vertical in
        antenna.withKernelAntenna { body(boresight, vertical, $0) }
      }
    }
  }
}
