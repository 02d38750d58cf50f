import { describe, expect, it } from "vitest";
import type { Store } from "../../src/ports.ts";
import { CASE_STATES, type CaseState } from "../../src/recovery/case.ts";
import { CASE_LISTS, type CaseListWish, comparePlaces, isOnList, placeOf } from "../../src/recovery/case-list.ts";
import { bandOf } from "../../src/survey/score.ts";
import { change, DESK, sampleRows } from "../database/sample-rows.ts";

const NOW = 50;
const ME = "web:agent:ash";
const LOOK = { reader: ME, now: NOW };
const OWNERS = [null, ME, "web:agent:birch"];

/** A case for each state, once for each of three owners, their other facts going round at different paces. */
function samples() {
  const states = OWNERS.flatMap((owner) => CASE_STATES.map((state) => ({ owner, state })));
  return states.map(({ owner, state }, index) => {
    const rows = sampleRows(`listed-${String(index).padStart(2, "0")}`);
    const score = index % 7;
    const isOpen = !["resolved", "closed", "withdrawn"].includes(state);
    const item = {
      ...{ ...rows.case, state: state as CaseState, dueAt: null, alerts: [] },
      ...{ openedAt: index, contactBy: 30 + ((index * 7) % 40), closedAt: isOpen ? null : index },
      ...{ contactedAt: index % 3 === 0 ? 40 : null, contactWish: ([null, "no", "yes"] as const)[index % 5] ?? null },
      ...{ ownerAddress: owner, ownerName: owner === null ? null : `Agent ${owner.slice(10)}` },
    };
    const about = { score, product: index % 2 === 0 ? "app" : null };
    const response = { ...rows.response, ...about, band: bandOf(score) };
    const survey = { ...rows.survey, questionPostId: null };
    return { ...rows, survey, response, case: { ...item, ...about } };
  });
}

async function fill(store: Store) {
  const all = samples();
  const tables = ["customer", "interaction", "resolution", "survey", "response", "case"] as const;
  const changes = all.flatMap((rows) => tables.map((table) => change(table, rows[table] as never)));
  expect(await store.save(DESK, { id: null, at: 0 }, changes)).toBe("saved");
  return all;
}

/** Lists that pages are made of. */
export function storeListsContract(theStore: () => Store): void {
  describe("its lists", () => {
    it("give cases page by page in the order in which they press, and count them, as the rules have it", async () => {
      const all = await fill(theStore());
      const store = theStore().at(DESK);
      const wanted = [{}, { product: "app" }, { score: 3 }, { owner: ME }, { opened: { from: 4, to: 15 } }];
      for (const sought of wanted) {
        const { product, score, owner, opened } = sought as CaseListWish["sought"];
        const fitting = all.filter(
          ({ response, case: item }) =>
            (product === undefined || response.product === product) &&
            (score === undefined || response.score === score) &&
            (owner === undefined || item.ownerAddress === owner) &&
            (opened === undefined || (item.openedAt >= opened.from && item.openedAt < opened.to)),
        );
        const counts = await store.countCases(sought, LOOK);
        for (const list of CASE_LISTS) {
          const places = fitting
            .filter(({ case: item }) => isOnList(item, list, LOOK))
            .map(({ case: item }) => placeOf(item))
            .toSorted(comparePlaces);
          const [first, second] = [4, 100].map((limit, page) => ({
            ...{ ...LOOK, list, sought, limit },
            after: page === 0 ? null : (places[3] ?? null),
          }));
          const found = await store.listCases(first as CaseListWish);
          const rest = places[3] === undefined ? [] : await store.listCases(second as CaseListWish);
          expect([...found, ...rest]).toEqual(places.map(({ id }) => id));
          expect(counts[list]).toBe(places.length);
        }
      }
      expect(
        (await store.listCases({ ...LOOK, list: "late", sought: {}, after: null, limit: 9 })).length,
      ).toBeGreaterThan(1);
    });

    it("name who has open cases, those with most of them first", async () => {
      const all = await fill(theStore());
      const open = (owner: string) =>
        all.filter(({ case: item }) => isOnList(item, "mine", { reader: owner, now: NOW })).length;
      expect(await theStore().at(DESK).listCaseOwners()).toEqual([
        { address: ME, name: "Agent ash", count: open(ME) },
        { address: "web:agent:birch", name: "Agent birch", count: open("web:agent:birch") },
      ]);
    });

    it("give the posts that stand in a lane, the latest first, without what was replaced or is for somebody else", async () => {
      const { post } = sampleRows();
      const said = (id: string, message: object, more: object = {}) =>
        change("post", {
          ...{
            ...post,
            id,
            surveyId: null,
            lane: "web:team",
            state: "posted",
            postedAt: 1,
            leaseOwner: null,
            leaseUntil: null,
          },
          ...{ message: { kind: "notice", text: id, actions: [], ...message }, ...more },
        } as never);
      await theStore().save(DESK, { id: null, at: 0 }, [
        ...[said("p1", {}), said("p2", {}), said("p3", { replaces: "p1" }), said("p4", { privateTo: ME })],
        ...[said("p5", { replaces: "p1" }), said("p6", { replaces: "p2" }, { state: "failed" })],
        said("p7", {}, { lane: "web:other" }),
      ]);
      const list = (reader: string | null, before: string | null = null, limit = 9) =>
        theStore().at(DESK).listStanding({ lane: "web:team", reader, before, limit });
      expect(await list(ME)).toEqual(["p5", "p4", "p2"]);
      expect(await list(null)).toEqual(["p5", "p2"]);
      expect(await list(ME, "p5", 1)).toEqual(["p4"]);
    });

    it("give the last messages of several conversations, each one's latest first", async () => {
      const rows = ["a", "b"].map((key) => sampleRows(`talk-${key}`));
      const entries = rows.flatMap(({ entry, interaction }) =>
        [1, 2, 3].map((position) => ({ ...entry, id: `${interaction.id}/${position}`, position })),
      );
      await theStore().save(DESK, { id: null, at: 0 }, [
        ...rows.flatMap(({ customer, interaction, resolution }) => [
          ...[change("customer", customer as never), change("interaction", interaction as never)],
          change("resolution", resolution as never),
        ]),
        ...entries.map((entry) => change("entry", entry as never)),
      ]);
      const ids = rows.map(({ interaction }) => interaction.id).toReversed();
      const found = await theStore()
        .at(DESK)
        .listLatestEntries([...ids, "none"], 2);
      expect(found.map(({ id }) => id)).toEqual(ids.flatMap((id) => [`${id}/3`, `${id}/2`]));
      expect(found[0]).toMatchObject({ ...entries[5], version: 1 });
    });
  });
}
