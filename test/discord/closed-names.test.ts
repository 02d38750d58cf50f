import { describe, expect, it } from "vitest";
import { idAt } from "../../adapters/discord/address.ts";
import { readChannel } from "../../adapters/discord/channels.ts";
import { type ChannelContext, isClosed, solvedTag, turnFound, turnOf } from "../../adapters/discord/closed-channels.ts";
import { CLOSED_MARKS, isClosedName } from "../../adapters/discord/closed-names.ts";
import { discordSection } from "../../adapters/discord/section.ts";
import { MONDAY_TEN } from "../world.ts";

const section = discordSection.parse({ supportChannels: ["2"], ticketCategories: ["3"] });
const around: ChannelContext = { section, opener: "7", forumTags: [] };

describe("A name that says that it is over", () => {
  it.each([
    ...["🔒-ticket-0003", "✅ticket-0004", "[closed]-0005", "geschlossen-0006", "resolved-0007", "ticket-0008-closed"],
    ...[
      "closed",
      "CLOSED-1",
      "𝗰𝗹𝗼𝘀𝗲𝗱-1",
      "☑️-ticket-1",
      "ticket-9-🔒",
      "erledigt-ticket-12",
      "ticket_12_done",
      "fermé-0004",
    ],
    ...["ferme-0004", "résolu│ticket", "resuelto-3", "cerrado-ana", "fechado-77", "resolvido・maria", "解決済み-0007"],
    ...["【クローズ】0008", "gelöst-1", "ＣＬＯＳＥＤ-2", "[SOLVED] Export fails", "✅ Export fails"],
  ])("%s has a mark at one end", (name) => expect(isClosedName(name, CLOSED_MARKS)).toBe(true));

  it.each([
    "ticket-0001",
    "closedown-1",
    "enclosed-2",
    "ticket-about-closed-account",
    "unresolved-7",
    "door-not-closed-yet",
    "",
  ])("%s has none", (name) => expect(isClosedName(name, CLOSED_MARKS)).toBe(false));

  it("goes by the desk's own list, where it has one", () => {
    expect(isClosedName("fertig-1", ["fertig", "🧊"])).toBe(true);
    expect(isClosedName("ticket-🧊", ["fertig", "🧊"])).toBe(true);
    expect(isClosedName("closed-1", ["fertig"])).toBe(false);
  });
});

describe("A ticket", () => {
  const ticket = (more: object) =>
    readChannel({ id: "5", guild_id: "1", type: 0, name: "ticket-1", parent_id: "3", ...more }) as never;
  const named = (name: string) => ticket({ name });
  const seenBy = (id: string) => ticket({ permission_overwrites: [{ id, type: 1, allow: "1024", deny: "0" }] });
  const hiddenFrom = (id: string) => ticket({ permission_overwrites: [{ id, type: 1, allow: "0", deny: "1024" }] });

  it.each([
    [{}, null],
    [{ name: "closed-1" }, "closing"],
    [{ name: "Closed" }, "closing"],
    [{ name: "closed-beta-help" }, null],
    [{ name: "closedown-1" }, null],
    [{ parent_id: "4" }, "closing"],
    [{ permission_overwrites: [{ id: "7", type: 1, allow: "0", deny: "1024" }] }, "shut"],
    [{ permission_overwrites: [{ id: "7", type: 1, allow: "1024", deny: "0" }] }, null],
  ])("that is found as %j is %s", (more, turn) => expect(turnFound(ticket(more), around)).toBe(turn));

  it("closes when it gets a name with a mark, and not where it always had one", () => {
    expect(turnOf(named("ticket-1"), named("✅ticket-1"), around)).toBe("closing");
    expect(turnOf(named("beta-help"), named("closed-beta-help"), around)).toBe("closing");
    expect(turnOf(named("closed-beta-help"), named("closed-beta-help"), around)).toBeNull();
    expect(turnOf(named("closed-beta-help"), named("closed-beta-questions"), around)).toBeNull();
    expect(turnOf(named("closed-1"), named("ticket-1"), around)).toBe("opened");
    expect(turnOf(named("ticket-1"), named("ticket-2"), around)).toBeNull();
  });

  it("is shut when its opener is barred or no longer let in, before and after it has closed", () => {
    expect(turnOf(seenBy("7"), ticket({}), around)).toBe("shut");
    expect(turnOf(seenBy("7"), hiddenFrom("7"), around)).toBe("shut");
    expect(turnOf(seenBy("9"), ticket({}), around)).toBeNull();
    const closed = { name: "closed-1", permission_overwrites: [{ id: "7", type: 1, allow: "1024", deny: "0" }] };
    expect(turnOf(ticket(closed), ticket({ name: "closed-1" }), around)).toBe("shut");
    expect(turnOf(hiddenFrom("7"), hiddenFrom("7"), around)).toBeNull();
    expect(turnOf(hiddenFrom("7"), seenBy("7"), around)).toBe("opened");
  });
});

describe("A thread", () => {
  const thread = (archived: boolean, archivedAfterMs: number, { locked = false, ...more } = {}) =>
    readChannel({
      ...{ id: idAt(MONDAY_TEN), guild_id: "1", parent_id: "2", name: "t", last_message_id: idAt(MONDAY_TEN) },
      thread_metadata: {
        ...{ archived, locked, auto_archive_duration: 60 },
        archive_timestamp: new Date(MONDAY_TEN + archivedAfterMs).toISOString(),
        create_timestamp: new Date(MONDAY_TEN).toISOString(),
      },
      ...more,
    }) as never;
  const HOUR = 60 * 60_000;

  it("that was archived after its idle time was archived by Discord, unless it is locked", () => {
    expect(isClosed(thread(true, HOUR), around)).toBe(false);
    const resolves = { ...around, section: { ...section, autoArchiveResolves: true } };
    expect(isClosed(thread(true, HOUR), resolves)).toBe(true);
    expect(isClosed(thread(true, HOUR, { locked: true }), around)).toBe(true);
    expect(isClosed(thread(true, HOUR / 2), around)).toBe(true);
    expect(isClosed(thread(false, 0), around)).toBe(false);
  });

  it("tells of a turn only where there is one; one whose earlier state nobody knows has turned", () => {
    expect(turnOf(thread(false, 0), thread(true, 1_000), around)).toBe("closed");
    expect(turnOf(thread(true, 0), thread(false, 1_000), around)).toBe("opened");
    expect(turnOf(thread(true, 0), thread(true, 0, { locked: true }), around)).toBeNull();
    expect(turnOf(null, thread(true, 0), around)).toBe("closed");
    expect(turnOf(thread(false, 0), thread(false, 0, { name: "[Solved] t" } as object), around)).toBe("closed");
  });

  it("is solved by its forum's tag, by whatever name of the list, or the desk's own", () => {
    const tags = { applied_tags: ["12"] } as object;
    const forum = (name: string) => ({
      ...around,
      forumTags: [
        { id: "11", name: "Bug" },
        { id: "12", name },
      ],
    });
    expect(turnOf(thread(false, 0), thread(false, 0, tags), forum("Solved"))).toBe("closed");
    expect(turnOf(thread(false, 0, tags), thread(false, 0), forum("✅ Resuelto"))).toBe("opened");
    expect(turnOf(thread(false, 0), thread(false, 0, tags), forum("Question"))).toBeNull();
    const own = { ...forum("Beantwortet"), section: { ...section, solvedTags: ["beantwortet"] } };
    expect(turnOf(thread(false, 0), thread(false, 0, tags), own)).toBe("closed");
    expect(solvedTag(own.forumTags, own.section)).toEqual({ id: "12", name: "Beantwortet" });
    expect(solvedTag([{ id: "1", name: "Unsolved" }], section)).toBeNull();
  });
});
