public import Geometry
public import Radio
import Territory

extension ReachBook {
  /// Tabulates every configuration of the band book in every morphology.
  ///
  /// - Throws: DR-301 and DR-302 for figures that a model or the link budget refuses.
  public init(
    bands: BandBook, morphologies: MorphologyBook, layers: [CoverageLayer]
  ) throws(UserError) {
    var services: [Service] = []
    for configuration in bands.configurations {
      guard let band = bands.band(configuration.band) else { continue }
      let budget = try bands.budget(configuration, band)
      for entry in morphologies.morphologies {
        services.append(
          Service(
            configuration: configuration.name, morphology: entry.morphology, budget: budget,
            model: try entry.model(carrierGHz: band.centreGHz.value),
            highLossShare: entry.highLossBuildingShare.value))
      }
    }
    self.init(configurations: bands.configurations.map(\.name), layers: layers) {
      configuration, morphology, layer in
      services.first { $0.configuration == configuration && $0.morphology == morphology }?
        .radiusMetres(layer) ?? 0
    }
  }

  /// One configuration in one morphology.
  private struct Service {
    let configuration: String
    let morphology: Morphology
    let budget: LinkBudget
    let model: any MacroPathLossModel
    let highLossShare: Double

    func radiusMetres(_ layer: CoverageLayer) -> Double {
      let probability = ServiceProbability(
        model: model, budget: budget, thresholdDBm: layer.thresholdDBm,
        place: layer.place == .outdoor ? .outdoors : .indoors(highLossShare: highLossShare))
      return probability.coverageRadiusMetres(probability: layer.pointProbability)
    }
  }
}
