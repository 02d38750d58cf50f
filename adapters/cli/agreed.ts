import { createInterface } from "node:readline/promises";
import { Failure } from "./failure.ts";

/** Whether whoever sits at the terminal wants the command to go on. Throws where nobody can be asked. */
export async function agreed(command: string): Promise<boolean> {
  if (!process.stdin.isTTY) {
    throw new Failure([
      `${command} asks before it changes anything, and nobody is here to answer; add --yes to agree.`,
    ]);
  }
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  const answer = await terminal.question("Go on? [y/N] ").finally(() => terminal.close());
  return /^y(es)?$/i.test(answer.trim());
}
