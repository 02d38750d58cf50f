import { expect, it } from "vitest";
import { agent, customer, SECOND } from "../../world.ts";
import { openPages } from "./pages.ts";

it("finds what was written, marked and redacted, by words and filters in the address, and tells the audit log of it", async () => {
  const { world, get, read } = openPages();
  await world.writes(customer, "I am Customer One. <b>Refund</b> me & write to one@example.com");
  world.sleep(SECOND);
  await world.writes(agent, "The refund is on its way.");
  const { id } = await world.interaction();
  const page = await read("/search?name=Birch&q=refund");
  expect(page).toContain("2 places found");
  expect(page).toContain("I am [name]. &lt;b&gt;<mark>Refund</mark>&lt;/b&gt; me &amp; write to [e-mail]");
  expect(page).toContain("The <mark>refund</mark> is on its way.");
  expect(page).toContain(`/conversations/${id}?name=Birch`);
  expect(await world.store.list("audit", {})).toMatchObject([
    { act: "read", byName: "Birch", byRole: "lead", via: "page", facts: { hits: 2 } },
  ]);
  expect(await read("/search?name=Birch&q=refund&week=2026-W40")).toContain("Nothing was found.");
  expect(await read("/search?name=Birch&person=customer+one&band=")).toContain('value="customer one"');
  const refused = await get("/search?name=Birch&q=refund&week=40");
  expect([refused.status, (await refused.text()).includes("There is no such week.")]).toEqual([422, true]);
});

it("asks for a name first, keeps what is looked for, and finds nothing until then", async () => {
  const { world, read } = openPages();
  await world.writes(customer, "Refund me");
  const page = await read("/search?q=%22refund+me%22&product=billing");
  expect(page).toContain("it is noted who reads");
  expect(page).toContain('<input type="hidden" name="q" value="&quot;refund me&quot;">');
  expect(page).toContain('<input type="hidden" name="product" value="billing">');
  expect(page).not.toContain("Refund me");
  expect(await world.store.list("audit", {})).toEqual([]);
});

it("leads to the older ones, with everything that was looked for", async () => {
  const { world, read } = openPages();
  for (let count = 0; count < 22; count += 1) {
    await world.writes(customer, `Late again, ${count}`);
    world.sleep(SECOND);
  }
  const page = await read("/search?name=Birch&q=late&person=one");
  const next = /rel="next" href="([^"]+)"/.exec(page)?.[1]?.replaceAll("&amp;", "&") ?? "";
  expect(page).toContain("The newest 20");
  expect(next).toMatch(/name=Birch&q=late&person=one&behind=\d+/);
  const older = await read(next);
  expect(older.match(/<li class="card">/g)).toHaveLength(2);
  expect(older).toMatch(/<mark>Late<\/mark> again, 0</);
});

it("speaks the desk's language", async () => {
  const { read } = openPages({ desk: { brand: "Acme", zone: "Europe/Berlin", locale: "de" } });
  expect(await read("/search?name=Birch&q=nichts")).toMatch(/<html lang="de">[\s\S]*Nichts gefunden\./);
});
