#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Heights of the ground, or of clutter on it, in metres: a GeoTIFF, an SRTM height file, or a
/// folder of both. Only headers are read until heights of a region are asked for.
public struct ElevationModel: Sendable {
  private enum Source: Sendable {
    case image(GeoTIFFReader)
    case heights(HeightTile)

    func read(_ columns: Range<Int>, _ rows: Range<Int>) throws(UserError) -> Raster {
      switch self {
      case .image(let reader): try reader.read(columns: columns, rows: rows, cellLimit: .max)
      case .heights(let tile): try tile.read(columns: columns, rows: rows)
      }
    }
  }

  private struct Tile: Sendable {
    let path: String
    let grid: RasterGrid
    let system: RasterSystem
    let source: Source
  }

  /// The file or folder.
  public let path: String
  private let tiles: [Tile]

  /// Files of the tiles, in the order of their names.
  public var paths: [String] { tiles.map(\.path) }

  /// Where the tiles lie and how large their cells are, in the order of their names.
  public var grids: [RasterGrid] { tiles.map(\.grid) }

  /// Reads the header of a file, or of every `.tif`, `.tiff` and `.hgt` that lies in a folder itself;
  /// other files there are left alone.
  /// - Throws: DR-181 for a folder without a tile, DR-182 for heights in another unit than metres,
  ///   DR-183 for a tile without a known coordinate system; DR-171 to DR-180 for a tile that cannot
  ///   be read.
  public init(path: String) throws(UserError) {
    self.path = path
    var tiles: [Tile] = []
    for file in try ElevationModel.files(at: path) { tiles.append(try ElevationModel.tile(file)) }
    self.tiles = tiles
  }

  private static func files(at path: String) throws(UserError) -> [String] {
    guard let folder = opendir(path) else { return [path] }
    defer { closedir(folder) }
    var names: [String] = []
    while let entry = readdir(folder) {
      let name = withUnsafeBytes(of: entry.pointee.d_name) {
        String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)
      }
      let isTile = [".tif", ".tiff", ".hgt"].contains(where: name.lowercased().hasSuffix)
      if isTile && !name.hasPrefix(".") { names.append(name) }
    }
    guard !names.isEmpty else {
      throw UserError(
        "DR-181", .missingInput, at: path, "there is no .tif, .tiff or .hgt in the folder",
        remedy: "give the folder that holds the tiles themselves")
    }
    let base = path.hasSuffix("/") ? path : path + "/"
    return names.sorted().map { base + $0 }
  }

  private static func tile(_ path: String) throws(UserError) -> Tile {
    if path.lowercased().hasSuffix(".hgt") {
      let tile = try HeightTile(path: path)
      return Tile(path: path, grid: tile.grid, system: .epsg(4326), source: .heights(tile))
    }
    let reader = try GeoTIFFReader(path: path)
    let unit = reader.metadata.unit?.lowercased() ?? ""
    guard ["", "m", "metre", "metres", "meter", "meters"].contains(unit) else {
      throw UserError(
        "DR-182", .badData, at: path, "its unit is '\(unit)'",
        remedy: "convert it to metres with gdal_calc.py, or correct the unit it names")
    }
    guard let system = reader.grid.system else {
      throw UserError(
        "DR-183", .badData, at: path, "it does not name a coordinate system with an EPSG code",
        remedy: "name it with gdal_edit.py -a_srs, or warp it with gdalwarp -t_srs EPSG:4490")
    }
    return Tile(path: path, grid: reader.grid, system: system, source: .image(reader))
  }

  /// Reads all cells that heights in a box of degrees need, from every tile that meets it. A box of
  /// the whole world reads every tile.
  ///
  /// Tiles on the same lattice of cells are joined without a seam. Of tiles on different lattices
  /// that overlap, the finer come first, then those whose name comes first.
  /// - Throws: DR-176 when that is more than `cellLimit` cells, DR-111 for a system without
  ///   transformation, DR-171 and DR-172 for a tile that cannot be read.
  public func loaded(
    over box: BoundingBox, cellLimit: Int = GeoTIFFReader.defaultCellLimit
  ) throws(UserError) -> ElevationSurface {
    var mappers: [RasterSystem: PlaneMapper] = [:]
    var parts: [(tile: Tile, columns: Range<Int>, rows: Range<Int>)] = []
    var cells = 0
    for tile in tiles {
      let mapper = try PlaneMapper.shared(to: tile.system, in: &mappers)
      guard !box.isEmpty else { continue }
      // Bilinear values reach to the next cell; one more for rounding.
      let wanted = mapper.box(of: box) ?? tile.grid.box
      guard let part = tile.grid.cells(meeting: wanted, margin: 2) else { continue }
      parts.append((tile, part.columns, part.rows))
      cells += part.columns.count * part.rows.count
    }
    guard cells <= cellLimit else {
      throw UserError(
        "DR-176", .badData, at: path, "the region needs \(cells) heights, more than \(cellLimit)",
        remedy: "take a smaller region or a coarser model")
    }
    var lattices: [TileLattice] = []
    for part in parts {
      let raster = try part.tile.source.read(part.columns, part.rows)
      var isTaken = false
      for index in lattices.indices where !isTaken { isTaken = lattices[index].take(raster) }
      if !isTaken { lattices.append(TileLattice(raster, system: part.tile.system)) }
    }
    return ElevationSurface(box: box, lattices: lattices)
  }
}
