/// The sector kernels in plain Swift and double precision: the reference that tests hold C to.
public enum SectorKernelTwin {
  /// See `SectorKernel.receive`.
  public static func receive(
    _ best: inout [Float], server: inout [Int32], total: inout [Float], cells: Range<Int>,
    _ row: RasterRow, _ level: SectorLevel, _ antenna: SectorAntenna, firstServer: Int32
  ) {
    for (cell, target) in cells.enumerated() {
      for (sector, dBm) in levels(row, cell, level, antenna).enumerated() {
        if Float(dBm) > best[target] {
          best[target] = Float(dBm)
          server[target] = firstServer + Int32(sector)
        }
        total[target] += Float(SectorKernel.unitPower(dBm: dBm))
      }
    }
  }

  /// See `SectorKernel.withdraw`.
  public static func withdraw(
    _ total: inout [Float], cells: Range<Int>, _ row: RasterRow, _ level: SectorLevel,
    _ antenna: SectorAntenna
  ) {
    for (cell, target) in cells.enumerated() {
      for dBm in levels(row, cell, level, antenna) {
        total[target] = max(0, total[target] - Float(SectorKernel.unitPower(dBm: dBm)))
      }
    }
  }

  /// See `SectorKernel.sinr`.
  public static func sinr(
    best: [Float], total: [Float], noiseDBm: Double, load: Double
  ) -> [Float] {
    zip(best, total).map { best, total in
      let others = max(0, Double(total) - SectorKernel.unitPower(dBm: Double(best)))
      let floor = SectorKernel.unitPower(dBm: noiseDBm) + load * others
      return Float(Double(best) + 100 - 10 * log10(floor))
    }
  }

  /// SS-RSRP of every sector at one cell, dBm.
  private static func levels(
    _ row: RasterRow, _ cell: Int, _ level: SectorLevel, _ antenna: SectorAntenna
  ) -> [Double] {
    let offset = row.offsetMetres(cell: cell)
    let (east, north) = (Double(offset.east), Double(offset.north))
    let distance = (east * east + north * north).squareRoot()
    let strongest = Double(level.boresight.value(atMetres: Float(distance)))
    let vertical = Double(level.vertical.value(atMetres: Float(distance)))
    let azimuths = antenna.layout.azimuthsDegrees
    if azimuths.isEmpty { return [strongest - min(vertical, antenna.pattern.mostDB)] }
    return azimuths.map { azimuth in
      let angle = azimuth * Double.pi / 180
      let cosine =
        (east * cos(Double.pi / 2 - angle) + north * cos(angle)) / max(distance, 0.001)
      let off = acos(min(1, max(-1, cosine)))
      let loss = antenna.pattern.lossDB(
        horizontalDB: antenna.pattern.horizontalLossDB(degrees: off * 180 / Double.pi),
        verticalDB: vertical)
      return strongest - loss
    }
  }
}

/// The contour kernels in plain Swift.
public enum ContourKernelTwin {
  /// Whether the cell of a row lies within the contour.
  public static func contains(
    _ row: RasterRow, cell: Int, _ contour: ServiceContour, _ antenna: SectorAntenna
  ) -> Bool {
    let offset = row.offsetMetres(cell: cell)
    let (east, north) = (Double(offset.east), Double(offset.north))
    let distance = (east * east + north * north).squareRoot()
    let azimuths = antenna.layout.azimuthsDegrees
    let off = azimuths.map { azimuth in
      let turned = atan2(east, north) - azimuth * Double.pi / 180
      return acos(cos(turned)) * 180 / Double.pi
    }
    return distance <= contour.radiusMetres(offBoresightDegrees: off.min() ?? 0)
  }
}
