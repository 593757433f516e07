import Coverage
import Geometry
import Radio
import Territory

/// A square city of 500 by 500 cells with a 3.5 GHz UMa network.
struct BenchmarkWorld {
  private let place: AssessedPlace
  private let model: UrbanMacro
  private let budget: LinkBudget
  private let carrier: CarrierLevel
  private static let cell = 50.0
  private static let side = 500

  init() throws {
    let origin = Coordinate(longitude: 112, latitude: 34)
    let frame = Albers.china.localFrame(at: origin)
    let half = Double(Self.side) * Self.cell / 2
    let ring = [(-half, -half), (half, -half), (half, half), (-half, half), (-half, -half)].map {
      Albers.china.unproject(frame.plane(Coordinate(x: $0.0, y: $0.1)))
    }
    let settlement = Settlement(
      id: "bench", name: "bench", kind: .city, countyAdcode: nil, prefectureAdcode: "bench",
      provinceAdcode: "bench", population: 5_000_000, populationKind: .modelled,
      morphology: .urban,
      seats: [Seat(position: origin, population: 5_000_000, positionKind: .modelled)],
      footprint: try Geometry.polygon(shell: ring, holes: []), footprintKind: .modelled,
      areaSquareMetres: 4 * half * half)
    place = AssessedPlace(settlement, cellMetres: Self.cell)
    model = try UrbanMacro(carrierGHz: 3.5, baseStationHeightMetres: 25, userHeightMetres: 1.5)
    budget = try LinkBudget(
      conductedPowerWatts: 200, resourceBlocks: 273, subcarrierSpacingKHz: 30, ssbGainDBi: 18)
    carrier = CarrierLevel(
      band: "n78",
      level: try SectorLevel(
        model: model, budget: budget, pattern: .element, heightDifferenceMetres: 23.5,
        limitMetres: 5000),
      noiseDBm: budget.noisePerResourceElementDBm, model: "uma",
      capacity: try CellCapacity(
        bandwidthMHz: 100, downlinkShare: 0.7, spatialMultiplexing: 4.5),
      uplinkLessDownlinkDB: [0], thresholdsDBm: [-105])
  }

  /// TR 38.901 with walls and way inside: probability of service outdoors and indoors of every cell
  /// for each of 200 masts within the model's range.
  func probability() throws -> JSONValue {
    func table(_ kind: ServiceProbability.Place) throws -> ServiceTable {
      try ServiceTable(
        ServiceProbability(model: model, budget: budget, thresholdDBm: -105, place: kind))
    }
    let outdoors = try table(.outdoors)
    let indoors = try table(.indoors(highLossShare: 0.65))
    var best = [Float](repeating: 0, count: place.grid.cellCount)
    var inside = best
    var points = 0
    let masts = self.masts(200)
    let seconds = ProcessorTime.measure {
      for mast in masts {
        // What lies beyond the model's range is no point of it.
        mast.forEachRow(of: place.grid, withinMetres: model.validDistanceMetres.upperBound) {
          cells, row in
          RowKernel.raise(&best, &inside, cells: cells, row, outdoors, indoors)
          points += cells.count
        }
      }
    }
    return [
      "cells": .int(place.grid.cellCount), "masts": .int(masts.count), "points": .int(points),
      "processor_seconds": .rounded(seconds, decimals: 4),
      "points_per_second": .int(Int(Double(points) / seconds)), "target": 200_000_000,
      "peers":
        "crc-covlib 4.6.2 free space 201000, Extended Hata 153000; none has TR 38.901 with O2I",
      "checksum": .rounded(Double(best.reduce(0, +) + inside.reduce(0, +)), decimals: 2),
    ]
  }

  /// What audits and plans count with: whether each cell within reach of each of 2000 masts is served
  /// outdoors, and inside buildings, by sectors and TR 38.901 with walls and way inside.
  func contours() throws -> JSONValue {
    func contour(_ kind: ServiceProbability.Place) -> ServiceContour {
      ServiceContour(
        ServiceProbability(
          model: model, budget: budget, thresholdDBm: -105, place: kind,
          sector: .init(.element, heightDifferenceMetres: 23.5)), probability: 0.75)
    }
    let antenna = SectorAntenna(.element, .threeSectors)
    let layers = [contour(.outdoors), contour(.indoors(highLossShare: 0.65))]
    var masks = layers.map { _ in CoverageMask(place.grid) }
    let masts = self.masts(2000)
    var points = 0
    for mast in masts {
      for layer in layers {
        mast.forEachRow(of: place.grid, withinMetres: layer.widestMetres) { cells, _ in
          points += cells.count
        }
      }
    }
    let seconds = ProcessorTime.measure {
      for mast in masts {
        for index in layers.indices {
          masks[index].add(
            SiteFootprint(placement: mast, antenna: antenna, contour: layers[index]),
            in: place.grid)
        }
      }
    }
    return [
      "masts": .int(masts.count), "points": .int(points),
      "processor_seconds": .rounded(seconds, decimals: 4),
      "points_per_second": .int(Int(Double(points) / seconds)),
      "served": .int(masks.reduce(0) { $0 + $1.servedCount }),
    ]
  }

  /// Best server, SS-RSRP and power of all of three sectors a mast.
  func surface() throws -> JSONValue {
    var surface = CarrierSurface(place.grid, reachMetres: 5000)
    let masts = self.masts(200)
    var points = 0
    let seconds = ProcessorTime.measure {
      for mast in masts {
        surface.add(transmitter(mast))
      }
    }
    for mast in masts {
      mast.forEachRow(of: place.grid, withinMetres: 5000) { cells, _ in points += cells.count }
    }
    var sinr: [Float] = []
    let sinrSeconds = ProcessorTime.measure {
      sinr = SectorKernel.sinr(
        best: surface.best, total: surface.total, noiseDBm: carrier.noiseDBm, load: 0.5)
    }
    return [
      "masts": .int(masts.count), "sectors_a_mast": 3, "points": .int(points),
      "processor_seconds": .rounded(seconds, decimals: 4),
      "sector_points_per_second": .int(Int(3 * Double(points) / seconds)),
      "sinr_points_per_second": .int(Int(Double(sinr.count) / max(sinrSeconds, 1e-9))),
      "checksum": .rounded(Double(sinr.reduce(0, +)), decimals: 1),
    ]
  }

  /// Adding and removing one site of a settlement that has ten thousand.
  func oneSite() throws -> JSONValue {
    let contour = ServiceContour(
      ServiceProbability(
        model: model, budget: budget, thresholdDBm: -105, place: .outdoors,
        sector: .init(.element, heightDifferenceMetres: 23.5)), probability: 0.75)
    let layers = [CoverageLayer(place: .outdoor, thresholdDBm: -105, pointProbability: 0.75)]
    let reach = StationReach(pattern: .element, contours: [contour], carrier: carrier)
      .facing(.threeSectors)
    let distance = NetworkSurface.reachMetres(
      sites: 10_000, areaSquareMetres: place.grid.areaSquareMetres)
    var state = CoverageState(
      place, layers: layers, surface: NetworkSurface(place.grid, reachMetres: distance))
    let masts = self.masts(10_000)
    let whole = ProcessorTime.measure {
      for mast in masts { state.add(reach, at: mast, isOwn: true) }
    }
    let more = self.masts(200)
    var handles: [CoverageState.Handle] = []
    let adding = ProcessorTime.measure {
      for mast in more { handles.append(state.add(reach, at: mast, isOwn: true)) }
    }
    let removing = ProcessorTime.measure { for handle in handles { state.remove(handle) } }
    return [
      "sites": .int(masts.count), "cells": .int(place.grid.cellCount),
      "reach_metres": .rounded(distance, decimals: 0),
      "all_sites_seconds": .rounded(whole, decimals: 3),
      "add_milliseconds": .rounded(adding * 1000 / 200, decimals: 4), "target_milliseconds": 1,
      "remove_milliseconds": .rounded(removing * 1000 / 200, decimals: 4),
    ]
  }

  /// Places on a lattice over the city, every so many of it.
  private func masts(_ count: Int) -> [SitePlacement] {
    let spacing = (place.grid.areaSquareMetres * 1.1547 / Double(count)).squareRoot()
    return place.latticePoints(spacingMetres: spacing).prefix(count).map {
      SitePlacement(at: Albers.china.unproject($0))
    }
  }

  private func transmitter(_ mast: SitePlacement) -> Transmitter {
    Transmitter(
      placement: mast, antenna: SectorAntenna(.element, .threeSectors), carrier: carrier,
      isOwn: true)
  }
}
