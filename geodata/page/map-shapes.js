// Arcs, boxes and outlines: the plane geometry of the map.

// The arc that a reference means, whichever way it runs.
function number(reference) {
  return reference < 0 ? ~reference : reference;
}

// Draws the points of an arc, the first only where a chain begins.
function trace(path, points, isForward, begins) {
  const last = points.length - 2;
  if (begins) path.moveTo(points[isForward ? 0 : last], points[isForward ? 1 : last + 1]);
  for (let i = 2; i <= last; i += 2) {
    const at = isForward ? i : last - i;
    path.lineTo(points[at], points[at + 1]);
  }
}

function joined(one, other) {
  return [
    Math.min(one[0], other[0]), Math.min(one[1], other[1]),
    Math.max(one[2], other[2]), Math.max(one[3], other[3]),
  ];
}

function overlaps(one, other) {
  return one[0] <= other[2] && one[2] >= other[0] && one[1] <= other[3] && one[3] >= other[1];
}

function inside(x, y, box) {
  return x >= box[0] && x <= box[2] && y >= box[1] && y <= box[3];
}

function boxOf(points) {
  const box = [Infinity, Infinity, -Infinity, -Infinity];
  for (let i = 0; i < points.length; i += 2) {
    box[0] = Math.min(box[0], points[i]);
    box[1] = Math.min(box[1], points[i + 1]);
    box[2] = Math.max(box[2], points[i]);
    box[3] = Math.max(box[3], points[i + 1]);
  }
  return box;
}

// Arcs by the highest level of the units that they part, an outer one by the highest of all; lines too.
function sortedBorders(data) {
  const beside = data.arcs.map(() => []);
  for (const area of data.areas) {
    for (const ring of area.rings) {
      for (const reference of ring) beside[number(reference)].push(area.unit);
    }
  }
  const borders = [[], [], []];
  beside.forEach((units, arc) => {
    const parts = (level) => new Set(units.map((unit) => data.ancestor(unit, level))).size > 1;
    if (units.length) borders[units.length === 1 || parts(0) ? 0 : parts(1) ? 1 : 2].push(arc);
  });
  for (const line of data.lines) borders[0].push(...line.map(number));
  return borders;
}

// The outline of areas together, to be filled by the even-odd rule: arcs that two of them share fall away, the
// others are chained end to end. Every end has an even number of them, so that every chain closes.
function outline(areas, arcs) {
  const single = new Set();
  for (const area of areas) {
    for (const ring of area.rings) {
      for (const reference of ring) {
        const arc = number(reference);
        if (!single.delete(arc)) single.add(arc);
      }
    }
  }
  const ends = new Map();
  const key = (arc, isEnd) => {
    const points = arcs[arc];
    const at = isEnd ? points.length - 2 : 0;
    return points[at] * 67108864 + points[at + 1];
  };
  for (const arc of single) {
    for (const isEnd of [false, true]) {
      const end = key(arc, isEnd);
      if (!ends.has(end)) ends.set(end, []);
      ends.get(end).push(arc);
    }
  }
  const path = new Path2D();
  for (const first of single) {
    const start = key(first, false);
    let arc = first;
    let isForward = true;
    for (let begins = true; arc !== undefined; begins = false) {
      single.delete(arc);
      trace(path, arcs[arc], isForward, begins);
      const end = key(arc, isForward);
      arc = end === start ? undefined : ends.get(end).find((other) => single.has(other));
      isForward = arc !== undefined && key(arc, false) === end;
    }
    path.closePath();
  }
  return path;
}

// An arc with the points left out that lie within a distance of the one before; both ends stay.
function thinned(points, distance) {
  if (!distance || points.length <= 4) return points;
  const kept = [points[0], points[1]];
  for (let i = 2; i < points.length - 2; i += 2) {
    const far = Math.hypot(points[i] - kept.at(-2), points[i + 1] - kept.at(-1));
    if (far >= distance) kept.push(points[i], points[i + 1]);
  }
  kept.push(points.at(-2), points.at(-1));
  return kept;
}
