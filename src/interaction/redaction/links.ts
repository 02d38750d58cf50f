import { type Span, spansOf } from "./spans.ts";

const LINK = /(?<![\p{L}\p{N}])(?:(?:https?|ftp|wss?):\/\/|www\.)[^\s<>"']+/giu;
const HOOK = /^(\S{0,200}?\/(?:services|webhooks)\/)[\w-]{6,}\/[\w/-]{8,}/;

/** What a link gives away: who signs in, what follows `?` or `#`, and the path of a hook; host and path else stay. */
function partsOf(link: string): {
  readonly sign: Span | null;
  readonly hook: Span | null;
  readonly query: Span | null;
} {
  const begin = link.includes("://") ? link.indexOf("://") + 3 : 0;
  const sign = /^[^/?#@]*@/.exec(link.slice(begin));
  const hook = HOOK.exec(link);
  const query = /[?#]/.exec(link);
  const rest = query === null ? null : { startsAt: query.index + 1, endsAt: link.length };
  return {
    sign: sign === null ? null : { startsAt: begin, endsAt: begin + sign[0].length },
    hook: hook?.[1] === undefined ? null : { startsAt: hook[1].length, endsAt: hook[0].length },
    query: rest === null || rest.startsAt === rest.endsAt || link.slice(rest.startsAt) === "[…]" ? null : rest,
  };
}

function partSpans(text: string, part: "sign" | "hook" | "query"): Span[] {
  if (!text.includes("://") && !text.includes("www.")) return [];
  return spansOf(text, LINK).flatMap(({ startsAt, endsAt }) => {
    const found = partsOf(text.slice(startsAt, endsAt))[part];
    return found === null ? [] : [{ startsAt: startsAt + found.startsAt, endsAt: startsAt + found.endsAt }];
  });
}

/** Names and passwords before a link's host. */
export function signInSpans(text: string): Span[] {
  return partSpans(text, "sign");
}

/** Where links hold the key of a hook in their path. */
export function hookSpans(text: string): Span[] {
  return partSpans(text, "hook");
}

/** What follows `?` or `#` in links. */
export function querySpans(text: string): Span[] {
  return partSpans(text, "query");
}
