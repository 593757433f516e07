"""Reads a project with QGIS, without a screen, and says what is in it as JSON; see tools/export-check."""

import json
import sys

from qgis.core import QgsApplication, QgsProject, QgsRenderContext

application = QgsApplication([], False)
application.initQgis()
project = QgsProject.instance()
if not project.read(sys.argv[1]):
    sys.exit(project.error() or "the project cannot be read")


def told(layer):
    renderer = layer.renderer()
    context = QgsRenderContext()
    renderer.startRender(context, layer.fields())
    bare = 0
    for number, feature in enumerate(layer.getFeatures()):
        if number == 5000:
            break
        context.expressionContext().setFeature(feature)
        bare += renderer.symbolForFeature(feature, context) is None
    renderer.stopRender(context)
    return {
        "name": layer.name(), "source": layer.source(), "valid": layer.isValid(), "count": layer.featureCount(),
        "renderer": renderer.type(), "bare": bare,
        "classes": len(renderer.categories()) if renderer.type() == "categorizedSymbol" else 1,
        "timed": layer.temporalProperties().isActive(),
    }


span = project.timeSettings().temporalRange()
months = 0
if not span.isInfinite():
    begin, end = span.begin().date(), span.end().date()
    months = (end.year() - begin.year()) * 12 + end.month() - begin.month()
answer = {
    "system": project.crs().authid(), "quarters": months // 3,
    "layers": [told(node.layer()) for node in project.layerTreeRoot().findLayers() if node.layer()],
}
print(json.dumps(answer))
sys.stdout.flush()
