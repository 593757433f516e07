import Coverage
import Geometry
import Radio
import Territory
import TestSupport
import Testing

@Suite struct RegisterImportTests {
  private typealias Support = RegisterSupport

  @Test func cellsOfAnOperatorsTableBecomeSites() throws {
    let result = try Support.result(
      """
      基站名称,小区名称,经度,纬度,所属区县,运营商,制式,频段,天线挂高(m),方位角,下倾角,发射功率,状态,备注
      甲站,甲1,120.1,30.1,上城区,中国移动,NR,2.6GHz,30,0,6,46,在网,x
      甲站,甲2,120.1,30.1,上城区,中国移动,NR,2.6GHz,30,120,6,46,在网,y
      甲站,甲3,120.1,30.1,上城区,中国移动,NR,700M,30,360,6,46,在网,z
      乙站,乙1,120.6,30.2,西湖区,电信,5G,n78,25.5,90,6,46,已开通,
      丙站,丙1,120.7,30.2,西湖区,移动,LTE,D频段,25,90,6,46,在网,
      """, Support.rules(units: try Support.units()))
    #expect(
      Support.lines(result.sitesCSV()) == [
        "甲站,120.1000000,30.1000000,mobile,n41-64T64R,30,0;120",
        "甲站,120.1000000,30.1000000,mobile,n28-4T4R,30,0;120",
        "乙站,120.6000000,30.2000000,unicom,n78-64T64R,25.5,90",
      ])
    let report = result.report
    #expect(report.rowsRead == 5)
    #expect(report.kept == 4 && report.leftOut == 1 && report.refused == 0)
    #expect(Support.reasons(result) == ["6 otherTechnology"])
    #expect(report.sites == [.mobile: 1, .unicom: 1])
    #expect(report.stations == ["n41-64T64R": 1, "n28-4T4R": 1, "n78-64T64R": 1])
    #expect(report.unusedColumns == ["备注"])
    #expect(report.columns.first?.field == "id")
    #expect(report.columns.first?.title == "基站名称")
    #expect(report.columns.first?.origin == .guessed)
    #expect(
      Support.lines(result.problemsCSV()) == ["6,left out,not 5G,制式,LTE,,"])
  }

  @Test func everyRefusalNamesItsLine() throws {
    let result = try Support.result(
      """
      id,lon,lat,operator,band,height,azimuth,unit
      a,120.1,30.1,移动,n41,30,0,上城区
      b,120.1
      c,,30.1,移动,n41,30,0,
      d,x,30.1,移动,n41,30,0,
      e,0,0,移动,n41,30,0,
      f,200,95,移动,n41,30,0,
      g,30.1,120.1,移动,n41,30,0,
      h,120.1,30.1,铁塔,n41,30,0,
      i,120.1,30.1,移动,n257,30,0,
      j,120.1,30.1,移动,n78,30,0,
      k,120.1,30.1,移动,n41,30,361,
      l,120.1,30.1,移动,n41,30,-1,
      a,120.2,30.1,移动,n41,30,0,
      m,NaN,30.1,移动,n41,30,0,
      n,inf,30.1,移动,n41,30,0,
      a,120.1,30.1,移动,n41,30,0,上城区
      "o,120.1,30.1,移动,n41,30,0,
      """)
    #expect(
      Support.reasons(result)
        == [
          "3 cells", "4 noPosition", "5 positionText", "6 nullPosition", "7 noSuchPlace",
          "8 exchanged", "9 group", "10 band", "11 bandOfGroup", "12 azimuth", "13 azimuth",
          "14 twoPlaces", "15 noPosition", "16 positionText", "17 duplicate", "18 quote",
        ])
    #expect(result.report.kept == 1)
    #expect(result.report.rowsRead == 17)
    let problems = Support.lines(result.problemsCSV())
    let apart = Int((0.1 * EllipsoidDegree(at: 30.1).eastMetres).rounded())
    #expect(problems.contains("14,refused,a site at two places,lon,,2,\(apart)"))
    #expect(problems.contains("17,left out,the same as another row,,,2,"))
    #expect(problems.contains("9,refused,unknown operator,operator,铁塔,,"))
  }

  @Test func whatCanBeRepairedIsAndIsSaid() throws {
    let result = try Support.result(
      """
      id,lon,lat,operator,band,height,azimuth,tilt,power,unit,status
      a,120.1,30.1,移动,n41,30,0,3,46,上城区,在网
      a,120.1,30.1,移动,n41,35,120,3,46,上城区,在网
      a,120.1,30.1,移动,n41,35,240,3,46,上城区,在网
      b,30.2,120.2,移动,n41,600,,3,46,上城区,在网
      c,120.3,30.3,移动,n41,-,全向,50,320,西湖区,在网
      d,120.3,30.4,移动,n41,25m,90°,,,上城区,奇怪
      e,120.4,30.4,移动,n41,25,0;120/240,,,某区,在网
      f,120.40001,30.4,移动,n41,25,0,,,,在网
      f,120.4002,30.4,移动,n41,25,90,,,,在网
      """, Support.rules(units: try Support.units(), repairs: true))
    #expect(
      Support.lines(result.sitesCSV()) == [
        "a,120.1000000,30.1000000,mobile,n41-64T64R,35,0;120;240",
        "b,120.2000000,30.2000000,mobile,n41-64T64R,,",
        "c,120.3000000,30.3000000,mobile,n41-64T64R,,omni",
        "d,120.3000000,30.4000000,mobile,n41-64T64R,25,90",
        "e,120.4000000,30.4000000,mobile,n41-64T64R,25,0;120;240",
        "f,120.4000100,30.4000000,mobile,n41-64T64R,25,0;90",
      ])
    #expect(
      Support.reasons(result)
        == [
          "2 heights", "5 azimuthMissing", "5 exchangedRepaired", "5 heightRange",
          "6 heightMissing", "6 outsideUnit", "6 power", "6 tilt", "7 status", "8 unknownUnit",
          "10 places",
        ])
    #expect(result.report.kept == 9)
    #expect(result.report.sitesWithoutHeight == 2)
    let outside = Support.lines(result.problemsCSV()).first { $0.contains("outside the stated") }
    // 0.2 degrees west of 120.5.
    let metres = Int((0.2 * EllipsoidDegree(at: 30.3).eastMetres).rounded())
    #expect(outside == "6,found,outside the stated unit,unit,,,\(metres)")
  }

  @Test func bandsComeFromWordsFrequenciesAndChannels() throws {
    let result = try Support.result(
      """
      id,lon,lat,operator,band,frequency,arfcn,antenna
      a,120.1,30.1,移动,NR n41,,,
      b,120.1,30.2,移动,,2565,,8T8R
      c,120.1,30.3,移动,,2.6,,
      d,120.1,30.4,移动,,,504990,64TR
      e,120.1,30.5,移动,,,152650,
      f,120.1,30.6,联通,3.5G,,,
      g,120.1,30.7,联通,78,,,
      h,120.1,30.8,联通,,3450 MHz,,
      i,120.1,30.9,电信,,,2130,
      j,120.2,30.1,移动,n41,3500,,
      k,120.2,30.2,移动,,,,
      l,120.2,30.3,移动,n41,,,AAU5613
      m,120.2,30.4,移动,2.6,,,
      n,120.2,30.5,移动,2565MHz,,,
      o,120.2,30.6,移动,41,,,
      """, Support.rules(assumed: [.mobile: "n28"]))
    let configurations = Dictionary(
      uniqueKeysWithValues: result.sites().map { ($0.id, $0.configurations) })
    #expect(
      configurations == [
        "a": ["n41-64T64R"], "b": ["n41-8T8R"], "c": ["n41-64T64R"], "d": ["n41-64T64R"],
        "e": ["n28-4T4R"], "f": ["n78-64T64R"], "g": ["n78-64T64R"], "h": ["n78-64T64R"],
        "i": ["n1-4T4R"], "j": ["n41-64T64R"], "k": ["n28-4T4R"], "l": ["n41-64T64R"],
        "m": ["n41-64T64R"], "n": ["n41-64T64R"], "o": ["n41-64T64R"],
      ])
    #expect(Support.reasons(result) == ["11 bands", "13 antenna"])
    #expect(result.report.assumedBands.map(\.band) == ["n28"])
    #expect(result.report.assumedBands.map(\.rows) == [1])
  }

  @Test func plannedSitesAreTakenWhenAskedFor() throws {
    let text = """
      id,lon,lat,operator,band,status
      a,120.1,30.1,移动,n41,规划
      b,120.1,30.2,移动,n41,退网
      c,120.1,30.3,移动,n41,现网
      """
    let present = try Support.result(text)
    #expect(present.sites().map(\.id) == ["c"])
    #expect(Support.reasons(present) == ["2 planned", "3 closed"])
    let all = try Support.result(text, Support.rules(planned: true))
    #expect(all.sites().map(\.id) == ["a", "c"])
  }

  @Test func openCellIDIsReadByNetwork() throws {
    let result = try Support.result(
      """
      NR,460,0,9763,100,12,120.1,30.2,1000,5,1,1459692342,1488347104,0
      NR,460,1,9763,100,12,120.1,30.3,1000,5,1,1459692342,1488347104,0
      LTE,460,0,9763,101,12,120.1,30.2,1000,5,1,1459692342,1488347104,0
      NR,262,1,9763,102,12,13.1,52.3,1000,5,1,1459692342,1488347104,0
      """, Support.rules(assumed: [.mobile: "n41", .unicom: "n78"]), system: .stated(.wgs84))
    #expect(result.report.form == .openCellID)
    #expect(
      Support.lines(result.sitesCSV()) == [
        "460-0-9763-100,120.1000000,30.2000000,mobile,n41-64T64R,,",
        "460-1-9763-100,120.1000000,30.3000000,unicom,n78-64T64R,,",
      ])
    #expect(Support.reasons(result) == ["3 otherTechnology", "4 otherCountry"])
    #expect(result.report.assumedBands.map(\.rows) == [1, 1])
  }

  @Test func pointsOfGeoJSONAreSites() throws {
    let result = try Support.result(
      """
      {"type":"FeatureCollection","features":[
       {"type":"Feature","geometry":{"type":"Point","coordinates":[120.1,30.2]},
        "properties":{"site":"a","operator":"CMCC","band":"n41","height":28,"azimuths":[0,180]}},
       {"type":"Feature","geometry":null,"properties":{"site":"b","operator":"CMCC"}}]}
      """)
    #expect(
      Support.lines(result.sitesCSV()) == [
        "a,120.1000000,30.2000000,mobile,n41-64T64R,28,0;180"
      ])
    #expect(Support.reasons(result) == ["3 noPosition"])
  }

  @Test func everySystemGivesTheSamePlace() throws {
    let place = Coordinate(longitude: 120.1234567, latitude: 30.1234567)
    let zone = try #require(GaussKrugerZone(40, width: .threeDegrees))
    let six = try #require(GaussKrugerZone(21, width: .sixDegrees))
    for system in [
      CoordinateSystem.wgs84, .cgcs2000, .gcj02, .bd09, zone.prefixed, zone.unprefixed,
      six.prefixed, six.unprefixed, .epsg(3857),
    ] {
      let written = try CoordinateTransformer(from: system).inverse(place)
      let result = try Support.result(
        "id,x,y,operator,band\na,\(written.x),\(written.y),移动,n41\n", system: .stated(system))
      let site = try #require(result.sites().first)
      #expect(abs(site.position.longitude - place.longitude) < 2e-7, "\(system)")
      #expect(abs(site.position.latitude - place.latitude) < 2e-7, "\(system)")
    }
  }

  @Test func surveyorsNorthBeforeEastIsSeen() throws {
    let zone = try #require(GaussKrugerZone(40, width: .threeDegrees))
    let written = try CoordinateTransformer(from: zone.prefixed).inverse(
      Coordinate(longitude: 120.1, latitude: 30.1))
    let text = "id,x,y,operator,band\na,\(written.y),\(written.x),移动,n41\n"
    let repaired = try Support.result(
      text, Support.rules(repairs: true), system: .stated(zone.prefixed))
    #expect(Support.reasons(repaired) == ["2 exchangedRepaired"])
    #expect(abs((repaired.sites().first?.position.longitude ?? 0) - 120.1) < 1e-6)
    // A guess sees it of the whole table.
    let guessed = try Support.result(text, system: .guessed)
    #expect(guessed.report.guess?.isExchanged == true)
    #expect(guessed.report.system == zone.prefixed)
    #expect(guessed.sites() == repaired.sites())
  }

  @Test func refusesWhatItCannotKnow() throws {
    func code(
      _ text: String, _ rules: RegisterRules = Support.rules(),
      system: RegisterImport.System = .stated(.wgs84)
    ) -> String? {
      userError { try Support.result(text, rules, system: system) }?.code
    }
    let row = "a,120.1,30.1,移动,n41\n"
    #expect(code("id,foo,lat,operator,band\n" + row) == "DR-440")
    #expect(code("id,lon,lat,operator,band\n" + row, system: .unstated) == "DR-441")
    #expect(code("id,lon,lat,operator,band\n" + row, system: .guessed) == "DR-442")
    #expect(
      code("id,lon,lat,operator,band\n" + row + "b\n", Support.rules(strict: true)) == "DR-443")
    #expect(code("id,lon,lat,foo,band\n" + row) == "DR-444")
    #expect(code("id,lon,lat,operator,foo\n" + row) == "DR-445")
    #expect(code("id,lon,lat,operator,band\na,120.1,30.1,x,n41\n") == "DR-446")
    #expect(code("id,lon,lat,operator,band\n") == "DR-446")
    #expect(
      code("id,lon,lat,operator,band\n" + row, Support.rules(assumed: [.unicom: "n41"]))
        == "DR-447")
    #expect(
      code("id,lon,lat,operator,band\n" + row, system: .stated(.epsg(1500))) == "DR-111")
  }
}
