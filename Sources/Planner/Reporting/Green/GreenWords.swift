/// Texts on power, batteries and carbon, in both languages.
enum GreenWords: String, CaseIterable {
  case title, answer, perDeepResident, nothingBuilt, supplyHeading, supply, extraBuild, saved, keep
  case sized, cheapest, binding, potential, avoided, yuanPerTonne, totalHeading, battery, capacity,
    purchase,
    present, carbon
  case batteryHeading, hours, life, bought, perKilowatt, price, breakEven, batteryNote
  case kind, unit, load, gridEnergy, perDeep, perResident, provinceHeading, countyHeading
  case capHeading, limit, year, used, cap, share, shadowPrice, noCap, campusHeading, terminals
  case perTerminal, stationHeading, configuration, build, panels, perYear, notes, safetyHeading
  case capNote, modelNote, unitNote, more, autonomy, hoursNote, campusAnswer, full, capRows
  case costNote, chartCaps, taken
  case grid
  case energySaving = "energy-saving"
  case solar
  case microGrid = "micro-grid"

  func text(_ language: Language, _ values: [String] = []) -> String {
    translation.text(language, values)
  }

  /// A supply by its word.
  static func supply(_ key: String, _ language: Language) -> String {
    GreenWords(rawValue: key)?.text(language) ?? key
  }

  var translation: Translation {
    switch self {
    case .title: Translation("供电、备电与碳", "Power, back-up and carbon")
    case .answer:
      Translation(
        "新建 {0} 个基站，建成后每年从电网用电 {1}，排放 {2} 吨二氧化碳；按参评居民人均 {3} 千克。",
        "{0} new stations take {1} a year from the grid once they are built, {2} t of carbon dioxide, {3} kg for each resident of the settlements."
      )
    case .perDeepResident:
      Translation(
        "新获深度覆盖的 {0}：每人每年 {1} 千克。",
        "Residents who gain deep coverage, {0}: {1} kg a year each.")
    case .nothingBuilt: Translation("没有排入计划的基站。", "Nothing is scheduled.")
    case .supplyHeading: Translation("计划所选的供电方式", "Supplies that the schedule chose")
    case .supply: Translation("供电方式", "supply")
    case .extraBuild: Translation("另需投资", "extra to build")
    case .sized: Translation("按规模计", "by its size")
    case .cheapest:
      Translation(
        "备电（{2} 年）：{0}成本最低（{1}），{3}碳排放最低（{4} 吨）；{5}成本 {6}、排放 {7} 吨。",
        "Back-up over {2} years: {0} costs least ({1}), {3} emits least ({4} t); {5} costs {6} and emits {7} t."
      )
    case .binding:
      Translation("占用达 99% 及以上的有 {0} 项（共 {1} 项）。", "Taken to 99% or more: {0} of {1}.")
    case .potential:
      Translation(
        "只用电网的 {0} 个基站若都启用节能功能：每年再节电 {1}、减排 {2} 吨，扣除许可费用后每年省 {3}。",
        "Features that save energy on the {0} stations on the grid alone would save another {1} and {2} t CO2 a year, and {3} a year after their licences."
      )
    case .saved: Translation("年节电", "saved a year")
    case .keep: Translation("年维护", "to keep a year")
    case .avoided: Translation("年减排（吨）", "t CO2 avoided a year")
    case .yuanPerTonne: Translation("元/吨", "yuan a tonne")
    case .totalHeading: Translation("全部基站的备电", "Back-up of all of them, by battery")
    case .battery: Translation("电池", "battery")
    case .capacity: Translation("容量", "capacity")
    case .purchase: Translation("首次购置", "to buy")
    case .present: Translation("{0} 年现值", "present cost, {0} years")
    case .carbon: Translation("碳排放（吨）", "t CO2")
    case .batteryHeading:
      Translation("每千瓦负荷的备电", "Back-up of a kilowatt of load, by kind of settlement")
    case .hours: Translation("小时", "hours")
    case .life: Translation("寿命（年）", "life, years")
    case .bought: Translation("购置次数", "bought")
    case .perKilowatt: Translation("千瓦时/千瓦", "kWh/kW")
    case .price: Translation("元/千瓦时", "yuan/kWh")
    case .breakEven: Translation("平价点", "break-even")
    case .batteryNote:
      Translation(
        "容量按寿命末期仍满足时长计；价格为到货价加筛选、装配。平价点：到货价为此数时，{1} 年成本与{0}相同。",
        "Capacity holds the hours up to the end of its life; prices are what is bought plus what sorting and fitting take. Break-even: bought at that price, it costs over {1} years what {0} does."
      )
    case .kind: Translation("类别", "kind")
    case .unit: Translation("行政区", "unit")
    case .load: Translation("备电负荷（千瓦）", "back-up load, kW")
    case .gridEnergy: Translation("年电网用电", "grid a year")
    case .perDeep: Translation("千克/新获深度覆盖居民", "kg/resident gaining deep")
    case .perResident: Translation("千克/居民", "kg/resident")
    case .provinceHeading: Translation("分省", "By province")
    case .countyHeading: Translation("分县（市）", "By county and city")
    case .capHeading: Translation("用电上限", "Caps on electricity")
    case .limit: Translation("限制", "limit")
    case .year: Translation("年份", "year")
    case .used: Translation("占用", "taken")
    case .cap: Translation("上限", "cap")
    case .share: Translation("占比", "share")
    case .shadowPrice: Translation("影子价格", "shadow price")
    case .noCap: Translation("所用限制簿没有用电上限。", "The limits of this run have no cap on electricity.")
    case .campusHeading: Translation("园区", "Campuses")
    case .terminals: Translation("终端", "terminals")
    case .perTerminal: Translation("千克/终端", "kg/terminal")
    case .stationHeading:
      Translation("单站供电方式比较（乡镇驻地）", "Ways to power one station (town seat)")
    case .configuration: Translation("配置", "configuration")
    case .build: Translation("投资（元）", "to build, yuan")
    case .panels: Translation("光伏（千瓦）", "panels, kW")
    case .perYear: Translation("年成本（元）", "yuan a year")
    case .notes: Translation("说明", "Notes")
    case .safetyHeading: Translation("安全与占地", "Safety and space")
    case .capNote:
      Translation(
        "上限收紧会怎样：用 `--limits energy-tight`（减半）或 `--limits renewables`（减半并可选光伏、微电网）重做计划，再用 compare 比较。",
        "What a tighter cap would do: plan again with `--limits energy-tight` (half of it) or `--limits renewables` (half, with panels and micro-grids to choose), then `deepreach compare`."
      )
    case .modelNote:
      Translation(
        "均为模型值：基站数与能耗来自计划，电池、光伏数字来自 books/green.yaml，各有来源或标明为判断；只计新建基站。未计逐时用电、温度与容量衰减的关系、各地日照。",
        "All of it is modelled: stations and energy are the plan's, figures of batteries and panels those of books/green.yaml, each with its source or marked as judgement; new stations alone count. Not modelled: power by the hour, ageing by temperature, sun from place to place."
      )
    case .unitNote:
      Translation(
        "另需投资按限制簿的单站价格计；“按规模计”为同样供电按这些基站的实际用电配置光伏和电池所需。每吨成本为投资按年分摊加维护、减去少付电费；负数即同时省钱。",
        "What is extra to build has the limits' price for every station; by its size, it is what panels and batteries for the electricity of these stations would cost. A tonne's cost is building spread over the years, and keeping, less electricity not bought; below 0 it saves money too."
      )
    case .autonomy: Translation("备电时长（末期–新装，小时）", "hours of back-up, at its end–new")
    case .hoursNote:
      Translation(
        "要求时长（小时）：{0}；按负荷平均 {1}，寿命末期仍满足。",
        "Hours asked for: {0}; {1} in the mean by load, held up to the end of a battery's life.")
    case .campusAnswer:
      Translation(
        "{0} 个园区的自有网络（{1} 个基站）建成后每年用电 {2}，排放 {3} 吨二氧化碳：每园区 {4} 吨，每终端 {5} 千克。不含在上述合计内，但占用用电上限。",
        "Networks of {0} campuses ({1} stations) take {2} a year once they are built, {3} t of carbon dioxide: {4} t for each campus, {5} kg for each terminal. The sums above do not hold them, the caps do."
      )
    case .full:
      Translation(
        "分县（市）、园区、单站比较、安全与占地见 `deepreach green RUN`（RUN 为本次运行的文件夹）；所用数字见 books/green.yaml。",
        "`deepreach green RUN`, RUN being the folder of this run, has counties, campuses, ways to power one station, and safety of batteries; its figures stand in books/green.yaml."
      )
    case .capRows:
      Translation("各上限取占用比例最高的年份。", "Of each cap the year of which most is taken.")
    case .costNote:
      Translation(
        "此处用电已扣除节能、光伏、微电网所省；网页投资表中的用电未扣。",
        "Electricity here is after what features, panels and micro-grids save, in the page's table of costs before."
      )
    case .chartCaps:
      Translation(
        "用电上限占用（%，各取最高年份）", "Caps on electricity: share taken (%), in each one's fullest year")
    case .taken: Translation("已占用", "taken")
    case .more: Translation("另有 {0} 行，见 {1}。", "{0} more in {1}.")
    case .grid: Translation("电网", "grid")
    case .energySaving: Translation("电网加节能", "grid, energy-saving")
    case .solar: Translation("电网加光伏", "grid with panels")
    case .microGrid: Translation("可再生微电网", "micro-grid")
    }
  }
}
