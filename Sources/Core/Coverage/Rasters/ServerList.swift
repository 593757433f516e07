import Radio
/// Radio cells that serve at least one raster cell, numbered from 1.
public struct ServerList: Sendable {
  /// One radio cell.
  public struct Entry: Hashable, Sendable {
    /// From 1.
    public let number: Int
    /// Band of the carrier.
    public let band: String
    /// Index of the site in the network.
    public let site: Int
    /// Degrees from north; nil for an omnidirectional site.
    public let azimuthDegrees: Double?
    /// Raster cells served.
    public let cells: Int
  }

  private struct Key: Hashable {
    let carrier: Int
    let server: Int32
  }

  /// By number.
  public let entries: [Entry]
  private let numbers: [Key: Int32]

  init(_ surface: NetworkSurface) {
    var cells: [Key: Int] = [:]
    for cell in 0..<surface.grid.cellCount {
      if let carrier = surface.strongest(cell) {
        cells[Key(carrier: carrier, server: surface.surfaces[carrier].server[cell]), default: 0] +=
          1
      }
    }
    var numbers: [Key: Int32] = [:]
    var entries: [Entry] = []
    let keys = cells.keys.sorted { ($0.carrier, $0.server) < ($1.carrier, $1.server) }
    for key in keys {
      let index = Int(key.server) / CarrierSurface.sectorRoom
      let sector = Int(key.server) % CarrierSurface.sectorRoom
      guard let transmitter = surface.surfaces[key.carrier].transmitters[index] else { continue }
      let azimuths = transmitter.antenna.layout.azimuthsDegrees
      entries.append(
        Entry(
          number: entries.count + 1, band: surface.bands[key.carrier], site: transmitter.site,
          azimuthDegrees: sector < azimuths.count ? azimuths[sector] : nil, cells: cells[key] ?? 0
        ))
      numbers[key] = Int32(entries.count)
    }
    self.numbers = numbers
    self.entries = entries
  }

  /// Number of a server; 0 for one that serves no cell.
  func number(carrier: Int, server: Int32) -> Int32 {
    numbers[Key(carrier: carrier, server: server)] ?? 0
  }
}
