import { describe, expect, it } from "vitest";
import { readableView } from "../servers/slack/readable.ts";
import { homeOf, modalOf } from "./talk.ts";
import { HOSTING, HOSTING_AGENT, LEAD, rowsAt, SHOP, SHOP_AGENT, unhappyAtBoth } from "./two-desks.ts";

describe("App Home where there are two desks", () => {
  it("shows each agent their own desk, and works there", async () => {
    const { desk } = await unhappyAtBoth();
    const { slack } = desk;
    slack.user("U1").writes(SHOP.support, "Where is my parcel?");
    slack.user("U3").writes(HOSTING.support, "My site is down.");
    await desk.settle();
    slack.user(SHOP_AGENT).opensHome();
    const home = await homeOf(desk, SHOP_AGENT, "customer one: Where is my parcel?");
    expect(readableView(home)).not.toMatch(/customer two|My site|Acme/);
    slack.user(HOSTING_AGENT).opensHome();
    const other = await homeOf(desk, HOSTING_AGENT, "customer two: My site is down.");
    expect(readableView(other)).not.toMatch(/customer one|parcel/);
    await slack.user(HOSTING_AGENT).clicks(other, "resolve");
    await modalOf(desk, HOSTING_AGENT);
    await slack.user(HOSTING_AGENT).submits({ product: "app", note: "" });
    await desk.settle();
    expect(await rowsAt(desk, "hosting").list("interaction", { where: { state: "open" } })).toEqual([]);
    expect(await rowsAt(desk, "shop").list("interaction", { where: { state: "open" } })).toHaveLength(1);
    expect(slack.complaints).toEqual([]);
  });

  it("shows who is of both teams both, each under its name, within Slack's hundred blocks", async () => {
    const { desk } = await unhappyAtBoth();
    for (let count = 1; count <= 25; count += 1) {
      desk.slack.user("U1").writes(SHOP.support, `Parcel ${count}?`);
      desk.slack.user("U3").writes(HOSTING.support, `Site ${count}?`);
    }
    await desk.settle();
    desk.slack.user(LEAD).opensHome();
    const home = await homeOf(desk, LEAD, "Site 10?");
    const text = readableView(home);
    expect(text.indexOf("# Acme Shop")).toBeLessThan(text.indexOf("Parcel 10?"));
    expect(text.indexOf("Parcel 10?")).toBeLessThan(text.indexOf("# Acme Hosting"));
    expect(text.indexOf("# Acme Hosting")).toBeLessThan(text.indexOf("Site 10?"));
    expect(text).not.toMatch(/(Parcel|Site) 11\?/);
    await desk.slack.user(LEAD).clicks(home, "case-claim");
    await homeOf(desk, LEAD, "lead elm will get in touch");
    expect(await rowsAt(desk, "shop").list("case", {})).toMatchObject([{ state: "claimed" }]);
    expect(await rowsAt(desk, "hosting").list("case", {})).toMatchObject([{ state: "new" }]);
    expect(desk.slack.complaints).toEqual([]);
  });
});
