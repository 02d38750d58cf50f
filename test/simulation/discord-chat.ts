import { placeOf, threadUnderAddress } from "../../adapters/discord/address.ts";
import { isRecord, textIn } from "../../adapters/discord/api.ts";
import { readButton } from "../../adapters/discord/buttons.ts";
import { type Drawing, type Rendered, render } from "../../adapters/discord/render.ts";
import { checkMayLeave } from "../../src/outbox/may-leave.ts";
import type { Chat, Outgoing, PostResult } from "../../src/ports.ts";
import { findStanding } from "./discord-history.ts";
import type { Pressable } from "./ground.ts";
import { type Life, SIMULATED } from "./life.ts";
import type { PlatformParts } from "./platform.ts";
import type { Reception } from "./weather.ts";

const DRAWING: Drawing = { links: new Map(), linkText: "Open", file: null, inCards: true, isRole: () => false };

/** Discord knows a nonce again for "the past few minutes". */
const NONCE_KEPT_MS = 3 * 60_000;

function buttonsIn(part: unknown): Pressable[] {
  if (Array.isArray(part)) return part.flatMap(buttonsIn);
  if (!isRecord(part)) return [];
  const pressed = readButton(textIn(part, "custom_id"));
  return pressed ? [{ ...pressed, raw: part }] : Object.values(part).flatMap(buttonsIn);
}

function seen(pieces: readonly Rendered[]) {
  const components = pieces.flatMap((piece) => piece.components);
  const text = `${pieces.map(({ content }) => content).join("\n")} ${JSON.stringify(components)}`;
  return { text, buttons: buttonsIn(components) };
}

/** How a post ends that does not stand there; null where it does. */
function refusal(reception: Reception, isTeams: boolean): PostResult | null {
  const reason = `${SIMULATED} ${reception}`;
  if (reception === "limited") return { kind: "retry", reason, afterMs: 20_000, reach: "platform" };
  if (reception === "retry") return { kind: "retry", reason };
  if (reception === "out") return { kind: "retry", reason, afterMs: 5_000, reach: "platform" };
  if (reception === "absent") return { kind: "unknown", reason };
  if (reception === "locked") return { kind: "retry", reason, remedy: "let the bot in again", reach: "platform" };
  if (reception !== "refused") return null;
  return { kind: "refused", reason: "missing-access", ...(isTeams ? { remedy: "let the bot in again" } : {}) };
}

/** Discord as a process sees it: what is said is drawn as it is there, and a second one of the same nonce is the first for some minutes. */
export function createDiscordChat({ ground, weather, now, isTeams }: PlatformParts, newId: () => string) {
  const post = (outgoing: Outgoing): PostResult => {
    const { post, replaces } = outgoing;
    const { id, lane, message } = post;
    const place = placeOf(lane);
    if (place === null) return { kind: "refused", reason: `${lane} is no address` };
    checkMayLeave(outgoing);
    const reception = weather.receive("discord");
    const refused = refusal(reception, isTeams(lane));
    if (refused !== null) return refused;
    const now_ = { ...seen(render(message, DRAWING)) };
    const known = ground.withPost(id).find(({ at }) => now() - at < NONCE_KEPT_MS);
    const made = `${place.kind === "person" ? place.user : place.channel}/${newId()}`;
    const reference = replaces ?? known?.reference ?? made;
    if (replaces !== null) {
      if (!ground.edit(replaces, now_)) return { kind: "refused", reason: "message-gone" };
    } else if (!known) ground.put({ reference, lane, postId: id, at: now(), edits: 0, ...now_ });
    if (reception === "standing") return { kind: "unknown", reason: `${SIMULATED} the answer was lost` };
    return { kind: "posted", reference };
  };
  return (life: Life): Chat => ({
    ...{ platform: "discord", paceMs: 0, mostAtOnce: 16, arrivalMs: 0 },
    async post(outgoing) {
      if (life.isOver) throw new Error(`${SIMULATED} the process is no more`);
      return post(outgoing);
    },
    async find({ post, replaces }) {
      if (weather.isOut("discord") || weather.isLocked("discord") || weather.failsToLook())
        throw new Error(`${SIMULATED} Discord is out`);
      return replaces === null ? findStanding(ground, post, render(post.message, DRAWING)) : null;
    },
    threadUnder({ lane, message }, reference) {
      const place = placeOf(lane);
      const isOpen = place?.kind === "channel" && place.under === undefined;
      if (message.caseId === undefined || !isOpen) return null;
      return { address: threadUnderAddress(place, reference.split("/")[1] ?? "") };
    },
  });
}
