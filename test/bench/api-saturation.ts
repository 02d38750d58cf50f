import { median } from "../../adapters/cli/bench/measured.ts";
import { inFolder, type Launched, launchBare, launchOurs } from "./launch.ts";
import { saturate, type Taken } from "./saturate.ts";

const KEY = "bench-key-bench-key";
const TALKS = 640;
const AT_ONCE = 64;
const ROUNDS = 3;
const ROUND_MS = 1_200;
const CALLS = ["append", "append with key", "read"] as const;
type Call = (typeof CALLS)[number];

/** One call of the help-desk API at saturation: ours, and a bare Hono app's with one commit for all that come together, by turns in one run. */
export interface ApiCallBench {
  readonly call: Call;
  readonly atOnce: number;
  readonly perSecond: { readonly emptyChair: number; readonly bareHono: number; readonly ratio: number };
  /** Time of the processor a call, microseconds. */
  readonly cpuUs: { readonly emptyChair: number | null; readonly bareHono: number | null };
  readonly refused: number;
}

interface Request {
  readonly host: string;
  readonly method: string;
  readonly path: string;
  readonly body?: object;
  readonly headers?: readonly string[];
}

function request({ host, method, path, body, headers = [] }: Request): string {
  const text = body === undefined ? "" : JSON.stringify(body);
  const head = [`${method} /api/v1${path} HTTP/1.1`, `Host: ${host}`, `Authorization: Bearer ${KEY}`, ...headers];
  const sent = body === undefined ? [] : ["Content-Type: application/json", `Content-Length: ${text.length}`];
  return `${[...head, ...sent].join("\r\n")}\r\n\r\n${text}`;
}

/** The calls by turns on the same conversations, each entry under an id of its own. */
function createCalls(host: string): (call: Call) => string {
  let number = 0;
  return (call) => {
    number += 1;
    const path = `/interactions/talk-${number % TALKS}`;
    if (call === "read") return request({ host, method: "GET", path });
    const text = `Message ${number}: the invoice for November shows another amount than the order did`;
    const headers = call === "append" ? [] : [`Idempotency-Key: key-${number}`];
    const body = { id: `entry-${number}`, author: "customer", text };
    return request({ host, method: "POST", path: `${path}/entries`, body, headers });
  };
}

async function open(origin: string): Promise<void> {
  const headers = { Authorization: `Bearer ${KEY}`, "Content-Type": "application/json" };
  for (let talk = 0; talk < TALKS; talk += 1) {
    const body = JSON.stringify({ id: `talk-${talk}`, customer: { id: `customer-${talk % 20}` } });
    const answer = await fetch(`${origin}/api/v1/interactions`, { method: "POST", headers, body });
    if (!answer.ok) throw new Error(`A conversation could not be opened: ${answer.status} ${await answer.text()}`);
  }
}

type Round = (call: Call) => Promise<Taken>;

async function benchCall(call: Call, ours: Round, bare: Round): Promise<ApiCallBench> {
  const found: { ours: Taken[]; bare: Taken[] } = { ours: [], bare: [] };
  for (let round = 0; round < ROUNDS; round += 1) {
    found.ours.push(await ours(call));
    found.bare.push(await bare(call));
  }
  const middle = (taken: readonly Taken[]) => ({
    perSecond: median(taken.map(({ perSecond }) => perSecond)),
    cpuUs: taken.some(({ cpuUs }) => cpuUs === null) ? null : median(taken.map(({ cpuUs }) => cpuUs ?? 0)),
  });
  const [emptyChair, bareHono] = [middle(found.ours), middle(found.bare)];
  const ratio = Number((emptyChair.perSecond / bareHono.perSecond).toFixed(2));
  return {
    ...{ call, atOnce: AT_ONCE },
    perSecond: { emptyChair: emptyChair.perSecond, bareHono: bareHono.perSecond, ratio },
    cpuUs: { emptyChair: emptyChair.cpuUs, bareHono: bareHono.cpuUs },
    refused: [...found.ours, ...found.bare].reduce((sum, { refused }) => sum + refused, 0),
  };
}

/** Measures both by turns, call by call. */
export function benchApiSaturation(): Promise<ApiCallBench[]> {
  return inFolder(async (folder) => {
    const launched: Launched[] = [];
    const rounds = async (one: Launched): Promise<Round> => {
      launched.push(one);
      await open(one.origin);
      const next = createCalls(new URL(one.origin).host);
      return (call) =>
        saturate({ origin: one.origin, pid: one.pid, next: () => next(call), atOnce: AT_ONCE, ms: ROUND_MS });
    };
    try {
      const ours = await rounds(
        await launchOurs(folder, "", { EMPTYCHAIR_API_KEY: KEY, EMPTYCHAIR_API_PER_MINUTE: "9999999" }),
      );
      const bare = await rounds(await launchBare("bare-hono.mjs", {}));
      const found: ApiCallBench[] = [];
      for (const call of CALLS) {
        await ours(call);
        await bare(call);
        found.push(await benchCall(call, ours, bare));
      }
      return found;
    } finally {
      for (const one of launched) await one.end();
    }
  });
}
