import Foundation
import TestSupport
import Testing

/// `deepreach audit --key-places`, as a user runs it: two places beside a mast of their own and one far away.
@Suite struct KeyPlaceTests {
  private let scratch: Scratch

  init() throws {
    scratch = try Scratch()
    try scratch.file(
      "sites.csv",
      """
      id,lon,lat,group,configuration,height_m,azimuths
      a,122.20,30.24,mobile,n41-64T64R,30,0;120;240

      """)
    try scratch.file(
      "places.csv",
      """
      编号,名称,类别,经度,纬度
      h,=HYPERLINK(1),医院,122.2003,30.2403
      h,=HYPERLINK(1),医院,122.2003,30.2403
      s,中学,学校,122.2003,30.2403
      s,中学,学校,122.10,30.32
      x,杭州站,车站,120.18,30.24

      """)
  }

  @Test func allKeyPointsMustBeServed() throws {
    let outcome = try Tool.run(
      [
        "audit", "--region", "岱山县", "--standard", "signal-upgrade-2025", "--sites", "sites.csv",
        "--key-places", "places.csv", "-o", "run",
      ], in: scratch.url)
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(outcome.output.contains("1 of 2 covered (50.00%), less than asked"))
    #expect(outcome.output.contains("0 of 2 covered"))
    #expect(outcome.output.contains("1 lie outside the regions asked for"))
    let rows = try scratch.text("run/key-places.csv").split(separator: "\n").map(String.init)
    #expect(rows.count == 5)
    #expect(rows[1].hasPrefix("h,'=HYPERLINK(1),hospital,330000,330900,330921,"))
    #expect(rows[1].hasSuffix("mobile,1,1,true") && rows[2].hasSuffix("unicom,1,0,false"))
    #expect(rows[3].hasSuffix("mobile,2,1,false") && rows[4].hasSuffix("unicom,2,0,false"))
    #expect(try scratch.text("run/key-points.geojson").contains("\"served_mobile\":true"))
    #expect(try scratch.text("run/run.json").contains("places.csv"))
    #expect(try Tool.run(["verify", "run"], in: scratch.url).status == 0)
  }

  @Test(arguments: [
    (["--standard", "taiyuan-2018"], "DR-466"), (["--region", "西藏"], "DR-467"),
    (["--key-places-crs", "mars"], "DR-110"), (["--key-places", "none.csv"], "DR-210"),
  ])
  func mistakesAreRefused(arguments: [String], code: String) throws {
    var all = ["audit", "-o", "run"] + arguments
    for (option, value) in [
      ("--region", "岱山县"), ("--standard", "signal-upgrade-2025"), ("--key-places", "places.csv"),
    ] where !all.contains(option) {
      all += [option, value]
    }
    let outcome = try Tool.run(all, in: scratch.url)
    #expect(outcome.status != 0 && outcome.errors.contains("[\(code)"), "\(outcome.errors)")
  }
}
