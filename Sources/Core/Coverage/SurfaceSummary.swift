import Radio

/// What interference does to a network at one settlement.
public struct Interference: Hashable, Sendable {
  /// Load of the cells that interfere, 0 to 1.
  public let neighbourLoad: Double
  /// SS-SINR that service needs, dB.
  public let sinrDB: Double

  /// A load and a need.
  public init(neighbourLoad: Double, sinrDB: Double) {
    self.neighbourLoad = neighbourLoad
    self.sinrDB = sinrDB
  }
}

/// Figures of the surfaces at one settlement, over all of its cells.
public struct SurfaceSummary: Hashable, Sendable {
  /// One carrier at the settlement.
  public struct Carrier: Hashable, Sendable {
    /// Band.
    public let band: String
    /// Radio cells (sectors) of stations that stand at the settlement.
    public let sectors: Int
    /// SINR of the raster's cells that the carrier serves above the threshold.
    public let sinr: SINRDistribution
    /// What those sectors carry together, each with the mean efficiency of the cells served, Mbps.
    public let capacityMbps: Double
  }

  /// SS-SINR of the strongest carrier of each cell.
  public let sinr: SINRDistribution
  /// By band, in the surfaces' order.
  public let carriers: [Carrier]
  /// Raster cells by what limits them.
  public let limiting: [LimitingLink: Int]
  /// Raster cells by the path loss model of their best server; `none` without one.
  public let models: [String: Int]

  /// What the stations that stand at the settlement carry together, Mbps.
  public var capacityMbps: Double { CellCapacity.settlementMbps(carriers.map(\.capacityMbps)) }

  /// Share of the settlement's cells where the strongest carrier has at least this SINR, 0 to 1.
  public func share(sinrAtLeastDB sinrDB: Double, cells: Int) -> Double {
    sinr.share(atLeastDB: sinrDB) * Double(sinr.cells) / Double(max(cells, 1))
  }

  /// Summarises surfaces.
  ///
  /// - Parameter layer: index of the layer whose threshold and uplink rate decide what limits a cell.
  ///   Where nothing asks for a layer every signal is service, and only interference can limit it.
  public init(_ surface: NetworkSurface, _ interference: Interference, layer: Int) {
    let fields = surface.surfaces.map { carrier in
      CarrierField(carrier, interference, layer: layer)
    }
    carriers = zip(surface.bands, fields).map { band, field in
      Carrier(
        band: band, sectors: field.sectors, sinr: field.covered, capacityMbps: field.capacityMbps)
    }
    var all = SINRDistribution()
    var limiting: [LimitingLink: Int] = [:]
    var models: [String: Int] = [:]
    var codes = [Int](repeating: 0, count: LimitingLink.allCases.count)
    var modelCells = fields.map { [Int](repeating: 0, count: $0.models.count) }
    var unserved = 0
    for cell in 0..<surface.grid.cellCount {
      guard let index = surface.strongest(cell) else {
        unserved += 1
        continue
      }
      all.add(fields[index].sinr[cell])
      codes[Int(fields[index].limit(cell, interference.sinrDB).code)] += 1
      modelCells[index][fields[index].model(cell)] += 1
    }
    for link in LimitingLink.allCases { limiting[link] = codes[Int(link.code)] }
    limiting[.none] = unserved
    if unserved > 0 { models["none"] = unserved }
    for (field, counts) in zip(fields, modelCells) {
      for (name, count) in zip(field.models, counts) where count > 0 {
        models[name, default: 0] += count
      }
    }
    sinr = all
    self.limiting = limiting
    self.models = models
  }
}

/// One carrier's figures by cell, and what they are read with.
struct CarrierField {
  let sinr: [Float]
  let sectors: Int
  let covered: SINRDistribution
  let capacityMbps: Double
  /// Distinct names of models.
  let models: [String]
  private let surface: CarrierSurface
  /// By transmitter: threshold, uplink less downlink, index of the model.
  private let thresholds: [Double]
  private let uplinks: [Double]
  private let modelIndices: [Int]

  init(_ surface: CarrierSurface, _ interference: Interference, layer: Int) {
    self.surface = surface
    // Carriers of one band share one numerology, so the first one's noise is everyone's.
    let carriers = surface.transmitters.map { $0?.carrier }
    let noise = carriers.lazy.compactMap { $0 }.first?.noiseDBm ?? 0
    sinr = SectorKernel.sinr(
      best: surface.best, total: surface.total, noiseDBm: noise, load: interference.neighbourLoad)
    var names: [String] = []
    func figure(_ figures: [Double]?, else other: Double) -> Double {
      figures.flatMap { layer < $0.count ? $0[layer] : nil } ?? other
    }
    thresholds = carriers.map { figure($0?.thresholdsDBm, else: -.infinity) }
    uplinks = carriers.map { figure($0?.uplinkLessDownlinkDB, else: 0) }
    modelIndices = carriers.map { carrier in
      guard let model = carrier?.model else { return 0 }
      if let known = names.firstIndex(of: model) { return known }
      names.append(model)
      return names.count - 1
    }
    models = names
    sectors = surface.transmitters.reduce(0) { sum, transmitter in
      sum + (transmitter.map { $0.isOwn ? $0.antenna.layout.cellCount : 0 } ?? 0)
    }
    var covered = SINRDistribution()
    for cell in sinr.indices where surface.server[cell] >= 0 {
      let index = Int(surface.server[cell]) / CarrierSurface.sectorRoom
      if Double(surface.best[cell]) >= thresholds[index] { covered.add(sinr[cell]) }
    }
    self.covered = covered
    let served = covered.efficiencies(.downlinkTR38803)
    capacityMbps = surface.transmitters.reduce(0) { sum, transmitter in
      guard let transmitter, transmitter.isOwn else { return sum }
      let cell = transmitter.carrier.capacity.mbps(served, scheduler: .equalResource)
      return sum + Double(transmitter.antenna.layout.cellCount) * cell
    }
  }

  /// What limits a cell that is served.
  func limit(_ cell: Int, _ sinrDB: Double) -> LimitingLink {
    let index = Int(surface.server[cell]) / CarrierSurface.sectorRoom
    let downlink = Double(surface.best[cell]) - thresholds[index]
    return LimitingLink.least(
      downlinkDB: downlink, uplinkDB: downlink + uplinks[index],
      interferenceDB: Double(sinr[cell]) - sinrDB)
  }

  /// Index of the model of a cell that is served.
  func model(_ cell: Int) -> Int {
    modelIndices[Int(surface.server[cell]) / CarrierSurface.sectorRoom]
  }
}
