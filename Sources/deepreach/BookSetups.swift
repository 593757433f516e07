import Geometry
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
        candidateSpacingMetres: carriers.candidateSpacingMetres.value,
        alternatives: alternatives(carriers, entry))
    }
    return setups
  }

  /// What else than its main carrier a site can be given.
  private func alternatives(
    _ carriers: MorphologyEntry.Carriers, _ entry: MorphologyEntry
  ) -> [StationChoice] {
    (carriers.alternatives ?? []).map { choice in
      StationChoice(
        choice.carriers.compactMap { bands.configuration($0) },
        heightMetres: choice.heightMetres?.value ?? entry.baseStationHeightMetres.value)
    }
  }

  /// Heights that choices ask for beside those of their morphologies, whole metres.
  var choiceHeightsMetres: Set<Int> {
    Set(
      morphologies.morphologies.flatMap { entry in
        NetworkGroup.allCases.flatMap { entry.carriers($0).alternatives ?? [] }
      }.compactMap { $0.heightMetres.map { ReachBook.rounded(heightMetres: $0.value) } })
  }

  /// - Throws: DR-313 for alternatives that cannot be built.
  func checkAlternatives(path: String) throws(UserError) {
    for entry in morphologies.morphologies {
      for group in NetworkGroup.allCases {
        for choice in entry.carriers(group).alternatives ?? [] {
          let known = choice.carriers.compactMap { bands.configuration($0) }
          guard !known.isEmpty, known.count == choice.carriers.count,
            Set(known.map(\.band)).count == known.count
          else {
            throw UserError(
              "DR-313", .badData,
              at: "\(path): \(entry.morphology.rawValue).\(group.rawValue).alternatives",
              "the carriers are [\(choice.carriers.joined(separator: ", "))]",
              remedy: "name configurations of the bands book, each of another band")
          }
        }
      }
    }
  }
}
