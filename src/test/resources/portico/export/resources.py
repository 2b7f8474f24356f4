"""Reads main.tf with python-hcl2, and writes the resources in it to resources.json."""

import json

import hcl2


def plain(text):
    return text.strip('"')


with open("main.tf", encoding="utf-8") as file:
    blocks = hcl2.load(file).get("resource", [])
found = {
    plain(kind) + "." + plain(name): sorted(key for key in fields if not key.startswith("__"))
    for block in blocks
    for kind, each in block.items()
    for name, fields in each.items()
}
with open("resources.json", "w", encoding="utf-8") as file:
    json.dump(found, file)
