import type { Context } from "../context.ts";
import type { InboundEvent } from "../events.ts";
import { platformOf } from "../interaction/address.ts";
import type { Draft, RowChange } from "../outcome.ts";
import type { Cursor, Post } from "../rows.ts";
import type { WordingKey } from "../wording.ts";
import { sayKept } from "./say-kept.ts";
import { namesOf, placeOf, shutCursor } from "./shut-channel.ts";

/** The same words to the team in the channels of the other platforms, but for those that take nothing either. */
async function sayElsewhere(
  context: Context,
  draft: Draft,
  { lane, key, reason }: { readonly lane: string; readonly key: WordingKey; readonly reason: string },
): Promise<void> {
  const { wording, settings, ids, store, teamLanes } = context;
  const locale = wording.choose(settings.desk.locale);
  const text = wording.say(locale, key, { ...namesOf(placeOf(lane)), reason });
  const hint = key === "team.channelShut" ? { hint: wording.say(locale, "team.channelRemedy") } : {};
  for (const to of teamLanes.filter((other) => platformOf(other) !== platformOf(lane)))
    if ((await store.get("cursor", shutCursor(to))) === null)
      draft.say({ id: ids.next(), to, message: { kind: "alert", text, ...hint, actions: [] } });
}

async function shut(
  context: Context,
  draft: Draft,
  { lane }: Post,
  { reason, at }: { readonly reason: string; readonly at: number },
): Promise<void> {
  draft.put("cursor", { id: shutCursor(lane), version: 0, position: reason, at });
  await sayElsewhere(context, draft, { lane, key: "team.channelShut", reason });
}

async function opened(context: Context, draft: Draft, { lane }: Post, known: Cursor): Promise<void> {
  draft.remove("cursor", known);
  await sayElsewhere(context, draft, { lane, key: "team.channelOpen", reason: known.position });
}

/**
 * A team channel that takes nothing until a person changes that is told of on the other platforms, and no more until it takes
 * something again, which is told too. What is for it waits, and goes to the channel that the settings name in its place, if they do.
 */
export async function sayShutChannel(
  context: Context,
  draft: Draft,
  { after: post }: RowChange<"post">,
  event: InboundEvent,
): Promise<void> {
  if (event.kind !== "post-moved" || event.postId !== post.id) return;
  const { move, at } = event;
  const isTeams = context.teamLanes.some((lane) => placeOf(lane) === placeOf(post.lane));
  if (!isTeams && post.message.kind !== "alert") return;
  const known = await context.store.get("cursor", shutCursor(post.lane));
  if (move.kind === "posted" && known !== null) await opened(context, draft, post, known);
  else if (move.kind === "failed" && known !== null && isTeams) draft.remove("cursor", known);
  else if (move.kind === "failed" && known !== null) await sayKept(context, draft, post);
  else if (move.kind === "retry" && move.remedy !== undefined && known === null && isTeams)
    await shut(context, draft, post, { reason: move.error, at });
}
