import Geometry
import Territory

/// Claims over a lattice: which cells lie wholly in a claim, and which on its border.
struct ClaimIndex: Sendable {
  let lattice: MeasurementLattice
  let outlines: [ClaimOutline]
  /// Claims on whose border a cell may lie, rising.
  private let border: [UInt64: [Int32]]
  /// Points a side of a border cell, by which its part in a claim is reckoned.
  private static let samplesPerSide = 16

  init(_ claims: [CoverageClaim], lattice: MeasurementLattice, threads: Int) {
    self.lattice = lattice
    let made = ConcurrentMap.map(count: claims.count, threads: threads) { index in
      let outline = ClaimOutline(claims[index].area)
      return (outline, outline.borderCells(lattice))
    }
    outlines = made.map { $0.0 }
    var border: [UInt64: [Int32]] = [:]
    for (index, one) in made.enumerated() {
      for key in one.1 { border[key, default: []].append(Int32(index)) }
    }
    self.border = border
  }

  /// Claims whose border may pass a cell.
  func claims(onBorder key: UInt64) -> [Int32] { border[key] ?? [] }

  /// Whether a cell lies in a claim as a whole; its middle speaks for it where no border is near.
  func holds(_ claim: Int, all key: UInt64) -> Bool {
    outlines[claim].contains(lattice.center(of: LatticeCell(key: key)))
      && !claims(onBorder: key).contains(Int32(claim))
  }

  /// Area of a cell within a claim, in square metres: exact for a cell without border, else by the share
  /// of 256 points of the cell's box, the part of points inside the cell.
  func areaSquareMetres(of key: UInt64, in claim: Int) -> Double {
    let cell = LatticeCell(key: key)
    let outline = outlines[claim]
    guard claims(onBorder: key).contains(Int32(claim)) else {
      return outline.contains(lattice.center(of: cell)) ? lattice.areaSquareMetres : 0
    }
    let box = lattice.box(of: cell)
    let side = Self.samplesPerSide
    var (own, inside) = (0, 0)
    for row in 0..<side {
      for column in 0..<side {
        let point = Coordinate(
          x: box.minX + (Double(column) + 0.5) / Double(side) * (box.maxX - box.minX),
          y: box.minY + (Double(row) + 0.5) / Double(side) * (box.maxY - box.minY))
        guard lattice.cell(at: point) == cell else { continue }
        own += 1
        inside += outline.contains(point) ? 1 : 0
      }
    }
    return own == 0 ? 0 : lattice.areaSquareMetres * Double(inside) / Double(own)
  }

  /// The cells of a claim with their areas within it, by row and column, at most so many; nil when there
  /// are more.
  func cells(of claim: Int, atMost limit: Int) -> [(key: UInt64, areaSquareMetres: Double)]? {
    let box = outlines[claim].box
    let width = (box.maxX - box.minX) / lattice.pitch + 1
    let height = (box.maxY - box.minY) / lattice.rowPitch + 1
    guard width * height < 16 * Double(limit) else { return nil }
    var found: [(key: UInt64, areaSquareMetres: Double)] = []
    lattice.forEachCell(touching: box) { cell in
      guard found.count <= limit else { return }
      let area = areaSquareMetres(of: cell.key, in: claim)
      if area > 0 { found.append((cell.key, area)) }
    }
    return found.count <= limit ? found : nil
  }
}
