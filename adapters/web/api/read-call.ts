import type { Context } from "hono";
import type { WordLook } from "../../../src/privacy/give-reading.ts";
import type { PageDesk, ReadingDesk } from "../desk.ts";
import { ApiProblem } from "./problem.ts";

/** What a call reads. */
export type CallLook = Pick<WordLook, "what" | "about" | "coversItself" | "showsPosts">;

/** Gives a caller what was found once the audit log tells of it. A key is the desk's own and may read; throws a 403 problem where it may not. */
export async function readCall<T>(
  context: Context,
  desk: PageDesk,
  look: CallLook,
  find: (desk: ReadingDesk) => Promise<T>,
): Promise<T> {
  const by = context.get("caller");
  const whole = { ...look, by, via: "api", purpose: "work", right: "read-transcript" } as const;
  const looked = await desk.bot.read(whole, ({ store }) => find({ ...desk, store }));
  if (looked.kind === "given") return looked.found;
  throw new ApiProblem(403, looked.text);
}
