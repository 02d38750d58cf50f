import type { Evidence, Row } from "./evidence.ts";
import { type Acknowledged, type Ledger, wordsOf } from "./ledger.ts";
import type { Standing } from "./standing.ts";
import type { Talk } from "./talks.ts";

/** What was found; what has a time is counted to the fault that had struck last before it. */
export interface Findings {
  readonly lost: readonly Acknowledged[];
  readonly doubled: readonly Standing[];
  /** Times at which posts were last sent of which nobody knows whether they stand, and which are kept as failed. */
  readonly undecidable: readonly number[];
  /** Sentences, each of a promise that was not kept. */
  readonly broken: readonly string[];
}

const OPEN = ["scheduled", "asked", "reminded"];
const HIGHEST_DETRACTOR = 6;

function grouped<T>(all: readonly T[], keyOf: (one: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const one of all) groups.set(keyOf(one), [...(groups.get(keyOf(one)) ?? []), one]);
  return groups;
}

function json(value: unknown): Record<string, unknown> {
  return typeof value === "string" ? JSON.parse(value) : (value as Record<string, unknown>);
}

/** What was acknowledged and is in no row. */
async function lostOf(evidence: Evidence, ledger: Ledger): Promise<readonly Acknowledged[]> {
  const entries = new Map((await evidence.rows("entry")).map((row) => [String(row.text), String(row.interaction_id)]));
  const resolved = new Set((await evidence.rows("resolution")).map((row) => String(row.interaction_id)));
  const responses = await evidence.rows("response");
  const interactionOf = new Map(responses.map((row) => [row.id, String(row.interaction_id)]));
  const scores = new Set(
    (await evidence.rows("revision")).map((row) => `${interactionOf.get(row.response_id)} ${row.score}`),
  );
  return ledger.all.filter(({ kind, talk, value }) => {
    const interaction = entries.get(talk);
    if (kind === "words") return !entries.has(value);
    if (interaction === undefined) return true;
    return kind === "resolved" ? !resolved.has(interaction) : !scores.has(`${interaction} ${value}`);
  });
}

/** By its first words, what became of a talk's resolution, or that there is none. */
async function fatesOf(evidence: Evidence): Promise<ReadonlyMap<string, string>> {
  const fates = (await evidence.rows("resolution")).map((row) => [
    String(row.interaction_id),
    `${row.fate} ${row.fate_reason ?? ""} ${row.fate_detail ?? ""}`.trim(),
  ]);
  const byInteraction = new Map(fates as [string, string][]);
  const entries = await evidence.rows("entry");
  return new Map(
    entries.map((row) => [String(row.text), byInteraction.get(String(row.interaction_id)) ?? "not resolved"]),
  );
}

/** Every word of a talk once, every talk resolved and answered as its customer did. */
async function checkTalks(evidence: Evidence, talks: readonly Talk[]): Promise<string[]> {
  const fates = await fatesOf(evidence);
  const broken = talks.flatMap(({ platform, number, step }) => {
    const fate = fates.get(wordsOf(platform, number)[0]) ?? "nothing is known of it";
    if (step !== "") return [`Talk ${number} on ${platform} went no further than: ${step}; ${fate}`];
    return fate === "answered" ? [] : [`Talk ${number} on ${platform} was answered, and its fate is: ${fate}`];
  });
  const entries = grouped(
    (await evidence.rows("entry")).filter((row) => String(row.text).startsWith("Parcel")),
    (row) => String(row.text),
  );
  for (const [text, rows] of entries) if (rows.length > 1) broken.push(`"${text}" is kept ${rows.length} times`);
  const answers = grouped(await evidence.rows("response"), (row) => String(row.interaction_id));
  for (const rows of answers.values()) if (rows.length > 1) broken.push(`An answer is kept ${rows.length} times`);
  return broken;
}

/** The rows themselves agree. */
async function checkRows(evidence: Evidence): Promise<string[]> {
  const broken = (await evidence.unsound()).map((said) => `The database: ${said}`);
  const surveys = await evidence.rows("survey");
  const open = grouped(
    surveys.filter((row) => OPEN.includes(String(row.state))),
    (row) => `${row.desk_id} ${row.customer_id}`,
  );
  for (const [who, rows] of open) if (rows.length > 1) broken.push(`${who} has ${rows.length} open questions`);
  const cases = grouped(await evidence.rows("case"), (row) => String(row.response_id));
  for (const { id, score } of await evidence.rows("response")) {
    const count = cases.get(String(id))?.length ?? 0;
    if (count > 1 || (Number(score) <= HIGHEST_DETRACTOR && count !== 1))
      broken.push(`${id} of ${score} has ${count} cases`);
  }
  const resolutions = await evidence.rows("resolution");
  const counted = (await evidence.rows("interaction")).reduce((sum, row) => sum + Number(row.resolution_count), 0);
  if (counted !== resolutions.length)
    broken.push(`${counted} resolutions were counted, ${resolutions.length} are kept`);
  const now = Date.now();
  for (const { id, state, due_at: due } of surveys)
    if (state === "scheduled" && Number(due) < now) broken.push(`The question of ${id} was due and did not come`);
  return broken;
}

/** Cards and digests, each once before each team that has a channel. */
async function checkTeam(evidence: Evidence, teamLanes: readonly string[]): Promise<string[]> {
  const posts = (await evidence.rows("post")).map((row) => ({ row, message: json(row.message) }));
  const own = posts.filter(({ message }) => message.replaces === undefined);
  const weeks = (await evidence.rows("digest")).length;
  const broken: string[] = [];
  for (const lane of teamLanes) {
    const here = own.filter(({ row }) => row.lane === lane);
    const cards = grouped(
      here.filter(({ message }) => message.kind === "alert"),
      ({ message }) => String(message.caseId),
    );
    for (const { id } of await evidence.rows("case")) {
      const count = cards.get(String(id))?.length ?? 0;
      if (count !== 1) broken.push(`Case ${id} has ${count} cards in ${lane}`);
    }
    const digests = here.filter(({ message }) => message.kind === "digest");
    if (digests.length !== weeks) broken.push(`${digests.length} digests were posted to ${lane}, ${weeks} are kept`);
  }
  if (weeks !== 1) broken.push(`${weeks} digests are kept where one was due`);
  return broken;
}

/** What a post that stands is named in its row. */
function isNamedIn(row: Row, { id }: Standing): boolean {
  return String(row.reference ?? "").includes(id);
}

/** Each post stands once where its row says, and nothing stands of which there is no row. */
async function checkPosts(evidence: Evidence, standing: readonly Standing[]): Promise<string[]> {
  const broken: string[] = [];
  const posts = await evidence.rows("post");
  const references = posts.map((row) => String(row.reference ?? "")).join("\n");
  for (const one of standing)
    if (!references.includes(one.id))
      broken.push(`${one.name} stands in ${one.channel} as ${one.id}, which no row knows`);
  for (const row of posts) {
    const message = json(row.message);
    const isUnseen = message.privateTo !== undefined || message.kind === "detail";
    const isElsewhere = isUnseen || !/^(?:slack|discord):/.test(String(row.lane));
    if (row.state === "pending" || row.state === "sending") {
      if (Number(row.due_at) < Date.now())
        broken.push(`${row.id} to ${row.lane} was due and is ${row.state}: ${row.error}`);
    } else if (row.state === "posted" && message.replaces === undefined && !isElsewhere) {
      if (!standing.some((one) => isNamedIn(row, one)))
        broken.push(`${row.id} was posted to ${row.lane} and stands nowhere`);
    }
  }
  return broken;
}

/** Holds what is in the database and on the platforms against what was promised. */
export async function check(
  evidence: Evidence,
  {
    ledger,
    talks,
    standing,
    teamLanes,
  }: {
    readonly ledger: Ledger;
    readonly talks: readonly Talk[];
    readonly standing: readonly Standing[];
    readonly teamLanes: readonly string[];
  },
): Promise<Findings> {
  const lost = await lostOf(evidence, ledger);
  const groups = grouped(standing, ({ platform, channel, name }) => `${platform} ${channel} ${name}`);
  const doubled = [...groups.values()].flatMap(([, ...again]) => again);
  const failed = (await evidence.rows("post")).filter(({ state }) => state === "failed");
  return {
    lost,
    doubled,
    undecidable: failed.map((row) => Number(row.sent_at ?? row.created_at)),
    broken: [
      ...lost.map((one) => `Acknowledged on ${one.platform} and in no row: ${one.kind} of "${one.talk}" ${one.value}`),
      ...doubled.map((one) => `Said twice in ${one.channel}: ${one.name}`),
      ...failed.map((row) => `${row.id} to ${row.lane} was given up: ${row.error}`),
      ...(await checkTalks(evidence, talks)),
      ...(await checkRows(evidence)),
      ...(await checkTeam(evidence, teamLanes)),
      ...(await checkPosts(evidence, standing)),
    ],
  };
}
