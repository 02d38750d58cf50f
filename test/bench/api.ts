import { it } from "vitest";
import { benchApiSaturation } from "./api-saturation.ts";
import { report } from "./report.ts";

it("measures calls of the help-desk API at saturation against a bare Hono app's", async () => {
  report("api", { calls: await benchApiSaturation() });
});
