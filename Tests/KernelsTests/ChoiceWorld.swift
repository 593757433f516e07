import Kernels
import TestSupport

/// Random coverage, with the arrays of a choice of sites.
final class ChoiceWorld {
  let siteCount: Int
  let siteRows: [[Int32]]
  let rowSites: [[Int32]]
  let values: KernelRoom<Double>
  let prices: KernelRoom<Double>
  let holders: KernelRoom<UInt64>
  let isChosen: KernelRoom<UInt8>
  let scores: KernelRoom<Double>
  let groups: KernelRoom<Int32>
  let chosenOfGroup: KernelRoom<Int32>
  private let numbers: [KernelRoom<Int>]
  private let lists: [KernelRoom<Int32>]
  let isTouched: KernelRoom<UInt8>
  let shared: KernelRoom<Double>
  var state: deepreach_choice

  /// - Parameter most: rows at most.
  init(_ random: inout SeededGenerator, rows most: Int = 60) {
    let sites = Int.random(in: 1...40, using: &random)
    let rows = Int.random(in: 1...most, using: &random)
    siteCount = sites
    let rowSites = (0..<rows).map { _ in
      (0..<Int32(sites)).filter { _ in Int.random(in: 0..<6, using: &random) == 0 }
    }
    let siteRows = (0..<Int32(sites)).map { site in
      (0..<Int32(rows)).filter { rowSites[Int($0)].contains(site) }
    }
    (self.rowSites, self.siteRows) = (rowSites, siteRows)
    let worth = (0..<rows).map { _ in Double(Int.random(in: 1...9, using: &random)) }
    values = KernelRoom(worth)
    prices = KernelRoom((0..<sites).map { _ in Double(Int.random(in: 1...4, using: &random)) })
    holders = KernelRoom(rows, of: 0)
    shared = KernelRoom(4 * sites, of: 0)
    isChosen = KernelRoom(sites, of: 0)
    scores = KernelRoom(siteRows.map { $0.reduce(0) { $0 + worth[Int($1)] } })
    groups = KernelRoom((0..<Int32(sites)).map { $0 % 5 == 0 ? -1 : $0 / 3 })
    chosenOfGroup = KernelRoom(sites, of: -1)
    var leaves = 1
    while leaves < sites { leaves *= 2 }
    func starts(_ lists: [[Int32]]) -> [Int] {
      lists.reduce(into: [0]) { $0.append(($0.last ?? 0) + $1.count) }
    }
    numbers = [KernelRoom(starts(siteRows)), KernelRoom(starts(rowSites))]
    lists = [
      KernelRoom(siteRows.flatMap { $0 }), KernelRoom(rowSites.flatMap { $0 }),
      KernelRoom(2 * leaves, of: -1), KernelRoom(sites + 1, of: 0),
    ]
    isTouched = KernelRoom(sites, of: 0)
    state = deepreach_choice(
      site_starts: numbers[0].start, site_rows: lists[0].start, row_starts: numbers[1].start,
      row_sites: lists[1].start, values: values.start, prices: prices.start,
      leaves: Int32(leaves), holders: holders.start,
      is_chosen: isChosen.start, scores: scores.start, tournament: lists[2].start,
      touched: lists[3].start, is_touched: isTouched.start, shared: shared.start,
      visited: 0)
  }

  /// How many chosen sites cover a row.
  func count(_ row: Int) -> Int { Int(holders[row] >> 32) }

  var chosen: [Int] { (0..<siteCount).filter { isChosen[$0] != 0 } }
  var price: Double { chosen.reduce(0) { $0 + prices[$1] } }
  var value: Double {
    (0..<holders.count).reduce(0) { count($1) > 0 ? $0 + values[$1] : $0 }
  }
}
