import Coverage
import Geometry
import Radio
import Territory

/// Puts the demand of many settlements over one list of candidates: what a planner brought is one
/// candidate wherever it serves, a point of the lattice belongs to its settlement.
struct RegionAssembly {
  private(set) var stations: [RegionStation] = []
  private(set) var sites: [CandidateSite] = []
  /// Demands of each settlement among those of the layer.
  private(set) var ranges: [Range<Int>] = []
  private(set) var rowOfDemand: [Int32] = []
  private(set) var weights = WeightSummary()
  private(set) var merger: RowMerger

  private var isRequired: [Bool] = []
  private var masts: [Int] = []
  private var mastCount = 0
  private var mastByID: [String: Int] = [:]
  private var known: [Key: Int32] = [:]
  private var requiredMasts: Set<String> = []

  /// What makes two choices at a brought candidate one.
  private struct Key: Hashable {
    let id: String
    let carriers: [String]
    let heightMetres: Double
  }

  init(_ demands: [SettlementDemand]) {
    merger = RowMerger(expecting: demands.reduce(0) { $0 + $1.unservedCells })
    for (index, demand) in demands.enumerated() { add(demand, index) }
    var sizes = [Int](repeating: 0, count: mastCount)
    for mast in masts { sizes[mast] += 1 }
    // A group of one excludes nothing, and groups make the search slower.
    sites = stations.indices.map { station in
      CandidateSite(
        cost: stations[station].costYuan, status: isRequired[station] ? .required : .free,
        exclusiveGroup: sizes[masts[station]] > 1 ? masts[station] : nil)
    }
  }

  private mutating func add(_ demand: SettlementDemand, _ index: Int) {
    let (candidates, lists) = (demand.candidates, demand.byCandidate)
    let mustBeBuilt = newlyRequired(candidates)
    var numbers = [Int32](repeating: -1, count: candidates.count)
    for site in 0..<candidates.siteCount {
      var mast = candidates.sites[site].brought.flatMap { mastByID[$0.id] }
      for choice in candidates.choices.indices {
        let candidate = candidates.first(site: site) + choice
        let isRequired = mustBeBuilt.contains(candidate)
        guard lists.length(candidate) > 0 || isRequired else { continue }
        let own = mast ?? nextMast(candidates.sites[site].brought?.id)
        mast = own
        let number = station(candidate, demand, index, mast: own)
        if isRequired { self.isRequired[Int(number)] = true }
        stations[Int(number)].reachedPeople +=
          Double(lists.length(candidate)) * demand.peoplePerCell
        numbers[candidate] = number
      }
    }
    addRows(demand, numbers)
  }

  private mutating func nextMast(_ id: String?) -> Int {
    if let id { mastByID[id] = mastCount }
    mastCount += 1
    return mastCount - 1
  }

  /// Required ones that no settlement before has required: each is built once.
  private mutating func newlyRequired(_ candidates: SettlementCandidates) -> Set<Int> {
    Set(
      candidates.required.filter { candidate in
        let id = candidates.sites[candidates.site(candidate)].brought?.id
        return id.map { requiredMasts.insert($0).inserted } ?? true
      })
  }

  private mutating func station(
    _ candidate: Int, _ demand: SettlementDemand, _ index: Int, mast: Int
  ) -> Int32 {
    let candidates = demand.candidates
    let place = candidates.sites[candidates.site(candidate)]
    let choice = candidates.choices[candidates.choice(candidate)]
    let height = place.brought?.heightMetres ?? choice.heightMetres
    let number = Int32(stations.count)
    if let id = place.brought?.id {
      let key = Key(id: id, carriers: choice.carriers.map(\.name), heightMetres: height)
      if let same = known[key] { return same }
      known[key] = number
    }
    stations.append(
      RegionStation(
        settlement: index,
        name: candidates.name(candidate, settlement: demand.settlement.id),
        position: place.position, carriers: choice.carriers, heightMetres: height,
        candidate: place.brought, costYuan: candidates.price(candidate)))
    isRequired.append(false)
    masts.append(mast)
    return number
  }

  private mutating func addRows(_ demand: SettlementDemand, _ numbers: [Int32]) {
    let start = rowOfDemand.count
    let lists = demand.byCandidate.transposed(width: demand.unservedCells)
    let weight = demand.peoplePerCell
    for cell in 0..<demand.unservedCells {
      weights.add(weight)
      guard lists.length(cell) > 0, weight > 0 else {
        rowOfDemand.append(-1)
        continue
      }
      // A candidate that an earlier settlement has already comes before those of this one.
      let row = lists[cell].map { numbers[Int($0)] }.sorted()
      rowOfDemand.append(row.withUnsafeBufferPointer { merger.add($0, weight: weight) })
    }
    ranges.append(start..<rowOfDemand.count)
  }
}
