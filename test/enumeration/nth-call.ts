import { MINUTE } from "../world.ts";
import { timeless } from "./canonical.ts";
import { type Failure, failing, HOW_OF, PORTS, type Port } from "./failing.ts";
import { type Ground, type Program, start } from "./ground.ts";
import { beat, beforeAll, type Piece, piecesOf } from "./script.ts";
import type { Step } from "./stories.ts";

/** A story that nothing disturbs: how it stands before each piece and at the end, and how often each port is called in each. */
export interface Undisturbed {
  readonly pieces: readonly Piece[];
  readonly grounds: readonly Ground[];
  readonly texts: readonly string[];
  readonly calls: readonly Readonly<Record<Port, number>>[];
}

/** Each piece on a program that has just been started, for a start changes nothing. */
export async function undisturbed(steps: readonly Step[]): Promise<Undisturbed> {
  const pieces = piecesOf(steps);
  const grounds = [await beforeAll()];
  const calls: Record<Port, number>[] = [];
  for (const piece of pieces) {
    const counted = failing(null);
    const program = start(grounds.at(-1) as Ground, counted);
    await piece.play(program);
    grounds.push(program.ground());
    calls.push({ ...counted.calls });
  }
  return { pieces, grounds, calls, texts: await Promise.all(grounds.map(timeless)) };
}

/** Every failure of a piece that called its ports so often; or of every so many calls, from the offset on. */
export function failuresOf(
  calls: Readonly<Record<Port, number>>,
  strides: Partial<Record<Port, number>> = {},
  offset = 0,
) {
  return PORTS.flatMap((port) => {
    const numbers = Array.from({ length: calls[port] }, (_, call) => call);
    const chosen = numbers.filter((call) => (call + offset) % (strides[port] ?? 1) === 0);
    return chosen.flatMap((call) => HOW_OF[port].map((how): Failure => ({ port, call, how })));
  });
}

/** Plays the piece in which the call fails; where the program dies of it, the next one hears the event again. */
async function playFailing(ground: Ground, piece: Piece, failure: Failure): Promise<Ground> {
  let program: Program | null = null;
  const meanwhile = async () => {
    program?.world.sleep(2 * MINUTE);
    if (program) await beat(program.beside());
  };
  const counted = failing(failure, meanwhile);
  program = start(ground, counted);
  await piece.play(program).catch((error) => {
    if (!counted.isDead()) throw error;
  });
  await program.world.dispatcher.stop();
  if (!counted.isDead() || !piece.isEvent) return program.ground();
  const successor = start(program.ground());
  await piece.play(successor);
  return successor.ground();
}

/** Goes on from the piece in which the call fails until all is as in the undisturbed story, or to the end; gives what is otherwise there. */
export async function differing(run: Undisturbed, number: number, failure: Failure): Promise<string[]> {
  const { pieces, grounds, texts } = run;
  let ground = await playFailing(grounds[number] as Ground, pieces[number] as Piece, failure);
  for (let next = number + 1; ; next += 1) {
    const [text, expected] = [await timeless(ground), texts[next] ?? ""];
    if (text === expected) return [];
    const piece = pieces[next];
    if (piece === undefined) return difference(text, expected);
    const program = start(ground);
    await piece.play(program);
    ground = program.ground();
  }
}

function difference(text: string, expected: string): string[] {
  const known = new Set(expected.split("\n"));
  const lines = text.split("\n").filter((line) => !known.has(line));
  return lines.length > 0 ? lines : ["something is missing"];
}
