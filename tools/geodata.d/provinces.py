"""The 34 province-level units: English name, region of the statistics, and whether the plan covers it.

Hong Kong, Macao and Taiwan stand on every map; there are no figures for them, so the plan does not cover them.
"""

# adcode -> (Chinese name, English name, region)
PROVINCES = {
    "110000": ("北京市", "Beijing", "east"),
    "120000": ("天津市", "Tianjin", "east"),
    "130000": ("河北省", "Hebei", "east"),
    "140000": ("山西省", "Shanxi", "central"),
    "150000": ("内蒙古自治区", "Inner Mongolia", "west"),
    "210000": ("辽宁省", "Liaoning", "northeast"),
    "220000": ("吉林省", "Jilin", "northeast"),
    "230000": ("黑龙江省", "Heilongjiang", "northeast"),
    "310000": ("上海市", "Shanghai", "east"),
    "320000": ("江苏省", "Jiangsu", "east"),
    "330000": ("浙江省", "Zhejiang", "east"),
    "340000": ("安徽省", "Anhui", "central"),
    "350000": ("福建省", "Fujian", "east"),
    "360000": ("江西省", "Jiangxi", "central"),
    "370000": ("山东省", "Shandong", "east"),
    "410000": ("河南省", "Henan", "central"),
    "420000": ("湖北省", "Hubei", "central"),
    "430000": ("湖南省", "Hunan", "central"),
    "440000": ("广东省", "Guangdong", "east"),
    "450000": ("广西壮族自治区", "Guangxi", "west"),
    "460000": ("海南省", "Hainan", "east"),
    "500000": ("重庆市", "Chongqing", "west"),
    "510000": ("四川省", "Sichuan", "west"),
    "520000": ("贵州省", "Guizhou", "west"),
    "530000": ("云南省", "Yunnan", "west"),
    "540000": ("西藏自治区", "Tibet", "west"),
    "610000": ("陕西省", "Shaanxi", "west"),
    "620000": ("甘肃省", "Gansu", "west"),
    "630000": ("青海省", "Qinghai", "west"),
    "640000": ("宁夏回族自治区", "Ningxia", "west"),
    "650000": ("新疆维吾尔自治区", "Xinjiang", "west"),
    "710000": ("台湾省", "Taiwan", "none"),
    "810000": ("香港特别行政区", "Hong Kong", "none"),
    "820000": ("澳门特别行政区", "Macao", "none"),
}

# The four municipalities stand at prefecture level under these codes.
MUNICIPALITIES = {"110000": "110100", "120000": "120100", "310000": "310100", "500000": "500100"}


def planned(adcode: str) -> bool:
    return PROVINCES[adcode][2] != "none"
