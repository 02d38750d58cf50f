import { DEFAULT_DESK } from "../../../src/desk.ts";
import { readQuery } from "../../../src/search/query.ts";
import { openStore } from "../../compose.ts";
import { type Connection, connect } from "../../database/sqlite-connection.ts";

/** Entries of a conversation. */
const LENGTH = 10;
/** Different words that are written; the first is the most frequent, as in what people write. */
const VOCABULARY = 20_000;
/** One entry follows the other after so long, milliseconds. */
const PACE = 30_000;
const BEGINNING = Date.UTC(2025, 0, 1);

/** The same numbers in every run, from 0 up to 1. */
function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/** The word of that rank; of a low rank it is frequent. */
export function wordOf(rank: number): string {
  return `w${rank.toString(36)}`;
}

/** What somebody writes, 5 to 24 words of it. */
export function createWriter(seed: number): () => string {
  const random = createRandom(seed);
  const word = () => wordOf(Math.floor(VOCABULARY ** random()));
  return () => Array.from({ length: 5 + Math.floor(random() * 20) }, word).join(" ");
}

function insertTalks(connection: Connection, entries: number): void {
  const customer = connection.prepare(
    "INSERT INTO customer (desk_id, id, version, name, team_member, created_at) VALUES (?, ?, 1, ?, 0, ?)",
  );
  const talk =
    connection.prepare(`INSERT INTO interaction (desk_id, id, version, conversation, ask_in, customer_id, state, product,
      opened_by, opened_at, last_activity_at, customer_messages, agent_messages, agents, entry_count, resolution_count)
    VALUES ($desk, $id, 1, $id, $id, $customer, 'open', $product, 'customer', $at, $at, 5, 5,
      '[{"address":"bench:agent","name":"Agent"}]', ${LENGTH}, 0)`);
  const entry =
    connection.prepare(`INSERT INTO entry (desk_id, id, version, interaction_id, position, author, text, attachments, at, history)
    VALUES (?, ?, 1, ?, ?, ?, ?, '[]', ?, '[]')`);
  const answer = connection.prepare(`INSERT INTO response (desk_id, id, version, survey_id, interaction_id, customer_id,
      score, scale, band, answered_at, changed_at, revision_count)
    VALUES ($desk, $id, 1, $id, $id, $customer, $score, '0-10', $band, $at, $at, 1)`);
  const writing = createWriter(1);
  const talks = Math.ceil(entries / LENGTH);
  const customers = Math.max(1, Math.floor(talks / 3));
  for (let index = 0; index < talks; index += 1) {
    const at = BEGINNING + index * LENGTH * PACE;
    const who = `c${index % customers}`;
    if (index < customers) customer.run(DEFAULT_DESK, who, writing(), at);
    const product = index % 1_000 === 0 ? "rare" : ["app", "billing", "delivery"][index % 3];
    const row = { desk: DEFAULT_DESK, id: `t${index}`, customer: who, at };
    talk.run({ ...row, product });
    const [score, band] = index % 900 === 0 ? [3, "detractor"] : [9, "promoter"];
    if (index % 3 === 0) answer.run({ ...row, score, band });
    for (let place = 1; place <= LENGTH; place += 1) {
      const author = place % 2 === 1 ? "customer" : "agent";
      entry.run(DEFAULT_DESK, `t${index}/${place}`, `t${index}`, place, author, writing(), at + place * PACE);
    }
  }
}

/** Makes a database with so many entries in conversations of ten, and beside it the same texts in a full-text table and nothing else. */
export async function fillSearch(path: string, entries: number): Promise<void> {
  await (await openStore(path)).close();
  const connection = connect(path);
  for (const pragma of ["foreign_keys = OFF", "synchronous = OFF", "cache_size = -400000"]) connection.pragma(pragma);
  connection.transaction(() => insertTalks(connection, entries)).immediate();
  connection.exec("CREATE VIRTUAL TABLE bare USING fts5 (text)");
  connection.exec("INSERT INTO bare (text) SELECT text FROM entry ORDER BY at");
  connection.close();
  // Whoever searches first has indexed what waits for that.
  const store = await openStore(path);
  await store.at(DEFAULT_DESK).searchPeople(readQuery(wordOf(1)), 1);
  await store.close();
}
