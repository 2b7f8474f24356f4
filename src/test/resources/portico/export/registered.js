// Runs bin/index.js with Pulumi's mocks, and writes what it registers to registered.json.
const fs = require("fs");
const path = require("path");
const pulumi = require(path.resolve("node_modules/@pulumi/pulumi"));

const registered = [];
const [project, config] = [process.argv[2], JSON.parse(process.argv[3])];
pulumi.runtime.setAllConfig(
    Object.fromEntries(Object.entries(config).map(([key, text]) => [project + ":" + key, text])));
pulumi.runtime
    .setMocks(
        {
            newResource: (args) => {
                registered.push({ type: args.type, name: args.name, inputs: args.inputs });
                const state = { ...args.inputs, arn: "arn:" + args.name };
                return { id: "id-of-" + args.name, state: { ...state, dnsName: args.name + ".elb.example", zoneId: args.inputs.zoneId ?? "zone-of-" + args.name } };
            },
            call: (args) => {
                throw new Error("no function is called: " + args.token);
            },
        },
        project,
        "test",
        false)
    .then(() => require(path.resolve("bin/index.js")));
process.on("exit", () => fs.writeFileSync("registered.json", JSON.stringify(registered)));
