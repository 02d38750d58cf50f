import { describe, expect, it } from "vitest";
import { checkAudit } from "../../adapters/work/checks/check-audit.ts";
import { DEFAULT_DESK } from "../../src/desk.ts";
import type { Reader } from "../../src/ports.ts";
import { type Audit, UNVERIFIED, verifyAudit } from "../../src/privacy/audit.ts";
import { sealAudits } from "../../src/privacy/record-audit.ts";
import { agent, createWorld, customer } from "../world.ts";

/** A desk at which somebody has read so many times, and what its log says. */
async function readTimes(times: number) {
  const world = createWorld();
  await world.writes(customer, "My invoice is wrong.");
  const wanted = { kind: "transcript", interactionId: (await world.interaction()).id } as const;
  for (let count = 0; count < times; count += 1)
    await world.handle({ kind: "words-wanted", by: agent, via: "page", purpose: "work", wanted });
  return { world, lines: await world.store.list("audit", { orderBy: "number" }) };
}

describe("the audit log", () => {
  it("is verified line by line, in as many parts as it is read in", async () => {
    const { lines } = await readTimes(5);
    const half = await verifyAudit(DEFAULT_DESK, lines.slice(0, 2));
    expect(half).toEqual({ number: 2, hash: lines[1]?.hash });
    if ("how" in half) throw new Error("The first half does not hold");
    expect(await verifyAudit(DEFAULT_DESK, lines.slice(2), half)).toEqual({ number: 5, hash: lines[4]?.hash });
    expect(await verifyAudit(DEFAULT_DESK, [])).toEqual(UNVERIFIED);
  });

  const TAMPERED: Readonly<Record<string, (lines: Audit[]) => void>> = {
    changed: (lines) => lines.splice(2, 1, { ...(lines[2] as Audit), byName: "Somebody Else" }),
    missing: (lines) => lines.splice(2, 1),
  };
  it.each(Object.entries(TAMPERED))("shows the first line that was %s", async (how, tamper) => {
    const { lines } = await readTimes(5);
    tamper(lines);
    expect(await verifyAudit(DEFAULT_DESK, lines)).toEqual({ number: 3, how });
    expect(await verifyAudit("another", lines)).toEqual({ number: 1, how: "changed" });
  });

  it("shows a line that was written anew with its own hash, but not those after it", async () => {
    const { lines } = await readTimes(3);
    const other = (await readTimes(4)).lines;
    expect(await verifyAudit(DEFAULT_DESK, [lines[0], lines[1], { ...other[2], previous: "x" }] as Audit[])).toEqual({
      number: 3,
      how: "changed",
    });
    const own = await createOwn(lines[0] as Audit);
    expect(await verifyAudit(DEFAULT_DESK, [lines[0], own, lines[2]] as Audit[])).toEqual({
      number: 3,
      how: "unchained",
    });
  });

  it("is gone through by doctor, which says how far it goes and which line is the first that is not sound", async () => {
    const { world, lines } = await readTimes(3);
    const [sound] = await checkAudit(world.store, DEFAULT_DESK);
    expect(sound).toMatchObject({ level: "ok", found: expect.stringContaining(`3 lines`) });
    expect(sound?.found).toContain(lines[2]?.hash);
    const list = (async (_: string, { atLeast }: { atLeast: { number: number } }) =>
      lines.filter(({ number }) => number !== 2 && number >= atLeast.number)) as never;
    const [broken] = await checkAudit({ ...world.store, list } as Reader, DEFAULT_DESK);
    expect(broken).toMatchObject({ level: "fault", found: expect.stringMatching(/^line 2 is missing/) });
    expect(broken?.remedy).toContain("backups");
    expect((await checkAudit(createWorld().store, DEFAULT_DESK))[0]).toMatchObject({ level: "ok" });
  });
});

/** Another second line, sealed as the first one would have it. */
async function createOwn(first: Audit): Promise<Audit> {
  const store = { list: async () => [first] } as never;
  const ids = { next: () => "forged", secret: () => "secret" };
  const note = { by: null, act: "read", table: "desk", subject: null, via: "page" } as const;
  const [change] = await sealAudits({ deskId: DEFAULT_DESK, store, ids }, [note], 7);
  return change?.row as Audit;
}
