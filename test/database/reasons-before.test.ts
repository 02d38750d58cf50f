import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { Database } from "../../adapters/database/driver.ts";
import type { Via } from "../../src/survey/response.ts";
import { MIGRATIONS, openStore, temporaryFolder } from "./open-store.ts";
import { change, DESK, sampleRows } from "./sample-rows.ts";

const WORDS = "Nothing works.";

interface Kept {
  readonly via?: Via;
  readonly entries?: readonly { readonly text: string; readonly at: number }[];
}

/** The entry that a reason is tied to once a database of the version before knew so much about it. */
async function carriedOver({ via = "typed", entries = [{ text: WORDS, at: 41 }] }: Kept) {
  const path = join(temporaryFolder(), "desk.db");
  const store = await openStore(path);
  const { customer, interaction, resolution, survey, response, revision, post, entry } = sampleRows();
  const said = entries.map(({ text, at }, index) =>
    change("entry", { ...entry, id: `said-${index + 1}`, position: index + 1, text, at }),
  );
  const tapped = change("revision", { ...revision, id: "later", number: 2, comment: WORDS, via: "tap" });
  await store.save(DESK, { id: null, at: 0 }, [
    ...[change("customer", customer), change("interaction", interaction), change("resolution", resolution)],
    ...[change("survey", survey), change("post", post), ...said, tapped],
    change("response", { ...response, comment: WORDS, commentedAt: 41, revisionCount: 2 }),
    change("revision", { ...revision, comment: WORDS, via }),
  ]);
  await store.close();
  const database = new Database(path);
  database.exec("UPDATE response SET comment_entry_id = NULL");
  const migration = readFileSync(join(MIGRATIONS, "0005-what-follows.sql"), "utf8");
  database.exec(migration.slice(migration.indexOf("UPDATE response")));
  database.close();
  const again = await openStore(path);
  const found = await again.at(DESK).get("response", response.id);
  await again.close();
  return found?.commentEntryId;
}

it("ties a typed reason to the entry of its time and words", async () => {
  expect(
    await carriedOver({
      entries: [
        { text: WORDS, at: 5 },
        { text: ` ${WORDS}\n`, at: 41 },
      ],
    }),
  ).toBe("said-2");
});

it.each([
  ["that came by form", { via: "form" }],
  ["whose words were written at another time", { entries: [{ text: WORDS, at: 40 }] }],
  [
    "that two entries could have given",
    {
      entries: [
        { text: WORDS, at: 41 },
        { text: WORDS, at: 41 },
      ],
    },
  ],
  ["that nobody wrote", { entries: [] }],
] as const)("ties a reason to nothing %s", async (_, kept) => {
  expect(await carriedOver(kept)).toBeNull();
});
