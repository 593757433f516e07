import Foundation
import Radio
import Territory

/// The import of a register once more, by strings and dictionaries, for tables of known columns in degrees of
/// CGCS2000: id, lon, lat, operator, band, height, azimuth, status, tilt. It shares no code with the other.
struct RegisterTwin {
  struct Site: Equatable {
    var x: Double
    var y: Double
    var configurations: Set<String>
    var heights: [Double]
    var azimuths: Set<Double>
    var isOmnidirectional = false
  }

  private(set) var sites: [String: Site] = [:]
  private(set) var rows = 0
  private(set) var refused: [Int] = []
  private(set) var leftOut: [Int] = []

  private static let operators = ["移动": "mobile", "中国移动": "mobile", "电信": "unicom"]
  private static let bands = [
    "mobile": ["n41": "n41-64T64R", "2.6GHz": "n41-64T64R", "700M": "n28-4T4R"],
    "unicom": ["n78": "n78-64T64R", "3.5G": "n78-64T64R"],
  ]

  init(_ text: String) {
    var seen: Set<String> = []
    for (index, line) in text.components(separatedBy: "\n").enumerated().dropFirst() {
      let number = index + 1
      if line.allSatisfy({ $0 == "," || $0 == " " }) { continue }
      rows += 1
      let cells = line.components(separatedBy: ",").map {
        let cell = $0.trimmingCharacters(in: .whitespaces)
        return ["nan", "null", "-"].contains(cell.lowercased()) ? "" : cell
      }
      switch Self.outcome(cells) {
      case .refused: refused.append(number)
      case .leftOut: leftOut.append(number)
      case .site(let key, let site):
        if !seen.insert(line).inserted {
          leftOut.append(number)
        } else if let known = sites[key] {
          if abs(known.x - site.x) > 0.001 || abs(known.y - site.y) > 0.001 {
            refused.append(number)
          } else {
            merge(site, key)
          }
        } else {
          sites[key] = site
        }
      }
    }
  }

  private mutating func merge(_ site: Site, _ key: String) {
    sites[key]?.configurations.formUnion(site.configurations)
    sites[key]?.heights += site.heights
    sites[key]?.azimuths.formUnion(site.azimuths)
    if site.isOmnidirectional { sites[key]?.isOmnidirectional = true }
  }

  private enum Outcome {
    case refused
    case leftOut
    case site(String, Site)
  }

  private static func outcome(_ cells: [String]) -> Outcome {
    guard cells.count == 9 else { return .refused }
    if ["退网", "规划"].contains(cells[7]) { return .leftOut }
    guard let group = operators[cells[3]], let x = Double(cells[1]), let y = Double(cells[2]),
      x.isFinite, y.isFinite, (73...136).contains(x), (3...54).contains(y),
      let configuration = bands[group]?[cells[4]]
    else { return .refused }
    var site = Site(x: x, y: y, configurations: [configuration], heights: [], azimuths: [])
    if let height = Double(cells[5]), (1...500).contains(height) { site.heights = [height] }
    if cells[6] == "全向" {
      site.isOmnidirectional = true
    } else if !cells[6].isEmpty {
      guard let azimuth = Double(cells[6]), (0...360).contains(azimuth) else { return .refused }
      site.azimuths = [azimuth == 360 ? 0 : azimuth]
    }
    return .site(cells[0] + "/" + group, site)
  }

  /// The site as the other should have it.
  static func expected(_ site: Site) -> (height: Double, sectors: SectorLayout) {
    var counts: [Double: Int] = [:]
    for height in site.heights { counts[height, default: 0] += 1 }
    let most = counts.values.max() ?? 0
    let height = counts.filter { $0.value == most }.keys.min() ?? 25
    if !site.azimuths.isEmpty {
      return (height, SectorLayout(azimuthsDegrees: Array(site.azimuths)))
    }
    return (height, site.isOmnidirectional ? .omnidirectional : .threeSectors)
  }
}
