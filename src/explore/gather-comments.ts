import { BOUNDS, keptOf } from "../interaction/bounds.ts";
import { unreadAmong } from "../interaction/find-unread.ts";
import { coverOf } from "../interaction/gather-cover.ts";
import { gatherRated } from "../survey/gather-rated.ts";
import type { Response } from "../survey/response.ts";
import type { Band } from "../survey/score.ts";
import { allowedWish, type ExploreSource, type ExploreWish, gatherThemed, sliceFor } from "./gather-explored.ts";
import type { CommentPage } from "./slice.ts";

/** A comment as it is listed. */
export interface ListedComment {
  readonly responseId: string;
  readonly interactionId: string;
  readonly score: number;
  readonly band: Band;
  readonly product: string | null;
  /** Addresses of those whose help was rated by it. */
  readonly rated: readonly string[];
  readonly answeredAt: number;
  /** Redacted, in the language in which it was written; null where its writer may not be read, or nothing is left of it. */
  readonly text: string | null;
}

/** A page of comments, the latest first. */
export interface CommentList {
  readonly comments: readonly ListedComment[];
  /** The last one, where there are more behind it. */
  readonly more: NonNullable<CommentPage["behind"]> | null;
}

function isBehind({ answeredAt, id }: Response, behind: CommentPage["behind"]): boolean {
  return behind === undefined || answeredAt < behind.at || (answeredAt === behind.at && id < behind.id);
}

async function answersOf(source: ExploreSource, wanted: ExploreWish, page: CommentPage): Promise<Response[]> {
  const wish = allowedWish(wanted, source.settings);
  const slice = sliceFor(wish, source);
  const { theme } = wish;
  if (theme === undefined) {
    const found = await source.store.listSliceComments(slice, page);
    return found.map(({ answer }) => answer);
  }
  const themed = await gatherThemed(source, slice);
  const named = themed.filter(({ themes }) => themes.includes(theme)).map(({ answer }) => answer);
  const ofBand = named.filter(({ band }) => page.band === undefined || band === page.band);
  return ofBand.filter((answer) => isBehind(answer, page.behind)).slice(0, page.limit);
}

/** The comments of what somebody wants to see, redacted as a digest's are. Rejects as the store does. */
export async function gatherComments(
  source: ExploreSource,
  wish: ExploreWish,
  { limit, ...page }: CommentPage,
): Promise<CommentList> {
  const found = await answersOf(source, wish, { ...page, limit: limit + 1 });
  const answers = found.slice(0, limit);
  const unread = await unreadAmong(
    source,
    answers.map(({ customerId }) => customerId),
  );
  const cover = await coverOf(
    source,
    answers.map(({ interactionId }) => interactionId),
  );
  const textOf = ({ comment, customerId, interactionId }: Response): string | null => {
    if (unread.has(customerId)) return null;
    return cover(keptOf(comment ?? "", BOUNDS.comment).text, interactionId).trim() || null;
  };
  const rated = await gatherRated(source, answers);
  const comments = answers.map((answer) => {
    const { id: responseId, interactionId, score, band, product, answeredAt } = answer;
    const facts = { responseId, interactionId, score, band, product, answeredAt };
    return { ...facts, rated: rated.get(responseId) ?? [], text: textOf(answer) };
  });
  const last = answers.at(-1);
  return { comments, more: found.length > limit && last ? { at: last.answeredAt, id: last.id } : null };
}
