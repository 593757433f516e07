"""Hand-written repairs of the sources. Every entry becomes a row of the crosswalk; nothing happens in silence."""

# Boundary recoded: code in the boundary source -> (code in the list of units, reason).
POLYGON_RECODED = {
    "540422": ("540481", "boundary of the former Mainling County (米林县 540422), a city since 2023"),
    "540530": ("540581", "boundary of the former Cona County (错那县 540530), a city since 2023"),
    "460321": ("460302", "boundary source still has the code before the district was listed"),
    "460322": ("460303", "boundary source still has the code before the district was listed"),
}

# Boundary joined into another: code in the boundary source -> (unit it joins, reason).
POLYGON_JOINED = {
    "500105": ("500157", "江北区 and 渝北区 were merged into 两江新区 in 2025"),
    "500112": (
        "500157",
        "江北区 and 渝北区 were merged into 两江新区 in 2025; five towns of the north (大湾, 统景, 大盛, 兴隆, "
        "茨竹) went to 北碚区, whose boundary the source does not have yet",
    ),
    "629700": ("620725", "horse farm without a county code; joined to the county with the longest shared border"),
    "629800": ("623021", "reserve without a county code; joined to the county with the longest shared border"),
    "629900": ("622925", "reserve without a county code; joined to the county with the longest shared border"),
}

# County without a boundary of its own: (county whose boundary it uses, reason). Its own area is given as 0,
# so that the areas of the children still sum to the parent's.
POLYGON_BORROWED = {
    "653132": ("653131", "founded 2026, no boundary published; placed in 塔什库尔干 by judgement"),
    "653228": ("653223", "founded 2024, no boundary published; placed in 皮山县 by judgement"),
    "653229": ("653221", "founded 2024, no boundary published; placed in 和田县 by judgement"),
    "659013": ("653122", "no boundary published; placed in 疏勒县, where 草湖镇 lies, by judgement"),
}

# Weight of the towns of counties founded on the high plateau after the census, relative to other towns of
# their kind: they are garrison and road settlements (judgement).
POPULATION_FACTOR = {"653132": 0.05, "653228": 0.05, "653229": 0.05}

# Counties that the list of units lacks: adcode -> (name, parent, kind, reason).
COUNTIES_ADDED = {
    "441900": ("东莞市", "441900", "none-level", "city without county level"),
    "442000": ("中山市", "442000", "none-level", "city without county level"),
    "460400": ("儋州市", "460400", "none-level", "city without county level"),
    "620200": ("嘉峪关市", "620200", "none-level", "city without county level"),
    "632857": ("大柴旦行政委员会", "632800", "county", "has a boundary but no row in the list of units"),
}


def _listed(prefix: str, entries: str) -> dict[str, str]:
    """Reads `001 name 002 name ...` into {9-digit code: name}."""
    words = entries.split()
    return {prefix + code: name for code, name in zip(words[::2], words[1::2], strict=True)}


# Towns of the counties above: 9-digit codes of the statistical list (统计用区划代码).
TOWNS_ADDED = {
    "441900": _listed(
        "441900",
        "003 东城街道 004 南城街道 005 万江街道 006 莞城街道 101 石碣镇 102 石龙镇 103 茶山镇 104 石排镇 "
        "105 企石镇 106 横沥镇 107 桥头镇 108 谢岗镇 109 东坑镇 110 常平镇 111 寮步镇 112 樟木头镇 "
        "113 大朗镇 114 黄江镇 115 清溪镇 116 塘厦镇 117 凤岗镇 118 大岭山镇 119 长安镇 121 虎门镇 "
        "122 厚街镇 123 沙田镇 124 道滘镇 125 洪梅镇 126 麻涌镇 127 望牛墩镇 128 中堂镇 129 高埗镇",
    ),
    "442000": _listed(
        "442000",
        "001 石岐街道 002 东区街道 003 中山港街道 004 西区街道 005 南区街道 006 五桂山街道 007 民众街道 "
        "008 南朗街道 101 黄圃镇 103 东凤镇 105 古镇镇 106 沙溪镇 107 坦洲镇 108 港口镇 109 三角镇 "
        "110 横栏镇 111 南头镇 112 阜沙镇 114 三乡镇 115 板芙镇 116 大涌镇 117 神湾镇 118 小榄镇",
    ),
    "460400": _listed(
        "460400",
        "100 那大镇 101 和庆镇 102 南丰镇 103 大成镇 104 雅星镇 105 兰洋镇 106 光村镇 107 木棠镇 "
        "108 海头镇 109 峨蔓镇 111 王五镇 112 白马井镇 113 中和镇 114 排浦镇 115 东成镇 116 新州镇 "
        "499 洋浦经济开发区",
    ),
    "620200": _listed("620201", "001 雄关街道 002 钢城街道 100 新城镇 101 峪泉镇 102 文殊镇"),
    "632857": _listed("632857", "100 柴旦镇 101 锡铁山镇"),
}

# Counties of the list without any town: one place of kind subdistrict with code ending 000 stands for the whole.
TOWN_STANDS_FOR_COUNTY = {
    "330383": "no towns: the city governs its communities directly",
    "460202": "no towns: the district governs its communities directly",
    "460203": "no towns: the district governs its communities directly",
    "460204": "no towns: the district governs its communities directly",
    "460205": "no towns: the district governs its communities directly",
    "460302": "no towns listed",
    "460303": "no towns listed",
    **{f"6590{number:02d}": "no towns listed (city of the Production and Construction Corps)" for number in range(1, 13)},
}

NO_FIGURES = {"350527": "no towns listed and no census figure: kept as a unit with population 0, without a settlement"}
NO_CENSUS = {
    "659011": "founded after the census, which counts its people elsewhere: population 0",
    "659012": "founded after the census, which counts its people elsewhere: population 0",
    "659013": "founded after the census, which counts its people elsewhere: population 0",
}
OTHER_NOTES = {
    "232700": (
        "大兴安岭地区",
        "232701",
        "the administration sits in 加格达奇, which has no code in the list of units; 漠河市 stands in as the seat",
    ),
    "441900401": ("松山湖等园区", "441900", "four development zones of 东莞 are not towns and are left out"),
}
