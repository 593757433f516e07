import Coverage
import Geometry
import Radio
import Territory

/// The footprints of settlements once for each status that they have over the quarters, as the schedule finishes
/// its packages: what ``StatusTimeline`` shows on the page, read from the files of a run.
enum TimelineLayer {
  /// A package of the schedule that raises a network.
  private struct Rise {
    let finish: Quarter
    let group: NetworkGroup
    let to: CoverageStatus
  }

  /// Features in the order of the settlements, each settlement's in order of time: `from` is the first quarter with
  /// the status, `until` the last, null for the one that it keeps.
  ///
  /// - Parameter first: quarter that the first status begins with.
  static func features(
    settlements: [GeoJSONFeature], packages: [GeoJSONFeature], from first: Quarter?
  ) -> [GeoJSONFeature] {
    let rises = rises(packages)
    var features: [GeoJSONFeature] = []
    for settlement in settlements {
      let known = settlement.properties
      var statuses: [NetworkGroup: CoverageStatus] = [:]
      for group in NetworkGroup.allCases {
        statuses[group] = known["\(group.rawValue)_status"]?.string.flatMap(CoverageStatus.init)
      }
      guard var status = known["status"]?.string.flatMap(CoverageStatus.init) else { continue }
      var periods = [(status: status, from: first)]
      for rise in known["id"]?.string.flatMap({ rises[$0] }) ?? [] {
        guard let standing = statuses[rise.group] else { continue }
        statuses[rise.group] = max(standing, rise.to)
        let lowest = statuses.values.min() ?? status
        guard lowest > status else { continue }
        status = lowest
        // What is finished in the first quarter or before it is there from the start.
        let from = first.map { max($0, rise.finish) } ?? rise.finish
        if let last = periods.last, last.from == from { periods.removeLast() }
        periods.append((status, from))
      }
      for (index, period) in periods.enumerated() {
        let next = index + 1 < periods.count ? periods[index + 1].from : nil
        features.append(
          GeoJSONFeature(
            geometry: settlement.geometry,
            properties: [
              "id": known["id"] ?? .null, "name": known["name"] ?? .null,
              "kind": known["kind"] ?? .null, "population": known["population"] ?? .null,
              "data_kind": known["data_kind"] ?? .null,
              "footprint_kind": known["footprint_kind"] ?? .null,
              "status": .string(period.status.rawValue),
              "from": period.from.map { .string($0.description) } ?? .null,
              "until": next.map { .string($0.advanced(by: -1).description) } ?? .null,
            ]))
      }
    }
    return features
  }

  /// Rises by settlement in order of time.
  private static func rises(_ packages: [GeoJSONFeature]) -> [String: [Rise]] {
    var rises: [String: [Rise]] = [:]
    for package in packages {
      let known = package.properties
      guard let settlement = known["settlement"]?.string,
        let finish = known["finish"]?.string.flatMap({ Quarter($0) }),
        let group = known["group"]?.string.flatMap(NetworkGroup.init),
        let to = known["to"]?.string.flatMap(CoverageStatus.init)
      else { continue }
      rises[settlement, default: []].append(Rise(finish: finish, group: group, to: to))
    }
    return rises.mapValues { own in
      own.sorted { ($0.finish, $0.group.rawValue, $0.to) < ($1.finish, $1.group.rawValue, $1.to) }
    }
  }
}
