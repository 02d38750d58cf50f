import type { AllPosts, Evidence } from "./checks.ts";
import { rowsOf } from "./checks.ts";
import { DESKS } from "./town.ts";

const TOKEN = /\b(north|south)token\d+x/g;

/** What is given away of another desk. */
function strangers(text: string, desk: string): string[] {
  return [...text.matchAll(TOKEN)].flatMap(([token, of]) => (of === desk ? [] : [token]));
}

/** Each message stands where and as often as its row says: once where it was posted, and nowhere that no row knows of. */
export async function checkPosts(evidence: Evidence, posts: AllPosts): Promise<string[]> {
  const { ground, isCalm, town } = evidence;
  const broken: string[] = [];
  for (const { postId, lane, text } of ground.all) {
    if (postId === null) continue;
    const found = posts.get(postId);
    if (!found) {
      broken.push(`post ${postId} stands in ${lane} and has no row`);
      continue;
    }
    const standing = ground.withPost(postId).filter(({ goneSince }) => goneSince === undefined);
    if (standing.length > 1) broken.push(`post ${postId} stands ${standing.length} times`);
    if (found.post.lane !== lane) broken.push(`post ${postId} for ${found.post.lane} stands in ${lane}`);
    for (const token of strangers(text, found.desk)) broken.push(`post ${postId} of ${found.desk} says ${token}`);
    const teams = DESKS.find((desk) => town.teamLanes[desk] === lane) ?? found.desk;
    if (teams !== found.desk) broken.push(`post ${postId} of ${found.desk} stands before the team of ${teams}`);
  }
  for (const { post } of posts.values()) {
    const isFound = post.message.replaces !== undefined || post.reference?.startsWith("ephemeral");
    if (post.state === "posted" && !isFound && ground.withPost(post.id).length === 0)
      broken.push(`post ${post.id} was posted to ${post.lane} and stands nowhere`);
    if (isCalm && (post.state === "pending" || post.state === "sending"))
      broken.push(`post ${post.id} to ${post.lane} never left: ${post.error}`);
  }
  for (const desk of DESKS)
    for (const { id, text } of (await rowsOf(evidence, desk, "entry")).values())
      for (const token of strangers(text, desk)) broken.push(`entry ${id} of ${desk} holds ${token}`);
  return broken;
}
