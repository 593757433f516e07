public import Radio
import Geometry
import Territory

/// Sites of a register with what is to be said of its rows.
public struct RegisterResult: Sendable {
  /// What was read as what, and what became of every row.
  public let report: RegisterReport
  let sites: RegisterSites
  let ids: WordTable
  let configurations: [RegisterRules.Configuration]
  let problems: [RegisterProblem]
  let table: DelimitedTable
  /// Title of the column that a field was read from.
  let titles: [String: String]

  private static let blockSites = 1 << 14
  private static let blockProblems = 1 << 15
  /// Bytes of a value that are shown.
  private static let shownBytes = 120

  /// The sites in the form that ``SiteFile`` reads: a row for each site and configuration, in the order of the sites'
  /// first lines; degrees of EPSG:4490 to 1e-7.
  public func sitesCSV(threads: Int = 1) -> [UInt8] {
    var bytes = Array("id,lon,lat,group,configuration,height_m,azimuths\n".utf8)
    let count = sites.sites.count
    let parts = ConcurrentMap.map(
      count: (count + Self.blockSites - 1) / Self.blockSites, threads: threads
    ) { block in
      let first = block * Self.blockSites
      let range = first..<min(first + Self.blockSites, count)
      var csv = RegisterCSV(reserving: 90 * range.count)
      for site in sites.sites[range] { append(site, to: &csv) }
      return csv.bytes
    }
    bytes.reserveCapacity(parts.reduce(bytes.count) { $0 + $1.count })
    for part in parts { bytes += part }
    return bytes
  }

  private func append(_ site: RegisterSite, to csv: inout RegisterCSV) {
    for index in sites.configurations[site.configurations] {
      csv.append(text: ids[Int(site.id)])
      csv.append(site.position.longitude, decimals: 7)
      csv.append(site.position.latitude, decimals: 7)
      csv.append(plain: site.group.rawValue)
      csv.append(text: configurations[Int(index)].name.utf8)
      if site.heightMetres.isNaN {
        csv.appendEmpty()
      } else {
        csv.append(site.heightMetres, decimals: 2, isShort: true)
      }
      if site.isOmnidirectional {
        csv.append(plain: SectorLayout.omnidirectional.description)
      } else {
        csv.append(azimuths: sites.azimuths[site.azimuths])
      }
      csv.end()
    }
  }

  private func layout(_ site: RegisterSite) -> SectorLayout? {
    if site.isOmnidirectional { return .omnidirectional }
    guard !site.azimuths.isEmpty else { return nil }
    return SectorLayout(azimuthsDegrees: Array(sites.azimuths[site.azimuths]))
  }

  /// The sites as ``SiteFile`` gives them, by group and id.
  ///
  /// - Parameter defaultHeightMetres: where the register gives none.
  public func sites(defaultHeightMetres: Double = 25) -> [Site] {
    sites.sites.map { site in
      Site(
        id: String(decoding: ids[Int(site.id)], as: UTF8.self), position: site.position,
        group: site.group,
        configurations: sites.configurations[site.configurations].map {
          configurations[Int($0)].name
        }.sorted(),
        heightMetres: site.heightMetres.isNaN ? defaultHeightMetres : site.heightMetres,
        sectors: layout(site) ?? .threeSectors, status: .existing, kind: .measured,
        settlement: nil)
    }.sorted { ($0.group, $0.id) < ($1.group, $1.id) }
  }

  /// All that is to be said of rows, by line: what became of the row, why, which column and value, the line of the
  /// other row and the distance that it is about.
  public func problemsCSV(threads: Int = 1) -> [UInt8] {
    var bytes = Array("line,outcome,reason,column,value,other_line,distance_m\n".utf8)
    let count = problems.count
    let parts = ConcurrentMap.map(
      count: (count + Self.blockProblems - 1) / Self.blockProblems, threads: threads
    ) { block in
      let first = block * Self.blockProblems
      let range = first..<min(first + Self.blockProblems, count)
      var csv = RegisterCSV(reserving: 80 * range.count)
      for problem in problems[range] { append(problem, to: &csv) }
      return csv.bytes
    }
    for part in parts { bytes += part }
    return bytes
  }

  private func append(_ problem: RegisterProblem, to csv: inout RegisterCSV) {
    csv.append(Int(problem.line))
    csv.append(text: problem.reason.outcome.rawValue.utf8)
    csv.append(text: problem.reason.rawValue.utf8)
    csv.append(text: (titles[problem.reason.field] ?? "").utf8)
    csv.append(text: shown(problem.value))
    if problem.otherLine > 0 { csv.append(Int(problem.otherLine)) } else { csv.appendEmpty() }
    if problem.metres.isFinite {
      csv.append(Double(problem.metres), decimals: 0)
    } else {
      csv.appendEmpty()
    }
    csv.end()
  }

  /// A value, cut before a character that would not be whole.
  private func shown(_ value: Range<Int>) -> ArraySlice<UInt8> {
    guard value.count > Self.shownBytes else { return table.bytes[value] }
    var end = value.lowerBound + Self.shownBytes
    while end > value.lowerBound, table.bytes[end] & 0xC0 == 0x80 { end -= 1 }
    return table.bytes[value.lowerBound..<end]
  }
}
