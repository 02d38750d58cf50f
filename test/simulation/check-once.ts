import type { AllPosts, Evidence } from "./checks.ts";
import { grouped } from "./grouped.ts";
import { DESKS } from "./town.ts";
import type { Acknowledged } from "./wire.ts";

/** An event that comes again changes nothing: of one name only one delivery was saved. */
function checkSeen({ acknowledged }: Evidence): string[] {
  const named = acknowledged.filter(({ event, handled }) => event.id !== null && handled.status === "saved");
  const byName = grouped(named, ({ event }) => `${event.kind} ${event.id}`);
  // What somebody wishes for themselves is heard at a second desk too that has come to know them since.
  const most = ([one]: readonly Acknowledged[]) => (one?.event.kind === "asking-changed" ? DESKS.length : 1);
  return [...byName].flatMap(([name, all]) =>
    all.length > most(all) ? [`${name} was saved ${all.length} times`] : [],
  );
}

/** Nothing is said twice in one place at one moment, but for a notice, as each of two presses is told that it came too late; and nobody is asked or reminded twice by one survey. */
function checkSaid(posts: AllPosts): string[] {
  const all = [...posts.values()]
    .map(({ post }) => post)
    .filter(({ message }) => !["webhook", "notice"].includes(message.kind));
  const atOnce = [...grouped(all, ({ lane, createdAt }) => `${createdAt} ${lane}`).values()];
  const alike = atOnce.flatMap((some) => [...grouped(some, ({ message }) => JSON.stringify(message)).values()]);
  const asking = all.filter(({ surveyId }) => surveyId !== null);
  // A question that did not get through is put elsewhere; one that stands is reminded of once, whatever becomes of that.
  const once = asking.filter(({ message, state }) => message.kind === "reminder" || state === "posted");
  const asked = grouped(once, ({ surveyId, message }) => `${message.kind} of survey ${surveyId}`);
  return [
    ...alike.flatMap(([first, ...more]) =>
      first && more.length > 0 ? [`${first.message.kind} ${first.id} is said ${more.length + 1} times at once`] : [],
    ),
    ...[...asked].flatMap(([name, some]) => (some.length > 1 ? [`the ${name} is said ${some.length} times`] : [])),
  ];
}

/** In one place nothing overtakes: what was to be said earlier stands earlier. */
function checkOrder({ ground, leeway }: Evidence, posts: AllPosts): string[] {
  const broken: string[] = [];
  const latest = new Map<string, { readonly id: string; readonly createdAt: number }>();
  for (const { postId, lane } of ground.all) {
    const post = posts.get(postId ?? "")?.post;
    if (!post) continue;
    const before = latest.get(lane);
    if (before && post.createdAt < before.createdAt - 2 * leeway)
      broken.push(`post ${post.id} stands in ${lane} after ${before.id}`);
    else latest.set(lane, post);
  }
  return broken;
}

/** Slack shows a word to one person alone where it is for that person. */
function checkPrivate({ ground }: Evidence, posts: AllPosts): string[] {
  return ground.all.flatMap(({ postId, lane }) => {
    const whose = posts.get(postId ?? "")?.post.message.privateTo;
    const isOpen = lane.startsWith("slack:") && lane !== whose;
    return whose !== undefined && isOpen ? [`post ${postId} for ${whose} alone stands before all of ${lane}`] : [];
  });
}

/** Given up is only what a platform has refused for good; to the team nothing is. */
function checkGivenUp({ town }: Evidence, posts: AllPosts): string[] {
  const lanes = Object.values(town.teamLanes);
  return [...posts.values()].flatMap(({ post: { id, lane, state, error, message } }) => {
    if (state !== "failed") return [];
    const isPassing = /simulated|limited/.test(error ?? "");
    const isTeams = lanes.includes(lane) && message.replaces === undefined;
    return isPassing || isTeams ? [`post ${id} to ${lane} was given up: ${error}`] : [];
  });
}

/** What a platform has said is kept to, unless it could not be kept just then, nor told to whoever else posts. */
function checkComplaints({ ground, wasHindered }: Evidence): string[] {
  return ground.complaints.flatMap(({ of, since, at }) => (wasHindered(since, at) ? [] : [of]));
}

/** What happens once, in order, and no sooner than a platform wants it. */
export function checkOnce(evidence: Evidence, posts: AllPosts): string[] {
  return [
    ...checkComplaints(evidence),
    ...checkSeen(evidence),
    ...checkSaid(posts),
    ...checkOrder(evidence, posts),
    ...checkPrivate(evidence, posts),
    ...checkGivenUp(evidence, posts),
  ];
}
