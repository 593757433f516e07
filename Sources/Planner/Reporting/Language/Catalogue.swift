/// The one place of all texts in both languages. The compiler holds it complete.
extension Message {
  /// The key's text in every language.
  public var translation: Translation {
    switch self {
    case .city: Translation("地级及以上城市城区", "city")
    case .countySeat: Translation("县城城区", "county seat")
    case .townSeat: Translation("乡镇驻地", "town seat")
    case .country: Translation("全国", "country")
    case .province: Translation("省级", "province")
    case .prefecture: Translation("地级", "prefecture")
    case .county: Translation("县级", "county")
    case .town: Translation("乡级", "town")
    case .statusNone: Translation("未覆盖", "none")
    case .reached: Translation("通达", "reached")
    case .continuous: Translation("连续覆盖", "continuous")
    case .deep: Translation("深度覆盖", "deep")
    case .mobile: Translation("移动、广电", "China Mobile + Broadnet")
    case .unicom: Translation("电信、联通", "China Telecom + Unicom")
    case .official: Translation("官方公布", "official")
    case .measured: Translation("实测", "measured")
    case .estimated: Translation("推算", "estimated")
    case .modelled: Translation("模型", "modelled")
    case .outdoorShare: Translation("室外覆盖率", "outdoor share")
    case .sinrShare: Translation("SINR 达标率", "SINR share")
    case .leadRatio: Translation("超前系数", "lead ratio")
    case .signalHeading: Translation("信号与容量（模型）", "Signal and capacity (modelled)")
    case .caveatBeyondModels:
      Translation(
        "{0} 个基站的天线高度超出所有传播模型的适用范围，本次按无服务计。",
        "Stations at heights that every path loss model refuses, counted as serving nothing: {0}."
      )
    case .signalModels:
      Translation("路径损耗模型（栅格数）：{0}", "Path loss models (raster cells): {0}")
    case .sinrShareOfArea: Translation("SINR ≥ -3 dB 面积", "area with SINR ≥ -3 dB")
    case .medianSINR: Translation("SINR 中位数", "median SINR")
    case .limitedDownlink: Translation("下行受限", "downlink-limited")
    case .limitedUplink: Translation("上行受限", "uplink-limited")
    case .limitedInterference: Translation("干扰受限", "interference-limited")
    case .withoutSignal: Translation("无信号", "no signal")
    case .medianLead: Translation("超前系数中位数", "median lead ratio")
    case .tooLate: Translation("滞后", "too late")
    case .inBand: Translation("适度", "in band")
    case .tooEarly: Translation("过早", "too early")
    case .indoorShare: Translation("室内覆盖率", "indoor share")
    case .stationsPer10k: Translation("每万人基站数", "stations per 10,000 people")
    case .reach: Translation("有站或有信号", "a station or its signal")
    case .notFeasible: Translation("不具备条件", "conditions not met")
    case .prerequisite: Translation("前置项目无法完成", "what must come before cannot be built")
    case .budgetExhausted: Translation("预算用尽", "budget exhausted")
    case .limitReached: Translation("受限制而未排入", "stopped by a limit")
    case .settlement: Translation("建成区", "settlement")
    case .settlements: Translation("建成区", "settlements")
    case .unit: Translation("行政区", "unit")
    case .kind: Translation("类别", "kind")
    case .status: Translation("状态", "status")
    case .group: Translation("网络", "network group")
    case .population: Translation("人口", "population")
    case .area: Translation("面积", "area")
    case .stations: Translation("基站", "stations")
    case .newSites: Translation("新建站址", "new sites")
    case .cost: Translation("投资", "cost")
    case .energy: Translation("年用电量", "energy a year")
    case .quarter: Translation("季度", "quarter")
    case .budget: Translation("预算", "budget")
    case .spent: Translation("支出", "spent")
    case .carriedIn: Translation("上期结转", "carried in")
    case .carriedOut: Translation("结转下期", "carried out")
    case .before: Translation("规划前", "before")
    case .after: Translation("规划后", "after")
    case .failing: Translation("未达标项", "failing criterion")
    case .dataKind: Translation("数据性质", "kind of data")
    case .source: Translation("来源", "source")
    case .total: Translation("合计", "total")
    case .share: Translation("占比", "share")
    case .packages: Translation("项目", "work packages")
    case .peopleRaised: Translation("受益人口", "people raised")
    case .stageRead: Translation("读取数据", "reading the data")
    case .stageNetwork: Translation("布设现网", "laying out the network")
    case .stageAudit: Translation("评估覆盖", "auditing coverage")
    case .stageSiting: Translation("选择站址", "choosing sites")
    case .stageSchedule: Translation("编排进度", "scheduling")
    case .stageWrite: Translation("写出结果", "writing results")
    case .timeLeft: Translation("剩余", "left")
    case .planSummary: Translation("规划摘要", "Plan summary")
    case .auditSummary: Translation("评估摘要", "Audit summary")
    case .verified: Translation("校验通过", "the run is as it was written, and its invariants hold")
    case .reportTitle: Translation("5G深度覆盖规划", "5G deep coverage plan")
    case .statusHeading: Translation("覆盖状态（建成区个数）", "Status (number of settlements)")
    case .missingHeading: Translation("差在哪里", "What is missing, and by how much")
    case .missingMean: Translation("平均差距", "mean shortfall")
    case .provinceHeading: Translation("分地区", "By region")
    case .scheduleHeading: Translation("分季度", "By quarter")
    case .scheduleAnswer:
      Translation(
        "排期最多离最优 {0}（目标：{1}；{2} 次求界；各层分别证明，上层不变）。",
        "The schedule is at most {0} below the best (objective: {1}; {2} evaluations of the bound; each tier proven with those above it as they stand)."
      )
    case .limitHeading: Translation("限制与影子价格", "Limits and shadow prices")
    case .limitName: Translation("限制", "limit")
    case .limitUse: Translation("最紧账期的使用率", "use in its tightest period")
    case .limitPrice: Translation("再多 1 % 至多增加的价值", "1 % more would bring at most")
    case .limitWords:
      Translation(
        "最紧的是 {0}：每个账期多 1 %，目标值至多提高 {1}。影子价格取自求界所用的价格，是上限；逐期见 limits.csv。",
        "The tightest is {0}: 1 % more of it in every period would raise the objective by {1} at most. Shadow prices are those of the bound, upper limits of what more would bring; limits.csv has every period."
      )
    case .limitFree:
      Translation("没有哪项限制起作用。", "No limit binds.")
    case .limitMore:
      Translation("{0}：{1}（{2}），至多增加 {3}。", "{0}: {1} ({2}) would bring at most {3}.")
    case .limitWhole: Translation("全体", "all")
    case .moreMoney: Translation("{0} 起再多 100 万元", "one more million yuan in {0}")
    case .moreOperation:
      Translation("每年运营费再多 100 万元", "one more million yuan of operation in every year")
    case .moreCrew: Translation("再多一支每季 90 天的施工队", "one more crew of 90 days a quarter")
    case .moreEquipment: Translation("{0} 起再多一个月的设备供货", "one month more of supply in {0}")
    case .moreStations: Translation("每季再多 100 个站", "a hundred more stations a quarter")
    case .moreEnergy: Translation("每年再多 100 万千瓦时电", "one more GWh in every year")
    case .morePermits: Translation("每月再多 10 份许可", "ten more permits a month")
    case .worthService: Translation("{0} 加权人季", "{0} weighted person-quarters")
    case .worthYuan: Translation("{0} 元", "{0} yuan")
    case .worthCarbon: Translation("{0} 吨二氧化碳", "{0} t of carbon dioxide")
    case .unscheduledHeading: Translation("未排入的项目", "Not scheduled")
    case .readinessHeading: Translation("县镇条件", "Readiness of counties and towns")
    case .readinessUnknown:
      Translation(
        "未知的因素不计入得分，其权重由其余因素分摊；`readiness.csv` 逐地列出门槛、因素与理由。可用 `--signals` 补充。",
        "Unknown signals are left out of the score and their weight is shared among the others; `readiness.csv` has gates, signals and reasons of every place. `--signals` adds what you know."
      )
    case .askedByPolicy: Translation("政策要求全部覆盖", "asked for by policy")
    case .backhaulTooFar: Translation("回传距离超限", "backhaul too far")
    case .noPower: Translation("无供电", "no power")
    case .noLocalCommitment: Translation("地方未承诺", "no local commitment")
    case .localCommitmentUnknown: Translation("地方是否承诺未知", "local commitment not known")
    case .publicNetworkNotBuilt: Translation("公网未覆盖到园区", "public cells never reach it")
    case .backhaulParentNotBuilt: Translation("上级回传节点不建设", "the place it hangs on is not built")
    case .seatPopulation: Translation("驻地人口", "seat population")
    case .traffic: Translation("话务", "traffic")
    case .shareableSitesAndFibre: Translation("可共享站址与光缆", "sharable sites and fibre")
    case .industry: Translation("产业", "industry")
    case .transport: Translation("交通", "transport")
    case .scenic: Translation("景区", "scenic areas")
    case .localSupport: Translation("地方支持", "local support")
    case .equity: Translation("均衡", "equity")
    case .border: Translation("边境县", "border county")
    case .assisted: Translation("国家乡村振兴重点帮扶县", "national key assisted county")
    case .notKnown: Translation("未知：{0}", "not known: {0}")
    case .signal: Translation("因素", "signal")
    case .weight: Translation("权重", "weight")
    case .known: Translation("已知", "known")
    case .unknown: Translation("未知", "unknown")
    case .priority: Translation("优先级", "priority")
    case .backhaul: Translation("回传光缆路由", "fibre route of backhaul")
    case .meanScore: Translation("平均得分", "mean score")
    case .nextTowns: Translation("优先级最高的 {0} 个乡镇", "The next {0} towns by priority")
    case .dataHeading: Translation("数据", "Data")
    case .repeatHeading: Translation("如何重现", "How to repeat it")
    case .repeatText:
      Translation(
        "`run.json` 载有版本、参数与所有输入文件的 SHA-256；参数与输入相同，输出逐字节相同。`deepreach verify` 复核本目录。",
        "`run.json` holds version, arguments and the SHA-256 of every input; the same arguments and inputs give the same bytes. `deepreach verify` checks this folder."
      )
    case .deepResidents: Translation("深度覆盖人口", "residents deep")
    case .deepArea: Translation("深度覆盖面积", "area deep")
    case .deepPlanned: Translation("规划后深度覆盖人口", "residents deep, planned")
    case .deepPeople: Translation("新增深度覆盖人口", "people newly deep")
    case .reason: Translation("原因", "reason")
    case .feasible: Translation("具备条件", "feasible")
    case .meanPriority: Translation("平均优先级", "mean priority")
    case .dataCensus: Translation("地级人口（2020年普查）", "population of prefectures (census 2020)")
    case .dataPopulation:
      Translation("县乡人口（由地级总数拆分）", "population of counties and towns (split from those totals)")
    case .dataPositions: Translation("驻地位置（GeoNames）", "positions of seats matched in GeoNames")
    case .dataOtherPositions: Translation("其余驻地位置", "positions of the other seats")
    case .dataFootprints: Translation("建成区范围", "footprints of settlements")
    case .dataNetwork: Translation("现网", "the present network")
    case .dataPlannedSites: Translation("规划站址", "planned sites")
    case .auditAnswer: Translation("{0}深度覆盖：{1}。", "Deep coverage of {0}: {1}.")
    case .planAnswer:
      Translation(
        "{0}深度覆盖由 {1} 升至 {2}（完成：{3}），投资 {4}，新建基站 {5} 个。",
        "Deep coverage of {0}: {1} now, {2} planned (done: {3}); {4} for {5} new stations.")
    case .nothingToDo: Translation("无需新建", "nothing to build")
    case .noneInTime: Translation("期内无新增", "no more within the horizon")
    case .cities: Translation("地级及以上城市", "cities at prefecture level and above")
    case .countySeats: Translation("县城", "county seats")
    case .townSeats: Translation("乡镇驻地", "town seats")
    case .caveatNetwork:
      Translation(
        "现网为模型：由公布的全国基站数分摊到各地：{0}。",
        "The present network is modelled, spread from stations published for the country: {0}.")
    case .caveatPlaces:
      Translation(
        "多数乡镇位置、全部建成区范围与规划站址为模型，并非勘测结果。",
        "Most positions of towns, all footprints not given and all planned sites are modelled, not surveyed."
      )
    case .sitingAnswer:
      Translation(
        "选址：新建基站造价 {0}，证明距同一候选点下的最低造价不超过 {1}，比贪心法省 {2}；{3} 个选择中 {4} 个已证最优，{5} 个达到给定差距，{6} 个用尽工作量。",
        "Siting: stations for {0}, proven to be within {1} of the least that these candidates allow, {2} below greedy; of {3} choices {4} are proven optimal, {5} stopped at the gap, {6} at the effort."
      )
    case .sitingTime:
      Translation(
        "其中 {0} 个因时限而止：本次结果不可逐字节重现。",
        "{0} more ended by the time limit: this run cannot be repeated to the byte.")
    case .sitingUnmet:
      Translation(
        "{0} 处候选点达不到标准，原因和最好值见 siting.csv。",
        "{0} cannot be met by their candidates: siting.csv says which criterion and the best value."
      )
    case .rulesHeading:
      Translation(
        "\n可靠性规则（deepreach claims --rule）：", "\nRules of reliability (deepreach claims --rule):")
    case .written: Translation("结果写入 {0}", "Written to {0}")
    case .englishName: Translation("英文名", "English name")
    case .notPlanned: Translation("地图有，无规划数据", "on the map, no data to plan")
    case .unitsSource:
      Translation(
        "来源：民政部区划（2026）、2020年人口普查、天地图边界（2024）；详见 geodata/SOURCES.md。",
        "Sources: Ministry of Civil Affairs (2026), census 2020, Tianditu boundaries (2024); see geodata/SOURCES.md."
      )
    case .threshold: Translation("门限", "threshold")
    case .criterion: Translation("指标", "criterion")
    case .band: Translation("频段", "band")
    case .configuration: Translation("配置", "configuration")
    case .frequency: Translation("中心频率", "centre")
    case .bandwidth: Translation("带宽", "bandwidth")
    case .power: Translation("发射功率", "power")
    case .gain: Translation("SSB 增益", "SSB gain")
    case .uplinkLoss: Translation("上行 1 Mbps 最大路损", "uplink MAPL, 1 Mbps")
    case .price: Translation("设备价格", "equipment")
    case .backCheck:
      Translation("与公布情况对照（{0}，占个数）", "Against what was published ({0}; share of places)")
    case .published: Translation("公布", "published")
    case .servedBy: Translation("由谁覆盖", "served by")
    case .anyGroup: Translation("任一网络", "any group")
    case .everyGroup: Translation("每个网络", "every group")
    case .stationsBuilt: Translation("建成基站", "stations built")
    case .findings: Translation("校验发现", "findings")
    case .compareTitle: Translation("规划方案对比", "Plans compared")
    case .measure: Translation("指标", "measure")
    case .measureSettlements: Translation("{0}：{1}（个）", "{0}: {1}")
    case .measurePackages: Translation("排入的项目", "packages scheduled")
    case .packagesLeftOut: Translation("未排入的项目", "packages left out")
    case .costOfAll: Translation("全部项目投资", "cost of all packages")
    case .measureLast: Translation("最后一个达标季度：{0}", "last to reach the target: {0}")
    case .halfOfResidents: Translation("半数人口达标季度", "half of the residents have the target")
    case .targetResidents: Translation("达标人口", "residents with the target")
    case .targetResidentsMore: Translation("达标人口差", "residents with the target, more")
    case .cumulativeSpend: Translation("累计支出", "cumulative spend")
    case .fromTheStart: Translation("规划前已达标", "from the start")
    case .byCounty: Translation("分县", "By county")
    case .verdict: Translation("得失", "verdict")
    case .winner: Translation("受益", "winner")
    case .loser: Translation("受损", "loser")
    case .same: Translation("不变", "same")
    case .winnersAndLosers:
      Translation(
        "{0} 与 {1} 相比：受益 {2}，受损 {3}，不变 {4}。",
        "{0} against {1}: winners {2}, losers {3}, same {4}.")
    case .countiesOfResidents: Translation("{0} 个（{1}）", "{0} ({1} residents)")
    case .residentYears: Translation("达标人年差", "person-years with the target, more")
    case .compareStandards:
      Translation("各方案所用标准不同：{0}。", "The runs judge by different standards: {0}.")
    case .compareStarts:
      Translation(
        "各方案起始季度不同，现网也随之不同：{0}。",
        "The runs begin in different quarters, and so from different networks: {0}.")
    case .compareMeaning:
      Translation(
        "建成区按各网络中最低的状态计；达标指达到标准对该类建成区要求的最高状态；得失按各季度达标人口之和计，城市的各区不分开计。",
        "A settlement counts by the lowest status of its network groups. The target is the highest status that the standard asks for of its kind. Winners have more residents with the target, summed over the quarters; the districts of a city are not told apart."
      )
    case .error: Translation("错误", "error")
    case .sweepFailed:
      Translation("{1} 个组合中 {0} 个失败。", "{0} of {1} cells failed.")
    case .movesHeading: Translation("变动", "What moved")
    case .movesAnswer:
      Translation(
        "自 {0} 起重排：已开工 {1}，不变 {2}，移动 {3}，取消 {4}，新增 {5}。",
        "Planned anew from {0}: {1} begun, {2} kept, {3} moved, {4} dropped, {5} added.")
    case .movesWorth:
      Translation(
        "目标值 {0}，其中已扣除变动代价 {1}；不计变动为 {2}。每移动一季的代价是该季对项目自身价值之差的 {3} 倍（判断值）；上界与差距均指含变动代价的问题。",
        "Worth {0} with the cost of moves, {1}, taken off; {2} without it. A quarter of move costs {3} of what that quarter changes in the package's own worth (judgement). Bound and gap are of the problem with that cost."
      )
    case .moveKind: Translation("变动类别", "what became of it")
    case .moveQuarters: Translation("推迟季数合计", "quarters later, in all")
    case .moveSentence: Translation("{0}：{1}，原 {2}，现 {3}；原因：{4}", "{0}: {1}, was {2}, now {3}: {4}")
    case .moveNowhere: Translation("未排入", "left out")
    case .moveNoReason: Translation("无", "no reason")
    case .moveOwnDelay:
      Translation("自身进度（开工 {0} 季，工期 {1} 季）", "its own progress (start {0}, length {1} quarters)")
    case .moveNotStarted: Translation("应开工而未开工", "it was to begin and did not")
    case .movePrerequisite: Translation("等待 {0}", "it waits for {0}")
    case .moveLimit: Translation("{0} 在 {1} 差 {2}", "{0} in {1} is short by {2}")
    case .moveDates: Translation("时间不够", "no time is left there")
    case .moveWorth: Translation("扣除变动代价后价值更高", "worth more so, the cost of the move taken off")
    case .moveGone: Translation("已不是项目", "it is no package any more")
    case .done: Translation("已完成", "done")
    case .underWay: Translation("在建", "under way")
    case .kept: Translation("不变", "kept")
    case .earlier: Translation("提前", "earlier")
    case .later: Translation("推迟", "later")
    case .dropped: Translation("取消", "dropped")
    case .added: Translation("补入", "added")
    case .new: Translation("新项目", "new")
    case .riskHeading: Translation("风险（模拟）", "Risk (simulated)")
    case .riskAnswer:
      Translation(
        "按排期在 {0} 个随机情形中逐一执行：{2} 个项目中平均 {1} 个晚于计划，{3} 个在期内未完成。",
        "The schedule was carried out in {0} drawn worlds: of its {2} packages {1} are later than planned in the mean, {3} not finished inside the horizon."
      )
    case .riskDrawn:
      Translation(
        "抽取的是计划数字的倍数：{0}。所用 {2} 个数字中 {1} 个是判断值。",
        "Drawn are multipliers of the planned figures: {0}. Of these {2} figures {1} are judgement."
      )
    case .riskDistribution:
      Translation("{0}（{1}，{2}，相关 {3}）", "{0} ({1} {2}, correlation {3})")
    case .riskMeaning:
      Translation(
        "概率是按期完成的情形所占比例，± 为其标准误；它是模型的概率，不是观测到的频率，取决于限制账本 risk 一节的分布。执行时不重新排期：各项目按原顺序、不早于计划季度开工；未排入的项目不计。",
        "A chance is the share of the worlds in which all of it was finished in time, ± its standard error. It is a model's chance, not a frequency that was observed, and hangs on the distributions in the section risk of the limits. Nothing is scheduled anew: packages go in the schedule's order, none before its planned quarter. What the schedule leaves out does not count."
      )
    case .riskAim: Translation("目标", "aim")
    case .riskTarget: Translation("{0}：{1}（按计划）", "{0}: {1} (as planned)")
    case .riskDeadline: Translation("{0}：至{1}（期限）", "{0}: up to {1} (deadline)")
    case .riskPlanned: Translation("计划", "planned")
    case .riskBy: Translation("不晚于", "by")
    case .riskChance: Translation("概率（%）", "chance, %")
    case .riskBeyond: Translation("期外", "beyond")
    case .riskDriver: Translation("最常见的原因", "late most often by")
    case .riskDrivers: Translation("拖延的原因：{0}。", "What makes packages late: {0}.")
    case .riskNothingLate: Translation("没有项目晚于计划。", "No package is ever late.")
    case .riskPlannedSpend: Translation("计划支出", "planned")
    case .stepSurvey: Translation("勘察", "survey")
    case .stepPermit: Translation("许可与合同", "permits")
    case .stepPower: Translation("接电", "power")
    case .stepBuild: Translation("施工", "building")
    case .stepOptimise: Translation("优化", "tuning")
    case .warningHeading: Translation("容量预警（模型）", "Early warning of capacity (modelled)")
    case .warningAnswer:
      Translation(
        "若不建设，到 {1} 有 {0} 处网络的忙时需求超过容量；按规划建设仍有 {2} 处在某个季度超过。容量与需求均为模型值；逐处见 warnings.csv。",
        "By {1} the busy hour outgrows {0} networks of settlements if nothing is built; with the plan {2} are outgrown in some quarter. Capacity and demand are modelled; warnings.csv has every one."
      )
    case .warningBare:
      Translation(
        "其中 {0} 处目前还没有 5G，无从超过。", " Of these {0} have no 5G yet, and so nothing to outgrow.")
    case .warningNone:
      Translation(
        "到 {0} 没有一处网络的忙时需求超过容量（容量与需求均为模型值）。",
        "By {0} the busy hour outgrows no settlement's network (capacity and demand are modelled).")
    case .warningNow: Translation("首季已超过", "in the first quarter")
    case .warningLater: Translation("之后超过", "later")
    case .warningOpen: Translation("按规划仍超过", "with the plan too")
    case .warningWithout: Translation("不建设时超过", "passed without the plan")
    case .warningWith: Translation("按规划超过", "with it")
    case .warningQuarters: Translation("按规划超过的季度数", "quarters with it")
    }
  }
}
