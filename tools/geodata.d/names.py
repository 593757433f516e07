"""What Chinese unit names say: the kind of unit, and the bare name without suffix."""

import re

# The list of units notes abolished towns in several wordings: （撤销）, （已撤销）, （2022年撤分）.
_ABOLISHED = re.compile("（[^）]*撤[^）]*）$")

# The ethnic groups that occur in names of autonomous units, longest first so that none hides another.
_GROUPS = sorted(
    (
        "蒙古 回 藏 维吾尔 苗 彝 壮 布依 朝鲜 满 侗 瑶 白 土家 哈尼 哈萨克 傣 黎 傈僳 佤 畲 高山 拉祜 水 "
        "东乡 纳西 景颇 柯尔克孜 土 达斡尔 仫佬 羌 布朗 撒拉 毛南 仡佬 锡伯 阿昌 普米 塔吉克 怒 乌孜别克 "
        "俄罗斯 鄂温克 德昂 保安 裕固 京 塔塔尔 独龙 鄂伦春 赫哲 门巴 珞巴 基诺"
    ).split(),
    key=lambda group: (-len(group), group),
)
_BARE_GROUPS = ("蒙古", "哈萨克", "柯尔克孜", "塔吉克", "锡伯", "维吾尔", "达斡尔", "鄂温克", "鄂伦春")
_TOWN_SUFFIXES = ("街道办事处", "街道", "地区", "民族镇", "民族乡", "苏木", "镇", "乡")
_UNIT_SUFFIXES = (
    "特别行政区", "行政委员会", "自治州", "自治县", "自治旗", "地区", "林区", "特区", "新区", "矿区",
    "盟", "州", "县", "市", "旗", "区",
)


def is_abolished(name: str) -> bool:
    return _ABOLISHED.search(name) is not None


def without_note(name: str) -> str:
    """The name of an abolished town without the note that says so."""
    return _ABOLISHED.sub("", name)


def _without_groups(name: str) -> str:
    """Cuts the names of ethnic groups off the end, as long as two characters of the place remain."""
    while True:
        for group in _GROUPS:
            for ending in (group + "族", group if group in _BARE_GROUPS else ""):
                if ending and name.endswith(ending) and len(name) - len(ending) >= 2:
                    name = name[: -len(ending)]
                    break
            else:
                continue
            break
        else:
            return name


def _stem(name: str, suffixes: tuple[str, ...]) -> str:
    for suffix in suffixes:
        if name.endswith(suffix) and len(name) > len(suffix):
            return _without_groups(name[: -len(suffix)])
    return name


def town_stem(name: str) -> str:
    return _stem(name, _TOWN_SUFFIXES)


def unit_stem(name: str) -> str:
    return _stem(name, _UNIT_SUFFIXES)


def town_kind(code: str, name: str) -> str:
    """The kind of a town. Codes 001 to 099 are subdistricts, also where the name still says 镇 or 乡
    (the regional offices 地区办事处 of Beijing, which are built-up)."""
    if name.endswith("街道") or code[6] == "0":
        return "subdistrict"
    if name.endswith("镇"):
        return "town"
    if name.endswith(("乡", "苏木")):
        return "township"
    return "other"


# Counties whose name ends like a district's.
_COUNTIES_NAMED_AREA = ("神农架林区", "六枝特区")


def county_kind(name: str) -> str:
    if name.endswith("区") and name not in _COUNTIES_NAMED_AREA:
        return "district"
    return "city" if name.endswith("市") else "county"


_LATIN_SUFFIX = {"区": "qu", "县": "xian", "市": "shi", "旗": "qi"}


def county_latin(name: str, place_name: str, names: frozenset[str]) -> str:
    """The Latin name of a county from the names of a place that has its Chinese name among others, empty where they
    do not tell: a syllable for every character and the suffix ("sheng si xian"), or the place's own name with it."""
    suffix = _LATIN_SUFFIX.get(name[-1])
    if suffix is None:
        return ""
    spelled = {
        "".join(syllables[:-1]).capitalize()
        for syllables in (text.split() for text in names if text.isascii() and text.islower())
        if len(syllables) == len(name) and syllables[-1] == suffix
    }
    if len(spelled) == 1:
        return spelled.pop()
    return place_name if f"{place_name} {suffix.capitalize()}" in names else ""
