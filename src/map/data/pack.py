#!/usr/bin/env python3
"""Packs the outlines of world-atlas for src/map/outlines.cpp. Run by hand when the data change:

    npm pack world-atlas@2.0.2 && tar xzf world-atlas-2.0.2.tgz
    python3 src/map/data/pack.py package src/map/data

README.md beside this file describes what is written.
"""
import json
import math
import pathlib
import sys

UNIT = 0.002  # degrees: 220 m at the equator, a hundredth of a point on a globe of 500 pt


def varint(number):
    """Seven bits a byte, the lowest first; the top bit says that more follow."""
    out = bytearray()
    while number >= 128:
        out.append(number & 127 | 128)
        number >>= 7
    out.append(number)
    return bytes(out)


def signed(number):
    """Zigzag: 0, -1, 1, -2, ... become 0, 1, 2, 3, ..."""
    return varint(2 * number if number >= 0 else -2 * number - 1)


def wrapped(units):
    """A difference of longitudes, the short way round."""
    turn = round(360 / UNIT)
    units %= turn
    return units - turn if 2 * units > turn else units


def decoded_arcs(topology):
    scale, origin = topology["transform"]["scale"], topology["transform"]["translate"]
    for arc in topology["arcs"]:
        x = y = 0
        points = []
        for dx, dy in arc:
            x, y = x + dx, y + dy
            points.append((round((x * scale[0] + origin[0]) / UNIT), round((y * scale[1] + origin[1]) / UNIT)))
        yield points


def joined(arcs, ids):
    points = []
    for i in ids:
        points += (arcs[i] if i >= 0 else arcs[~i][::-1])[1 if points else 0:]
    return points


def without_repeats(points):
    kept = points[:1]
    for point in points[1:]:
        if wrapped(point[0] - kept[-1][0]) or point[1] != kept[-1][1]:
            kept.append(point)
    return kept


def area(ring):
    """Positive where the inside lies to the left; the pole is inside a ring that runs round it."""
    return -sum(wrapped(b[0] - a[0]) * (a[1] + b[1] + 180 / UNIT) / 2 for a, b in zip(ring, ring[1:]))


def rings(topology):
    arcs = list(decoded_arcs(topology))
    for geometry in topology["objects"]["land"]["geometries"]:
        for polygon in geometry["arcs"]:
            for place, ids in enumerate(polygon):
                ring = without_repeats(joined(arcs, ids)[::-1])  # world-atlas has the inside to the right
                if max(lat for _, lat in ring) < -89.9 / UNIT or len(ring) < 4:
                    continue  # a hole the size of a point at the pole, or a ring that collapsed
                winds = sum(wrapped(b[0] - a[0]) for a, b in zip(ring, ring[1:]))
                assert ring[0] == ring[-1]
                assert winds == 0 or winds == -round(360 / UNIT), "only the south pole lies on land"
                assert winds or (area(ring) < 0) == (place > 0), "the inside lies to the left"
                yield ring[:-1]


def borders(topology):
    """The arcs that two countries share."""
    users = [set() for _ in topology["arcs"]]
    for country, geometry in enumerate(topology["objects"]["countries"]["geometries"]):
        polygons = {"Polygon": lambda arcs: [arcs], "MultiPolygon": lambda arcs: arcs}.get(geometry["type"])
        for polygon in polygons(geometry["arcs"]) if polygons else []:
            for ids in polygon:
                for i in ids:
                    users[i if i >= 0 else ~i].add(country)
    for points, used in zip(decoded_arcs(topology), users):
        points = without_repeats(points)
        if len(used) > 1 and len(points) > 1:
            yield points


def direction(point):
    """On a globe whose radius is 180 / pi, so that a step of one degree has length 1."""
    lon, lat = math.radians(point[0] * UNIT), math.radians(point[1] * UNIT)
    r = 180 / math.pi
    return (r * math.cos(lat) * math.cos(lon), r * math.cos(lat) * math.sin(lon), r * math.sin(lat))


def distance(p, a, b):
    d = [b[i] - a[i] for i in range(3)]
    e = [p[i] - a[i] for i in range(3)]
    length = sum(x * x for x in d)
    t = min(1, max(0, sum(x * y for x, y in zip(d, e)) / length)) if length else 0
    return math.sqrt(sum((y - t * x) ** 2 for x, y in zip(d, e)))


def level(degrees):
    """Two levels to an octave, from 0.004 degrees: what src/map/outlines.cpp calls level_of."""
    return max(0, min(31, math.floor(2 * math.log2(degrees / 0.004)))) if degrees > 0 else 0


def levels(line, closed):
    """For each point how large a tolerance it survives when the line is simplified (Douglas and Peucker, in degrees of a
    great circle): a map then keeps the points of its own level and above, and need not look at the others."""
    points = [direction(point) for point in line]
    found = [0] * len(points)
    last = len(points) - 1
    if closed:
        last = max(range(len(points)), key=lambda i: math.dist(points[i], points[0]))
        points.append(points[0])
    found[0] = found[last] = 31
    open_parts = [(0, last, 31)] + ([(last, len(points) - 1, 31)] if closed else [])
    while open_parts:
        a, b, most = open_parts.pop()
        if b - a < 2:
            continue
        far, at = max((distance(points[i], points[a], points[b]), i) for i in range(a + 1, b))
        found[at] = min(most, level(far))
        open_parts += [(a, at, found[at]), (at, b, found[at])]
    return found


def packed(lines, closed):
    lines = list(lines)
    out = bytearray(varint(len(lines)))
    for line in lines:
        out += varint(len(line))
        for a, b, how in zip([(0, 0)] + line, line, levels(line, closed)):
            out += bytes([how]) + signed(wrapped(b[0] - a[0])) + signed(b[1] - a[1])
    print(len(lines), "lines,", sum(map(len, lines)), "points,", len(out), "bytes")
    return bytes(out)


COLUMNS, ROWS = 1440, 720  # quarters of a degree


def unrolled(ring):
    """Columns and rows of a ring, longitudes running on; one that winds round a pole is closed along it."""
    place = [(ring[0][0], ring[0][1])]
    for point in ring[1:]:
        place.append((place[-1][0] + wrapped(point[0] - place[-1][0]), point[1]))
    if place[0][0] != place[-1][0]:
        pole = round(-90 / UNIT)
        place += [(place[-1][0], pole), (place[0][0], pole)]
    return [((180 + x * UNIT) * 4, (90 - y * UNIT) * 4) for x, y in place]


def raster(topology):
    """The ISO 3166 number of the country at the middle of every cell, from the north-west; 0 for the sea and for what
    has no number."""
    arcs = list(decoded_arcs(topology))
    cells = [[0] * COLUMNS for _ in range(ROWS)]
    for country in topology["objects"]["countries"]["geometries"]:
        polygons = {"Polygon": [country.get("arcs")], "MultiPolygon": country.get("arcs")}.get(country["type"], [])
        inside = [set() for _ in range(ROWS)]
        for ids in (ids for polygon in polygons for ids in polygon):
            ring = unrolled(joined(arcs, ids))
            crossings = {}
            for (ax, ay), (bx, by) in zip(ring, ring[1:] + ring[:1]):
                for row in range(max(0, math.ceil(min(ay, by) - 0.5)), min(ROWS, math.ceil(max(ay, by) - 0.5))):
                    crossings.setdefault(row, []).append(ax + (row + 0.5 - ay) / (by - ay) * (bx - ax))
            for row, xs in crossings.items():
                xs.sort()
                for left, right in zip(xs[::2], xs[1::2]):  # a hole takes its cells out again
                    inside[row] ^= {x % COLUMNS for x in range(math.ceil(left - 0.5), math.ceil(right - 0.5))}
        for row, columns in enumerate(inside):
            for column in columns:
                cells[row][column] = int(country.get("id", 0))
    return cells


def packed_rows(cells):
    """Each row: how many bytes it has, then runs of so many cells and the country's number."""
    out = bytearray()
    for row in cells:
        runs, start = bytearray(), 0
        for column in range(1, COLUMNS + 1):
            if column == COLUMNS or row[column] != row[start]:
                runs += varint(column - start) + varint(row[start])
                start = column
        out += varint(len(runs)) + runs
    print(len(cells), "rows,", len(out), "bytes")
    return bytes(out)


def main(source, target):
    def read(name):
        return json.loads((source / f"{name}.json").read_text())

    for scale in ("50m", "110m"):
        (target / f"land-{scale}.bin").write_bytes(packed(rings(read(f"land-{scale}")), True))
        (target / f"borders-{scale}.bin").write_bytes(packed(borders(read(f"countries-{scale}")), False))
    (target / "countries.bin").write_bytes(packed_rows(raster(read("countries-50m"))))


main(pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2]))
