import { DEFAULT_DESK } from "../../../src/desk.ts";
import { gatherDigest } from "../../../src/digest/gather-digest.ts";
import { PAST_WEEKS } from "../../../src/digest/history.ts";
import { shiftedWeek, type Window, windowOf } from "../../../src/digest/week.ts";
import { settingsSchema } from "../../../src/settings.ts";
import { applyPragmas, type Connection, connect } from "../../database/sqlite-connection.ts";
import { readThemes } from "../../themes.ts";
import { type Measured, timed } from "./measured.ts";
import { openStore } from "./open-store.ts";

const REPETITIONS = 5;
const ZONE = "UTC";

/** All that a digest of the week looks back over. */
function spanOf(week: string): Window {
  return { from: windowOf(shiftedWeek(week, -PAST_WEEKS), ZONE).from, to: windowOf(week, ZONE).to };
}

async function onConnection(path: string, work: (connection: Connection) => Promise<Measured>): Promise<Measured> {
  const connection = connect(path);
  applyPragmas(connection);
  try {
    return await work(connection);
  } finally {
    connection.close();
  }
}

/** How long after the week's end its digest is counted, milliseconds: what is over for an hour is sealed. */
const SINCE_END = 2 * 60 * 60 * 1000;
const SEALED_AT_A_TIME = 100;

/** The digest of the week as the program counts it once the weeks are sealed, as they are in idle time; the rows are the answers of the week. */
export async function countDigest(path = "", week = ""): Promise<Measured> {
  const now = windowOf(week, ZONE).to + SINCE_END;
  const store = await openStore(path, { clock: { now: () => now } });
  const settings = settingsSchema.parse({});
  const themes = readThemes();
  const id = { week, zone: ZONE, team: DEFAULT_DESK };
  try {
    const count = async () =>
      (await gatherDigest(store.at(DEFAULT_DESK), settings, { id, now: windowOf(week, ZONE).to, themes })).nps.answers;
    await count();
    while ((await store.seals.seal(SEALED_AT_A_TIME)) > 0);
    return await timed(REPETITIONS, count);
  } finally {
    await store.close();
  }
}

/** The same weeks' scores by product counted by SQL alone, out of the index that covers them; the rows are the answers of all weeks. */
export function countByIndex(path = "", week = ""): Promise<Measured> {
  const { from, to } = spanOf(week);
  return onConnection(path, (connection) => {
    const statement = connection.prepare<[string, number, number], { n: number }>(
      "SELECT scale, product, score, count(*) AS n FROM response INDEXED BY response_by_time WHERE desk_id = ? AND answered_at >= ? AND answered_at < ? AND excluded IS NULL GROUP BY scale, product, score",
    );
    return timed(REPETITIONS, () => statement.all(DEFAULT_DESK, from, to).reduce((sum, { n }) => sum + n, 0));
  });
}

interface Answered {
  readonly answered_at: number;
  readonly customer_id: string;
  readonly product: string | null;
  readonly score: number;
}

/** The scores by product and week, from every answer there is, each read whole: what a program without a plan does. */
export function countEverything(path = ""): Promise<Measured> {
  const WEEK = 7 * 24 * 60 * 60 * 1000;
  return onConnection(path, (connection) => {
    const statement = connection.prepare<[], Answered>("SELECT * FROM response");
    return timed(1, () => {
      const counts = new Map<string, number>();
      let rows = 0;
      for (const { answered_at, product, score } of statement.iterate()) {
        const key = `${Math.floor(answered_at / WEEK)} ${product} ${score}`;
        counts.set(key, (counts.get(key) ?? 0) + 1);
        rows += 1;
      }
      return rows;
    });
  });
}

/** The program's parts loaded and the file opened, and nothing done: what any process costs. */
export function openAlone(path = ""): Promise<Measured> {
  return onConnection(path, () => timed(1, () => 0));
}
