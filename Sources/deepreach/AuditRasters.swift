import Coverage
import Geometry
import Radio
import Reporting
import Territory

/// Rasters and coverage polygons of an audit, on request: one settlement after the other, so that
/// memory does not grow with their number.
struct AuditRasters {
  let scene: Scene
  let present: PresentNetwork

  /// Whether anything is asked for.
  var isEmpty: Bool { scene.settings.rasters.isEmpty && !scene.settings.polygons }

  /// Refuses what the standard leaves empty for every kind of settlement.
  ///
  /// - Throws: DR-387 for a probability, or for outlines, that no criterion of the standard defines.
  static func check(_ scene: Scene) throws(UserError) {
    let places = SettlementKind.allCases.flatMap { kind in
      Assessment(scene.standard, kind: kind).layers.map(\.place)
    }
    func refuse(_ option: String, _ what: String) -> UserError {
      UserError(
        "DR-387", .usage, at: option,
        "the standard \(scene.standard.name) asks for no \(what), so there is nothing to show",
        remedy: "leave it out, or take a standard with such a criterion")
    }
    for quantity in scene.settings.rasters {
      let place: CoverageLayer.Place
      switch quantity {
      case .outdoorProbability: place = .outdoor
      case .indoorProbability: place = .indoor
      default: continue
      }
      guard places.contains(place) else {
        throw refuse("--rasters \(quantity.rawValue)", "\(place.rawValue)-share")
      }
    }
    if scene.settings.polygons, places.isEmpty { throw refuse("--polygons", "share") }
  }

  /// Writes `QUANTITY-SETTLEMENT-GROUP.tif`, `servers.csv` and `coverage.geojson` into a run.
  ///
  /// - Throws: DR-178 or DR-703 when a file cannot be written; what the heights' files throw.
  func write(to draft: RunDraft) throws(UserError) {
    guard !isEmpty, let interference = present.engine.interference else { return }
    var servers = CSVWriter(header: Self.serverColumns)
    var outlines = try GeoJSONWriter(members: ["name": "coverage"])
    for (position, group) in scene.settings.groups.enumerated() {
      let network = present.networks[position]
      for place in present.places {
        let state = try scene.state(of: place, network: network, engine: present.engine)
        guard let rasters = try SettlementRasters(state, interference) else { continue }
        let list = rasters.servers()
        try write(rasters, list, place, group, to: draft)
        if scene.settings.rasters.contains(.bestServer) {
          append(list, place, group, network, to: &servers)
        }
        if scene.settings.polygons {
          for layer in state.layers.indices {
            try outlines.write(
              feature(rasters.outline(ofLayer: layer), state, layer, place, group))
          }
        }
      }
    }
    if scene.settings.rasters.contains(.bestServer) {
      try draft.write(servers.bytes, as: "servers.csv")
    }
    if scene.settings.polygons { try draft.write(outlines.finish(), as: "coverage.geojson") }
  }

  private func write(
    _ rasters: SettlementRasters, _ servers: ServerList, _ place: AssessedPlace,
    _ group: NetworkGroup, to draft: RunDraft
  ) throws(UserError) {
    let settlement = place.settlement
    for quantity in scene.settings.rasters {
      let metadata = RasterMetadata(
        description: quantity.rawValue, unit: quantity.unit.isEmpty ? nil : quantity.unit,
        items: [
          RasterMetadata.Item(name: "SETTLEMENT", value: settlement.id),
          RasterMetadata.Item(name: "GROUP", value: group.rawValue),
          RasterMetadata.Item(name: "NETWORK", value: present.kind.rawValue),
          RasterMetadata.Item(name: "STANDARD", value: scene.standard.name),
        ])
      let name = "\(quantity.rawValue)-\(settlement.id)-\(group.rawValue).tif"
      try draft.write(as: name) { path throws(UserError) in
        try GeoTIFFWriter.write(
          rasters.samples(quantity, servers: servers), on: rasters.grid, metadata: metadata,
          to: path)
      }
    }
  }

  private static let serverColumns = [
    "settlement", "group", "number", "site", "band", "azimuth", "lon", "lat", "cells",
  ]

  private func append(
    _ servers: ServerList, _ place: AssessedPlace, _ group: NetworkGroup, _ network: SiteIndex,
    to table: inout CSVWriter
  ) {
    for entry in servers.entries where network.sites.indices.contains(entry.site) {
      let site = network.sites[entry.site]
      table.append([
        .text(place.settlement.id), .text(group.rawValue), .integer(entry.number), .text(site.id),
        .text(entry.band), entry.azimuthDegrees.map { .decimal($0, decimals: 1) } ?? .empty,
        .decimal(site.position.longitude, decimals: 6),
        .decimal(site.position.latitude, decimals: 6), .integer(entry.cells),
      ])
    }
  }

  private func feature(
    _ outline: Geometry, _ state: CoverageState, _ layer: Int, _ place: AssessedPlace,
    _ group: NetworkGroup
  ) throws(UserError) -> GeoJSONFeature {
    let asked = state.layers[layer]
    let degrees = try outline.mapCoordinates { Albers.china.unproject($0) }
    return GeoJSONFeature(
      geometry: degrees,
      properties: [
        "settlement": .string(place.settlement.id), "name": .string(place.settlement.name),
        "group": .string(group.rawValue), "place": .string(asked.place.rawValue),
        "rsrp_dbm": .rounded(asked.thresholdDBm, decimals: 1),
        "probability": .rounded(asked.pointProbability, decimals: 3),
        "uplink_mbps": asked.uplinkMbps.map { .rounded($0, decimals: 3) } ?? .null,
        "served_share": .rounded(state.masks[layer].share, decimals: 4),
        "area_km2": .rounded(outline.area / 1e6, decimals: 4),
        "data_kind": .string(present.kind.rawValue),
      ])
  }
}
