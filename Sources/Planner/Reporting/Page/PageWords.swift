/// Texts of the page of a plan, in both languages, beside those that the report has as well.
enum PageWords: String, CaseIterable {
  case mapHeading, mapHelp, mapAlternative, quarterLabel, play, pause, now, search, searchNothing
  case legend, noData, colourBy, byStatus, byShare, zoomIn, zoomOut, wholeMap, standing
  case building, planned, people, stations, cost, status, plannedStatus, reaches, failing
  case reasons, leftOut, feasible, notFeasible, priority, deepShare, settlements, inside
  case mapNow, mapThen, review, projection, notDrawn
  case skip, contents, cityTile, countyTile, townTile, moneyTile, gapTile, tileOf, gapNone
  case gapMeaning
  case table, missing, schedule, prices, readiness, costs, caveats, chartStatus, chartCoverage
  case chartSpend, chartGantt, chartHistory, chartPriority, chartCost, chartLimit, spentSeries
  case budgetSeries, usedSeries, amountSeries, publishedSeries, plannedSeries, date
  case covered, energyYear, carbonYear, carbonNote, historyNote, historyRegion, beforeShort
  case afterShort, noSchedule, printNote, capex, opex, crew, equipment
  case limitStations, energy, permits, period, mapList, ganttNote, limitNote
  case tileNone, firstPayment, lastPayment, unitDays, unitStations, unitEnergy, unitPermits
  case unitMoney, bySpend, spendNote, power, campuses, campusSeries, settlementSeries, ofCampuses
  case chartScenarios, runningSeries, newSeries, allSeries

  /// Those that the map's script shows.
  static let map: [PageWords] = [
    .play, .pause, .now, .searchNothing, .noData, .byStatus, .byShare, .standing,
    .building, .planned, .people, .stations, .cost, .status, .plannedStatus, .reaches, .failing,
    .reasons, .leftOut, .feasible, .notFeasible, .priority, .deepShare, .settlements, .inside,
    .legend, .notDrawn,
  ]

  var translation: Translation {
    switch self {
    case .mapHeading: Translation("地图", "Map")
    case .mapHelp:
      Translation(
        "拖动或方向键平移，滚轮、双指或 + − 键缩放，0 键看全图；单击或回车看该处数字与原因，空格播放。",
        "Drag or arrow keys pan; wheel, pinch or + − zoom; 0 shows all. Click or Enter tells a place's figures and reasons; space plays."
      )
    case .mapAlternative:
      Translation(
        "可操作的地图：各行政区与建成区的覆盖状态随季度变化。同样的数字见下方各表与 units.geojson、settlements.geojson。",
        "A map to operate: the status of units and settlements by quarter. The tables below, units.geojson and settlements.geojson hold the same figures."
      )
    case .quarterLabel: Translation("季度", "Quarter")
    case .play: Translation("播放", "Play")
    case .pause: Translation("暂停", "Pause")
    case .now: Translation("规划前", "before the plan")
    case .search: Translation("按名称或代码查找", "Find by name or code")
    case .searchNothing: Translation("没有找到", "nothing found")
    case .legend: Translation("图例", "Legend")
    case .noData: Translation("无数据", "no data")
    case .colourBy: Translation("着色", "Colour")
    case .byStatus: Translation("驻地状态", "status of the seat")
    case .byShare: Translation("深度覆盖人口占比", "residents with deep coverage")
    case .zoomIn: Translation("放大", "Zoom in")
    case .zoomOut: Translation("缩小", "Zoom out")
    case .wholeMap: Translation("全图", "Whole map")
    case .standing: Translation("现有站址", "present site")
    case .building: Translation("已建成的规划站址", "planned site, on air")
    case .planned: Translation("尚未建成的规划站址", "planned site, not yet")
    case .people: Translation("人口", "residents")
    case .stations: Translation("现有基站", "present stations")
    case .cost: Translation("投资", "cost")
    case .status: Translation("状态", "status")
    case .plannedStatus: Translation("规划后", "planned")
    case .reaches: Translation("升级季度", "rises in")
    case .failing: Translation("差在", "what is missing")
    case .reasons: Translation("理由", "reasons")
    case .leftOut: Translation("未排入", "not scheduled")
    case .feasible: Translation("具备条件", "conditions met")
    case .notFeasible: Translation("不具备条件", "conditions not met")
    case .priority: Translation("优先级", "priority")
    case .deepShare: Translation("深度覆盖人口", "residents deep")
    case .settlements: Translation("建成区", "settlements")
    case .inside: Translation("属于", "in")
    case .mapNow: Translation("规划前各县驻地的覆盖状态", "Status of the counties' seats before the plan")
    case .mapThen: Translation("规划后各县驻地的覆盖状态", "Status of the counties' seats as planned")
    case .review:
      Translation(
        "审图号：未知——边界取自天地图（国家地理信息公共服务平台，2024）所载官方地图，原数据包未附审图号；在中国公开发布本图者须自行取得审图号。边界经简化，仅供查看。地名位置含 GeoNames（CC BY 4.0）信息。",
        "Map review number (审图号): not known. Boundaries follow the official map as Tianditu (National Platform for Common GeoSpatial Information Services, 2024) publishes it; the package they come from does not state the number, and whoever publishes this map in China needs one of their own. Borders are simplified for viewing. Positions contain information from GeoNames (CC BY 4.0)."
      )
    case .projection:
      Translation("阿尔伯斯等积投影（25°/47°，105°E）", "Albers equal-area projection (25°/47° N, 105° E)")
    case .notDrawn: Translation("此处没有行政区", "nothing here")
    case .skip: Translation("跳到正文", "Skip to the report")
    case .contents: Translation("目录", "Contents")
    case .cityTile: Translation("深度覆盖的地级及以上城市", "cities with deep coverage")
    case .countyTile: Translation("深度覆盖的县城", "county seats with deep coverage")
    case .townTile: Translation("深度覆盖的乡镇驻地", "town seats with deep coverage")
    case .moneyTile: Translation("规划期投资", "to be spent over the horizon")
    case .gapTile: Translation("离最优", "From the best")
    case .tileOf: Translation("共 {0} 个，规划前 {1} 个", "of {0}; {1} before the plan")
    case .gapNone: Translation("未证明", "not proven")
    case .gapMeaning:
      Translation(
        "排期至多离最优 {0}；选址造价距候选点所允许的最低造价不超过 {1}（均有证明）",
        "Proven: the schedule is at most {0} below the best; the cost of its sites is within {1} of the least that the candidates allow"
      )
    case .table: Translation("数据表", "Table")
    case .missing: Translation("差在哪里，为什么", "What is missing, and why")
    case .schedule: Translation("何时建设", "When it is built")
    case .prices: Translation("限制值多少", "What limits are worth")
    case .readiness: Translation("县镇条件", "Readiness of counties and towns")
    case .costs: Translation("投资、用电与碳", "Cost, energy and carbon")
    case .power: Translation("供电、备电与碳", "Power, back-up and carbon")
    case .campuses: Translation("园区", "Campus networks")
    case .campusSeries: Translation("园区", "campuses")
    case .settlementSeries: Translation("城镇", "settlements")
    case .ofCampuses: Translation("其中园区", "of that campuses")
    case .chartScenarios:
      Translation("可用的园区场景（个，季度末）", "Scenarios of campuses that can run (number, end of quarter)")
    case .runningSeries: Translation("此前已可用", "before the quarter")
    case .newSeries: Translation("当季新增", "new in the quarter")
    case .allSeries: Translation("全部", "all of them")
    case .caveats: Translation("数据性质与局限", "Kinds of data and caveats")
    case .chartStatus:
      Translation("规划前后各状态占比（按个数，%）", "Settlements by status, before and after (% of settlements)")
    case .chartCoverage:
      Translation("深度覆盖人口占比（%，季度末）", "Residents with deep coverage (%, end of quarter)")
    case .chartSpend: Translation("每季支出与预算（{0}）", "Spending and budget by quarter ({0})")
    case .chartGantt:
      Translation(
        "各地区建设时间（颜色越强，当季支出越多）", "When each region is built (stronger: more spent in the quarter)")
    case .chartHistory:
      Translation(
        "全国 5G 基站：公布数与规划数（万个）", "5G stations of the country: published, and as planned (10,000)")
    case .chartPriority:
      Translation("县镇优先级分布（个数）", "Priority of county and town seats (number of places)")
    case .chartCost: Translation("各地区投资（{0}）", "Cost by region ({0})")
    case .chartLimit: Translation("{0}：占用与上限（{1}）", "{0}: used, and the limit ({1})")
    case .spentSeries: Translation("支出", "spent")
    case .budgetSeries: Translation("预算", "budget")
    case .usedSeries: Translation("占用", "used")
    case .amountSeries: Translation("上限", "limit")
    case .publishedSeries: Translation("公布", "published")
    case .plannedSeries: Translation("规划", "planned")
    case .date: Translation("年月", "month")
    case .covered: Translation("公布的已覆盖比例", "published as covered")
    case .energyYear: Translation("新增年用电量", "energy a year, new")
    case .carbonYear: Translation("新增年碳排放（吨 CO₂）", "carbon a year, new (t CO₂)")
    case .carbonNote:
      Translation(
        "用电量为模型值，按全年运行计，未计节能与新能源方式的节省；碳排放 = 用电量 × 电网因子（{0} kg CO₂/kWh，各省有自己的因子时用之）。",
        "Energy is modelled, over a full year of operation, without what energy-saving features and renewables save. Carbon is energy times the grid's factor ({0} kg CO₂ a kWh; a province's own where it has one)."
      )
    case .historyNote:
      Translation(
        "公布的“覆盖”没有定义，不等于这里的深度覆盖；来源见 geodata/books/stations.yaml。",
        "What was published does not define 'covered', and is not deep coverage as judged here; sources in geodata/books/stations.yaml."
      )
    case .historyRegion:
      Translation(
        "公布的是全国数字，不能与本地区直接相比。",
        "Published figures are the country's; they do not compare with this region directly.")
    case .beforeShort: Translation("前", "before")
    case .afterShort: Translation("后", "after")
    case .noSchedule: Translation("没有排期。", "There is no schedule.")
    case .printNote:
      Translation("离线单文件：打开、打印均不需网络。", "One file: it opens and prints without a network.")
    case .capex: Translation("建设资金", "money of building")
    case .opex: Translation("运营费", "cost of operation")
    case .crew: Translation("施工队", "crews")
    case .equipment: Translation("设备供货", "supply of equipment")
    case .limitStations: Translation("建站数", "stations")
    case .energy: Translation("用电量", "energy")
    case .permits: Translation("站址许可", "permits of sites")
    case .period: Translation("账期", "period")
    case .mapList: Translation("地图的文字形式：分地区表", "The map in words: table by region")
    case .tileNone: Translation("本地区没有", "none in this region")
    case .firstPayment: Translation("首次付款", "first payment")
    case .lastPayment: Translation("末次付款", "last payment")
    case .spendNote:
      Translation(
        "未用完的预算结转下期，因此某季支出可高于当季预算。",
        "What is left of a budget stays for the next quarter, so that spending may pass a quarter's budget."
      )
    case .unitDays: Translation("队日", "crew-days")
    case .unitStations: Translation("站", "stations")
    case .unitEnergy: Translation("百万千瓦时/年", "GWh a year")
    case .unitPermits: Translation("份", "permits")
    case .unitMoney: Translation("元/年", "yuan a year")
    case .bySpend: Translation("已排入项目", "packages scheduled")
    case .ganttNote:
      Translation("自第一笔至最后一笔付款。", "From the first payment to the last.")
    case .limitNote:
      Translation(
        "上限含上期结余；逐项见 limits.csv。", "Limits with what the period before left; limits.csv has each.")
    }
  }

  func text(_ language: Language, _ values: [String] = []) -> String {
    values.enumerated().reduce(translation[language]) { text, value in
      text.split(separator: "{\(value.offset)}", omittingEmptySubsequences: false)
        .joined(separator: value.element)
    }
  }
}
