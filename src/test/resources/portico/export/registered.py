"""Runs __main__.py with Pulumi's mocks, and writes what it registers to registered.json."""

import json
import runpy
import sys

import pulumi

registered = []


class Recorder(pulumi.runtime.Mocks):
    def new_resource(self, args):
        registered.append({"type": args.typ, "name": args.name, "inputs": args.inputs})
        state = dict(args.inputs)
        state["arn"] = "arn:" + args.name
        state["dnsName"] = args.name + ".elb.example"
        state.setdefault("zoneId", "zone-of-" + args.name)
        return ["id-of-" + args.name, state]

    def call(self, args):
        raise AssertionError("no function is called: " + args.token)


project, config = sys.argv[1], json.loads(sys.argv[2])
pulumi.runtime.set_all_config({project + ":" + key: text for key, text in config.items()})
pulumi.runtime.set_mocks(Recorder(), project=project, stack="test", preview=False)


@pulumi.runtime.test
def run():
    runpy.run_path("__main__.py")


run()
with open("registered.json", "w", encoding="utf-8") as file:
    json.dump(registered, file)
