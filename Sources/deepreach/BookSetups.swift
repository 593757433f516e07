import Coverage
import Radio
import Siting
import Territory

/// What the books say of a group's network in each morphology.
extension Books {
  /// How the existing network is modelled.
  func modelledSetups(_ group: NetworkGroup) -> [Morphology: ModelledNetwork.MorphologySetup] {
    var setups: [Morphology: ModelledNetwork.MorphologySetup] = [:]
    for entry in morphologies.morphologies {
      let carriers = entry.carriers(group)
      setups[entry.morphology] = ModelledNetwork.MorphologySetup(
        interSiteDistanceMetres: carriers.interSiteDistanceMetres.value,
        configuration: carriers.main, secondConfiguration: carriers.second,
        heightMetres: entry.baseStationHeightMetres.value)
    }
    return setups
  }

  /// What is built.
  func plannerSetups(_ group: NetworkGroup) -> [Morphology: SettlementPlanner.GroupSetup] {
    var setups: [Morphology: SettlementPlanner.GroupSetup] = [:]
    for entry in morphologies.morphologies {
      let carriers = entry.carriers(group)
      guard let main = bands.configuration(carriers.main) else { continue }
      setups[entry.morphology] = SettlementPlanner.GroupSetup(
        configuration: main,
        secondConfiguration: carriers.second.flatMap { bands.configuration($0) },
        heightMetres: entry.baseStationHeightMetres.value,
        candidateSpacingMetres: carriers.candidateSpacingMetres.value)
    }
    return setups
  }
}
