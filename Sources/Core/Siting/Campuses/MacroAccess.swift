import Geometry
import Radio
import Territory

/// A public macro cell as a campus at its edge sees it, through walls where its terminals are in halls.
struct MacroAccess {
  private let radio: CampusRadioFigures
  private let carrier: CampusCarrier
  private let model: UrbanMacro

  init(
    radio: CampusRadioFigures, carrier: CampusCarrier, band: Band
  ) throws(UserError) {
    self.radio = radio
    self.carrier = carrier
    model = try UrbanMacro(
      carrierGHz: band.centreGHz.value, baseStationHeightMetres: radio.macro.heightMetres.value)
  }

  /// Scenarios whose rates a terminal gets at the edge, with the probability asked for.
  func scenarios(_ all: [IndustryScenario], indoors: Bool) -> Set<String> {
    let place: ServiceProbability.Place =
      indoors ? .indoors(highLossShare: radio.macro.highLossShare.value) : .outdoors
    return Set(
      all.filter { scenario in
        guard
          let loss = carrier.maximumLossDB(
            uplinkMbps: scenario.uplinkMbps.value, downlinkMbps: scenario.downlinkMbps.value)
        else { return false }
        return ServiceProbability(model: model, maximumLossDB: loss, place: place)
          .probability(atMetres: radio.macro.edgeMetres.value)
          >= radio.coverageProbability.value
      }.map(\.id))
  }

  /// What a cell carries whose terminals all are in halls, or all outside.
  func cell(indoors: Bool) -> CampusCell {
    let edge = radio.macro.edgeMetres.value
    let reach = EdgeReach(model: model, edgeProbability: radio.coverageProbability.value)
    var losses: [Double] = []
    if indoors {
      let inside = BuildingEntryLoss.meanIndoorLossDB(
        maximumDepthMetres: model.maximumIndoorDepthMetres)
      let high = Int((radio.macro.highLossShare.value * Double(Self.walls)).rounded())
      for wall in 0..<Self.walls {
        let entry = BuildingEntryLoss(
          wall < high ? .highLoss : .lowLoss, carrierGHz: model.carrierGHz)
        losses += CampusCarrier.losses(
          reach, radiusMetres: edge, extraDB: entry.wallLossDB + inside)
      }
    } else {
      losses = CampusCarrier.losses(reach, radiusMetres: edge)
    }
    return CampusCell(
      radiusMetres: edge, uplinkMbps: carrier.uplinkMbps(lossesDB: losses),
      downlinkMbps: carrier.downlinkMbps(lossesDB: losses))
  }

  /// Carriers of one mast: what they carry adds up.
  static func together(_ cells: [CampusCell]) -> CampusCell {
    CampusCell(
      radiusMetres: cells.map(\.radiusMetres).min() ?? 0,
      uplinkMbps: cells.reduce(0) { $0 + $1.uplinkMbps },
      downlinkMbps: cells.reduce(0) { $0 + $1.downlinkMbps })
  }

  /// In tenths the share of halls of each kind.
  private static let walls = 10
}
