/** What was said to the team in one channel: the outbox post to keep up to date there. */
export interface TeamPost {
  readonly lane: string;
  readonly postId: string;
}
