import type { Bot } from "../src/bot.ts";
import { platformOf } from "../src/interaction/address.ts";
import type { Post } from "../src/rows.ts";
import type { Health } from "./health.ts";

/** What platforms say of a channel that is archived, gone or closed to us; what passes by itself is said in other words. */
const CLOSED = /archiv|not.in.channel|channel.(?:gone|not.found)|permission|no.access|restricted/i;

/** Why it does not stand there; null where it still may without anybody's doing. */
function whyNot({ state, error }: Post): string | null {
  if (state === "failed") return error ?? "no reason was given";
  return error !== null && CLOSED.test(error) ? error : null;
}

/** Tells each platform's health whether what the team is told arrives in their channels, by what is saved of it. */
export function watchTeamPosts(
  bot: Pick<Bot, "onSaved">,
  health: ReadonlyMap<string, Health>,
  teamLanes: () => readonly string[],
): void {
  const tell = (post: Post): void => {
    const why = whyNot(post);
    const of = health.get(platformOf(post.lane));
    const part = `team channel ${post.lane}`;
    if (post.state === "posted") of?.healed(part);
    else if (why !== null) of?.broken(part, `Nothing can be posted in the team's channel ${post.lane}: ${why}.`);
  };
  bot.onSaved((changes) => {
    for (const { table, row } of changes) {
      // A post that takes the place of one that is gone fails for its own sake.
      if (table === "post" && row.message.replaces === undefined && teamLanes().includes(row.lane)) tell(row);
    }
  });
}
