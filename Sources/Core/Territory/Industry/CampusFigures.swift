/// What cells of a campus are, and what a public cell is to it.
public struct CampusRadioFigures: Codable, Sendable {
  /// Name of the band of cells of a campus, by network group.
  public let dedicatedBand: [String: String]
  /// Of one transmit chain of a terminal.
  public let terminalPowerDBm: Figure
  /// Transmit chains, each with a layer of its own.
  public let terminalLayers: Figure
  /// Probability of service that an edge must have.
  public let coverageProbability: Figure
  /// SS-RSRP that an edge must have.
  public let rsrpDBm: Figure
  /// Halls.
  public let hall: Hall
  /// Heads in halls.
  public let indoor: Indoor
  /// Stations outside.
  public let outdoor: Outdoor
  /// The public network.
  public let macro: Macro

  /// A hall as TR 38.901 InF has it.
  public struct Hall: Codable, Sendable {
    /// `SL`, `DL`, `SH` or `DH`.
    public let clutter: String
    /// Share of the floor that clutter covers.
    public let density: Figure
    /// Typical size of the clutter.
    public let sizeMetres: Figure
    /// Of the clutter above the floor.
    public let clutterHeightMetres: Figure
    /// Of an antenna above the floor.
    public let headHeightMetres: Figure
  }

  /// An indoor system: heads on a ceiling, basebands behind them.
  public struct Indoor: Codable, Sendable {
    /// All transmit chains together.
    public let powerWatts: Figure
    /// Of the antenna.
    public let gainDBi: Figure
    /// Of the receiver.
    public let noiseFigureDB: Figure
    /// Users that send at once on the same resource.
    public let layers: Figure
    /// Layers that it sends at once.
    public let downlinkLayers: Figure
    /// A head.
    public let headYuan: Figure
    /// Its cable, power and work.
    public let cablingYuan: Figure
    /// A baseband with its hubs.
    public let basebandYuan: Figure
    /// Heads that one baseband has at most.
    public let headsPerBaseband: Figure
    /// Days of a crew for a head.
    public let headDays: Figure
    /// Electric power of a head.
    public let headKilowatts: Figure
    /// Electric power of a baseband.
    public let basebandKilowatts: Figure
  }

  /// Stations of the campus outside its halls.
  public struct Outdoor: Codable, Sendable {
    /// Of the antenna above ground.
    public let heightMetres: Figure
    /// All transmit chains together.
    public let powerWatts: Figure
    /// Of the antenna.
    public let gainDBi: Figure
    /// Of the antenna at reception.
    public let receiveGainDBi: Figure
    /// Of the receiver.
    public let noiseFigureDB: Figure
    /// Users that send at once on the same resource.
    public let layers: Figure
    /// Layers that it sends at once.
    public let downlinkLayers: Figure
    /// Cells of a station.
    public let sectors: Figure
    /// A station with its works.
    public let stationYuan: Figure
    /// Days of a crew for a station.
    public let stationDays: Figure
    /// Electric power of a station.
    public let stationKilowatts: Figure
    /// New fibre on the campus for a station.
    public let fibreMetres: Figure
  }

  /// The public macro network at a campus.
  public struct Macro: Codable, Sendable {
    /// Names of configurations of the bands book on one mast, by network group.
    public let configurations: [String: [String]]
    /// Of the antenna above ground.
    public let heightMetres: Figure
    /// Distance of a campus' farthest terminal from a mast.
    public let edgeMetres: Figure
    /// Share of halls that let little in.
    public let highLossShare: Figure
    /// Of a cell, what a campus may take.
    public let publicShare: Figure
    /// Of a cell, what a slice is given.
    public let sliceShare: Figure
  }
}

/// Parts of the way from terminal to application.
public struct LatencyFigures: Codable, Sendable {
  /// Waiting in a public cell.
  public let publicQueueMilliseconds: Figure
  /// Waiting in a slice.
  public let sliceQueueMilliseconds: Figure
  /// Waiting in a cell of the campus.
  public let dedicatedQueueMilliseconds: Figure
  /// Rings between a cell and the core.
  public let transportMilliseconds: Figure
  /// Cables of the campus.
  public let localTransportMilliseconds: Figure
  /// To the public core.
  public let coreKilometres: Figure
  /// Of light in glass.
  public let microsecondsPerKilometre: Figure
  /// User plane and server of the public core.
  public let coreMilliseconds: Figure
  /// User plane and server at the campus.
  public let edgeMilliseconds: Figure
}

/// Shares of the time that parts work.
public struct AvailabilityFigures: Codable, Sendable {
  /// A public cell.
  public let macro: Figure
  /// A cell of the campus.
  public let dedicated: Figure
  /// The public core, best effort.
  public let publicCore: Figure
  /// A slice of it.
  public let slice: Figure
  /// A core at the campus.
  public let privateCore: Figure
}

/// Locating terminals by the network.
public struct PositioningFigures: Codable, Sendable {
  /// Cells that must hear a terminal.
  public let anchors: Figure
  /// The server that locates.
  public let serverYuan: Figure
}

/// What else a network of a campus is made of.
public struct CampusPartFigures: Codable, Sendable {
  /// Set-up of a slice.
  public let sliceYuan: Figure
  /// User plane and servers at the campus.
  public let edgeYuan: Figure
  /// A core at the campus.
  public let privateCoreYuan: Figure
  /// Electric power of the user plane and servers.
  public let edgeKilowatts: Figure
  /// Electric power of a core at the campus.
  public let privateCoreKilowatts: Figure
  /// Days of a crew.
  public let edgeDays: Figure
  /// Days of a crew for a core.
  public let privateCoreDays: Figure
  /// Days of a crew for a slice.
  public let sliceDays: Figure
  /// Days of a crew for locating.
  public let positioningDays: Figure
  /// Share of the cost that a year of upkeep takes.
  public let upkeepShare: Figure
}
