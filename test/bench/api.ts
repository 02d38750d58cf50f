import { it } from "vitest";
import { benchApiSaturation } from "./api-saturation.ts";

it("measures calls of the help-desk API at saturation against a bare Hono app's", async () => {
  process.stdout.write(`${JSON.stringify({ api: await benchApiSaturation() }, null, 2)}\n`);
});
