import type { Store } from "../../src/ports.ts";
import type { Post, Rows, Table } from "../../src/rows.ts";
import { checkAcknowledged } from "./check-acknowledged.ts";
import { checkAnswers } from "./check-answers.ts";
import { checkAsking } from "./check-asking.ts";
import { checkCaseStates } from "./check-cases.ts";
import { checkDigestCounts } from "./check-digests.ts";
import { checkEnds } from "./check-ends.ts";
import { checkHeard } from "./check-heard.ts";
import { checkOnce } from "./check-once.ts";
import { checkPosts } from "./check-posts.ts";
import { checkTaps } from "./check-taps.ts";
import { checkTeam } from "./check-team.ts";
import { checkTimes } from "./check-times.ts";
import { checkWords } from "./check-words.ts";
import type { Ground } from "./ground.ts";
import type { OptOuts } from "./opt-outs.ts";
import type { Talk } from "./platform.ts";
import { DESKS, type Town } from "./town.ts";
import type { Acknowledged } from "./wire.ts";

/** What the checkers have to go by: the rows, what stands on the platforms, and what people were told. */
export interface Evidence {
  readonly store: Store;
  /** What has been read of it, by desk and table: all of it is of one moment. */
  readonly read: Map<string, Promise<ReadonlyMap<string, Rows[Table]>>>;
  readonly ground: Ground;
  readonly acknowledged: readonly Acknowledged[];
  readonly optOuts: OptOuts;
  readonly talks: readonly Talk[];
  readonly town: Town;
  readonly from: number;
  readonly now: number;
  /** How far the clocks of the processes may be off, milliseconds. */
  readonly leeway: number;
  /** Whether the clock has jumped ahead: then nobody can say when something was to happen at the latest. */
  readonly hasJumped: boolean;
  /**
   * Whether rows could not be saved or read between those moments, or a process stood still then: so not everything that was learnt may have been
   * known to all.
   */
  readonly wasHindered: (from: number, to: number) => boolean;
  /** Whether nothing has failed for so long that everything must have come to its end. */
  readonly isCalm: boolean;
}

/** All rows of a table at a desk, by id. */
export function rowsOf<T extends Table>(
  { store, read }: Evidence,
  desk: string,
  table: T,
): Promise<ReadonlyMap<string, Rows[T]>> {
  const place = `${desk} ${table}`;
  const reading = async () => new Map((await store.at(desk).list(table, {})).map((row) => [row.id, row]));
  const rows = (read.get(place) ?? reading()) as Promise<ReadonlyMap<string, Rows[T]>>;
  read.set(place, rows);
  return rows;
}

/** All posts of all desks, each with its desk. */
export type AllPosts = ReadonlyMap<string, { readonly desk: string; readonly post: Post }>;

async function allPosts(evidence: Evidence): Promise<AllPosts> {
  const all = new Map<string, { desk: string; post: Post }>();
  for (const desk of DESKS) {
    for (const [id, post] of await rowsOf(evidence, desk, "post")) all.set(id, { desk, post });
  }
  return all;
}

/** Every promise that is broken, a sentence each. */
export async function checkAll(evidence: Evidence): Promise<string[]> {
  const posts = await allPosts(evidence);
  return [
    ...(await checkAcknowledged(evidence)),
    ...(await checkHeard(evidence)),
    ...(await checkAsking(evidence, posts)),
    ...(await checkPosts(evidence, posts)),
    ...(await checkTeam(evidence, posts)),
    ...checkOnce(evidence, posts),
    ...(await checkWords(evidence, posts)),
    ...(await checkEnds(evidence, posts)),
    ...(await checkAnswers(evidence, posts)),
    ...(await checkTaps(evidence)),
    ...(await checkCaseStates(evidence, posts)),
    ...(await checkTimes(evidence)),
    ...(await checkDigestCounts(evidence)),
  ];
}
