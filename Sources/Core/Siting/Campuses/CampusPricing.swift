import Territory

/// Prices the network of a campus by the book.
struct CampusPricing {
  let book: IndustryBook

  /// - Parameters:
  ///   - heads: of the indoor system, all layers.
  ///   - stations: outside, all layers.
  func configuration(
    _ choice: CampusChoice, _ heads: Int, _ stations: Int, usesMacro: Bool = true
  ) -> CampusConfiguration {
    let (indoor, outdoor, parts) = (book.radio.indoor, book.radio.outdoor, book.parts)
    let basebands = Int((Double(heads) / indoor.headsPerBaseband.value).rounded(.up))
    var yuan =
      Double(heads) * (indoor.headYuan.value + indoor.cablingYuan.value)
      + Double(basebands) * indoor.basebandYuan.value
      + Double(stations) * outdoor.stationYuan.value
    var kilowatts =
      Double(heads) * indoor.headKilowatts.value
      + Double(basebands) * indoor.basebandKilowatts.value
      + Double(stations) * outdoor.stationKilowatts.value
    var days =
      Double(heads) * indoor.headDays.value + Double(stations) * outdoor.stationDays.value
    var list: Set<CampusPart> = []
    func add(
      _ part: CampusPart, yuan more: Double = 0, kilowatts power: Double = 0, days work: Double = 0
    ) {
      list.insert(part)
      yuan += more
      kilowatts += power
      days += work
    }
    if choice.indoor.isDedicated { add(.indoorSystem) }
    if choice.indoor.layers == 2 { add(.secondIndoor) }
    if choice.outdoor.isDedicated { add(.outdoorStations) }
    if choice.outdoor.layers == 2 { add(.secondOutdoor) }
    switch choice.core {
    case .shared: break
    case .slice: add(.slice, yuan: parts.sliceYuan.value, days: parts.sliceDays.value)
    case .private:
      add(
        .privateCore, yuan: parts.privateCoreYuan.value,
        kilowatts: parts.privateCoreKilowatts.value, days: parts.privateCoreDays.value)
    }
    // A private core has its own user plane.
    if choice.hasEdge, choice.core != .private {
      add(
        .edgeNode, yuan: parts.edgeYuan.value, kilowatts: parts.edgeKilowatts.value,
        days: parts.edgeDays.value)
    }
    if choice.hasPositioning {
      add(
        .positioning, yuan: book.positioning.serverYuan.value, days: parts.positioningDays.value)
    }
    return CampusConfiguration(
      parts: CampusPart.allCases.filter(list.contains), heads: heads, basebands: basebands,
      outdoorStations: stations, costYuan: Int(yuan.rounded()), kilowatts: kilowatts,
      crewDays: Int(days.rounded(.up)),
      fibreMetres: Int((Double(stations) * outdoor.fibreMetres.value).rounded()),
      usesMacro: usesMacro)
  }
}
