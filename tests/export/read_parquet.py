#!/usr/bin/env python3
"""Reads a flat Parquet file with nothing but the standard library and prints its rows as NDJSON, missing values left out.

Written from the format's specification (parquet.thrift, "Encodings", "Data Pages") and from nothing in src/export, so
that the writer has an independent reader wherever the tests run. It reads what flat tables need: optional columns,
version 1 data pages, PLAIN values, run-length definition levels, gzip or no compression. Whatever else it meets is an error.
"""
import datetime
import json
import struct
import sys
import zlib


class Thrift:
    """The compact protocol: a struct becomes a dict of field numbers."""

    def __init__(self, data, at=0):
        self.data, self.at = data, at

    def byte(self):
        self.at += 1
        return self.data[self.at - 1]

    def varint(self):
        value = shift = 0
        while True:
            byte = self.byte()
            value |= (byte & 0x7F) << shift
            shift += 7
            if byte < 0x80:
                return value

    def zigzag(self):
        value = self.varint()
        return (value >> 1) ^ -(value & 1)

    def value(self, kind):
        if kind in (1, 2):
            return kind == 1
        if kind == 3:
            return self.byte()
        if kind in (4, 5, 6):
            return self.zigzag()
        if kind == 7:
            self.at += 8
            return struct.unpack("<d", self.data[self.at - 8:self.at])[0]
        if kind == 8:
            size = self.varint()
            self.at += size
            return self.data[self.at - size:self.at]
        if kind in (9, 10):
            head = self.byte()
            size = head >> 4
            if size == 15:
                size = self.varint()
            return [self.value(head & 0x0F) for _ in range(size)]
        if kind == 12:
            return self.struct()
        raise ValueError(f"thrift type {kind}")

    def struct(self):
        fields, number = {}, 0
        while True:
            head = self.byte()
            if head == 0:
                return fields
            number = number + (head >> 4) if head >> 4 else self.zigzag()
            fields[number] = self.value(head & 0x0F)


def levels(data, count):
    """Run-length / bit-packed hybrid of width 1."""
    out, thrift = [], Thrift(data)
    while len(out) < count:
        head = thrift.varint()
        if head & 1:
            for _ in range(head >> 1):
                byte = thrift.byte()
                out += [byte >> bit & 1 for bit in range(8)]
        else:
            out += [thrift.byte()] * (head >> 1)
    if thrift.at != len(data):
        raise ValueError("bytes left after the definition levels")
    return out[:count]


def plain(data, kind, count):
    if kind == 0:
        return [bool(data[i >> 3] >> (i & 7) & 1) for i in range(count)]
    if kind in (1, 2, 5):
        code, size = {1: ("i", 4), 2: ("q", 8), 5: ("d", 8)}[kind]
        if len(data) != size * count:
            raise ValueError("wrong number of bytes for the values")
        return list(struct.unpack(f"<{count}{code}", data))
    if kind == 6:
        values, at = [], 0
        for _ in range(count):
            size = struct.unpack_from("<I", data, at)[0]
            values.append(data[at + 4:at + 4 + size])
            at += 4 + size
        if at != len(data):
            raise ValueError("bytes left after the values")
        return values
    raise ValueError(f"physical type {kind}")


def meaning(element):
    """How a column's values read: by its logical type, which must agree with the converted type of older readers."""
    logical, converted = element.get(10, {}), element.get(6)
    if 1 in logical and converted == 0:
        return lambda value: value.decode("utf-8")
    if 6 in logical and converted == 6:
        return lambda value: (datetime.date(1970, 1, 1) + datetime.timedelta(days=value)).isoformat()
    if 8 in logical and converted == 10 and logical[8][1] is True and 2 in logical[8][2]:
        return lambda value: (datetime.datetime(1970, 1, 1) + datetime.timedelta(microseconds=value)).isoformat() + "Z"
    if not logical and converted is None:
        return lambda value: value
    raise ValueError(f"types {logical} and {converted} of column {element[4]}")


def column(data, meta, rows, reads):
    values, at, ends = [], meta[9], meta[9] + meta[7]
    while at < ends:
        thrift = Thrift(data, at)
        header = thrift.struct()
        page = data[thrift.at:thrift.at + header[3]]
        at = thrift.at + header[3]
        if header[1] != 0 or header[5][2] != 0 or header[5][3] != 3:
            raise ValueError("a page that is no plain data page")
        if meta[4] == 2:
            page = zlib.decompress(page, 31)
        elif meta[4] != 0:
            raise ValueError(f"codec {meta[4]}")
        if len(page) != header[2]:
            raise ValueError("wrong size of a page")
        size = struct.unpack_from("<I", page)[0]
        present = levels(page[4:4 + size], header[5][1])
        found = iter(plain(page[4 + size:], meta[1], sum(present)))
        values += [reads(next(found)) if there else None for there in present]
    if at != ends or len(values) != rows or meta[5] != rows:
        raise ValueError("wrong number of values")
    statistics = meta[12]
    if statistics[3] != values.count(None):
        raise ValueError("wrong number of missing values")
    if 5 in statistics and meta[1] != 5:
        there = [value for value in values if value is not None]
        extremes = [reads(plain_extreme(statistics[field], meta[1])) for field in (6, 5)]
        if meta[1] == 6:
            there, extremes = [v.encode() for v in there], [v.encode() for v in extremes]
        if extremes != [min(there), max(there)]:
            raise ValueError(f"wrong extremes {extremes}")
    return values


def plain_extreme(data, kind):
    return data if kind == 6 else struct.unpack("<i" if kind == 1 else "<q", data)[0]


def read(path):
    data = open(path, "rb").read()
    if data[:4] != b"PAR1" or data[-4:] != b"PAR1":
        raise ValueError("no Parquet file")
    size = struct.unpack("<I", data[-8:-4])[0]
    footer = Thrift(data, len(data) - 8 - size)
    meta = footer.struct()
    if footer.at != len(data) - 8:
        raise ValueError("bytes left after the footer")
    root, elements = meta[2][0], meta[2][1:]
    if root[5] != len(elements) or any(element[3] != 1 for element in elements) or len(meta[7]) != len(elements):
        raise ValueError("not a flat table of optional columns")
    names = [element[4].decode("utf-8") for element in elements]
    total = 0
    for group in meta[4]:
        chunks = [chunk[3] for chunk in group[1]]
        if [chunk[3] for chunk in chunks] != [[name.encode()] for name in names]:
            raise ValueError("columns of a row group")
        total += group[3]
        for row in zip(*(column(data, chunk, group[3], meaning(element)) for chunk, element in zip(chunks, elements))):
            yield {name: value for name, value in zip(names, row) if value is not None}
    if total != meta[3]:
        raise ValueError("wrong number of rows")


if __name__ == "__main__":
    for row in read(sys.argv[1]):
        print(json.dumps(row, ensure_ascii=False))
