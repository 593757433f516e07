"""Reads a project with QGIS, without a screen, plays its quarters, and says what is in it as JSON; see tools/export-check."""

import json
import sqlite3
import sys
import tempfile

from qgis.PyQt.QtCore import QSize
from qgis.core import (
    QgsApplication, QgsFeatureRequest, QgsInterval, QgsMapRendererSequentialJob, QgsMapSettings, QgsProject, QgsRenderContext,
    QgsTemporalNavigationObject, QgsUnitTypes, QgsVectorLayerTemporalContext,
)
from qgis.PyQt.QtGui import QColor

application = QgsApplication([], False)
application.initQgis()
project = QgsProject.instance()
if not project.read(sys.argv[1]):
    sys.exit(project.error() or "the project cannot be read")
layers = [node.layer() for node in project.layerTreeRoot().findLayers() if node.layer()]


def name_of_table(layer):
    return layer.source().split("layername=")[1]


def classes(layer):
    """Label and colour of each class, in order."""
    renderer = layer.renderer()
    if renderer.type() == "categorizedSymbol":
        return [[category.label(), category.symbol().color().name()] for category in renderer.categories()]
    if renderer.type() == "RuleRenderer":
        return [[rule.label(), rule.symbol().color().name()] for rule in renderer.rootRule().children()]
    return [["", renderer.symbol().color().name()]]


def sample(layer):
    """Colours of up to 5000 features; None where one has no symbol."""
    renderer = layer.renderer().clone()
    context = QgsRenderContext()
    renderer.startRender(context, layer.fields())
    colours = []
    for number, feature in enumerate(layer.getFeatures()):
        if number == 5000:
            break
        context.expressionContext().setFeature(feature)
        symbols = renderer.symbolsForFeature(feature, context)
        colours.append(symbols[0].color().name() if symbols else None)
    renderer.stopRender(context)
    return colours


def told(layer):
    colours = sample(layer)
    answer = {
        "name": layer.name(), "source": layer.source(), "valid": layer.isValid(), "count": layer.featureCount(),
        "renderer": layer.renderer().type(), "bare": colours.count(None), "classes": classes(layer),
        "timed": layer.temporalProperties().isActive(),
    }
    # The style for others, in place of QGIS's own.
    database = sqlite3.connect(layer.source().split("|")[0])
    sheet = database.execute("SELECT styleSLD FROM layer_styles WHERE f_table_name = ?", [name_of_table(layer)]).fetchone()
    database.close()
    other = layer.clone()
    with tempfile.NamedTemporaryFile("w", suffix=".sld", encoding="utf-8") as file:
        file.write(sheet[0] if sheet else "")
        file.flush()
        message, answer["sld"] = other.loadSldStyle(file.name)
    answer["sld_message"] = message
    answer["sld_classes"] = classes(other) if answer["sld"] else []
    answer["sld_alike"] = answer["sld"] and sample(other) == colours
    return answer


def frames():
    """The quarters that the temporal controller plays, set up as its panel does from the project."""
    settings = project.timeSettings()
    controller = QgsTemporalNavigationObject()
    controller.setNavigationMode(project.readNumEntry("TemporalControllerWidget", "/NavigationMode", 0)[0])
    controller.setTemporalExtents(settings.temporalRange())
    controller.setFrameDuration(QgsInterval(settings.timeStep(), settings.timeStepUnit()))
    return controller.navigationMode(), [
        controller.dateTimeRangeForFrameNumber(number) for number in range(controller.totalFrameCount())
    ]


def visible(layer, frame):
    """Features of a layer in a frame, by class of the field that its classes are made of."""
    context = QgsVectorLayerTemporalContext()
    context.setLayer(layer)
    request = QgsFeatureRequest().setFilterExpression(layer.temporalProperties().createFilterString(context, frame))
    field = layer.fields().indexOf("status")
    counts = {}
    for feature in layer.getFeatures(request):
        value = str(feature[field]) if field >= 0 else ""
        counts[value] = counts.get(value, 0) + 1
    return counts


def drawn(shown, frame):
    """Pixels of each colour of the classes of what is drawn in a frame."""
    map = QgsMapSettings()
    map.setLayers(shown)
    map.setDestinationCrs(project.crs())
    map.setExtent(shown[0].extent())
    map.setOutputSize(QSize(700, 700))
    map.setBackgroundColor(QColor("white"))
    map.setFlag(QgsMapSettings.Antialiasing, False)
    map.setIsTemporal(True)
    map.setTemporalRange(frame)
    job = QgsMapRendererSequentialJob(map)
    job.start()
    job.waitForFinished()
    image = job.renderedImage().convertToFormat(4)
    pixels = {}
    bits = image.constBits()
    bits.setsize(image.sizeInBytes())
    data = bytes(bits)
    colours = {colour for layer in shown for _, colour in classes(layer)}
    for offset in range(0, len(data), 4):
        key = data[offset:offset + 3]
        pixels[key] = pixels.get(key, 0) + 1
    names = {f"#{key[2]:02x}{key[1]:02x}{key[0]:02x}": count for key, count in pixels.items()}
    return {colour: names.get(colour, 0) for colour in sorted(colours)}


answer = {"system": project.crs().authid(), "layers": [told(layer) for layer in layers], "quarters": 0, "played": {}}
settings = project.timeSettings()
span = settings.temporalRange()
if not span.isInfinite():
    begin, end = span.begin().date(), span.end().date()
    answer["quarters"] = ((end.year() - begin.year()) * 12 + end.month() - begin.month()) // 3
    answer["step"] = [settings.timeStep(), QgsUnitTypes.toString(settings.timeStepUnit())]
    answer["panel"] = [
        project.readEntry("TemporalControllerWidget", key)[0] for key in ("/StartDateTime", "/EndDateTime")]
    answer["span"] = [span.begin().toString("yyyy-MM-ddTHH:mm:ss") + "Z", span.end().toString("yyyy-MM-ddTHH:mm:ss") + "Z"]
    mode, played = frames()
    answer["mode"] = int(mode)
    answer["frames"] = [frame.begin().toString("yyyy-MM-dd") for frame in played]
    for layer in layers:
        if layer.temporalProperties().isActive():
            name = name_of_table(layer)
            answer["played"][name] = [visible(layer, frame) for frame in played]
            if name == "timeline":
                answer["drawn"] = [drawn([layer], frame) for frame in (played[0], played[answer["quarters"] - 1])]
                answer["colours"] = {category.value(): category.symbol().color().name() for category in layer.renderer().categories()}
print(json.dumps(answer))
sys.stdout.flush()
