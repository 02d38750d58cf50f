/** A button that stands there, and what its platform sends when it is pressed. */
export interface Pressable {
  readonly name: string;
  readonly subject: string;
  readonly value?: string;
  readonly raw: Readonly<Record<string, unknown>>;
}

/** Whether a button is one of those names. */
export const named =
  (...names: string[]) =>
  ({ name }: Pressable) =>
    names.includes(name);

/** A message of ours as it stands on a platform. */
export interface Standing {
  readonly reference: string;
  readonly lane: string;
  /** The outbox id that travelled with it; null where the platform keeps none. */
  readonly postId: string | null;
  readonly at: number;
  text: string;
  buttons: readonly Pressable[];
  edits: number;
  /** When it lost its buttons of scores, while it has none. */
  unscoredSince?: number | undefined;
  /** When somebody deleted it. */
  goneSince?: number | undefined;
}

/** What a platform finds wrong, at a moment, with how it is dealt with since another one, at which it said what it wants. */
export interface Complaint {
  readonly of: string;
  readonly since: number;
  readonly at: number;
}

/** All that stands on all platforms: what people see of us, and the checkers beside the rows. */
export interface Ground {
  readonly all: readonly Standing[];
  put(standing: Standing): void;
  /** Changes what stands there; false where nothing does. */
  edit(reference: string, into: Pick<Standing, "text" | "buttons">): boolean;
  /** Somebody deletes it: it has stood there, and nothing is left of it but what it said. */
  remove(reference: string): void;
  withPost(postId: string): readonly Standing[];
  in(lane: string): readonly Standing[];
  at(reference: string): Standing | undefined;
  /** What platforms find wrong with how they are dealt with. */
  readonly complaints: readonly Complaint[];
  complain(of: Complaint): void;
}

function listed(lists: Map<string, Standing[]>, name: string): Standing[] {
  const list = lists.get(name) ?? [];
  lists.set(name, list);
  return list;
}

function isScored({ buttons }: Pick<Standing, "buttons">): boolean {
  return buttons.some(({ name }) => name === "score");
}

export function createGround(now: () => number, onPut: (standing: Standing) => void): Ground {
  const all: Standing[] = [];
  const complaints: Complaint[] = [];
  const byReference = new Map<string, Standing>();
  const byPost = new Map<string, Standing[]>();
  const byLane = new Map<string, Standing[]>();
  return {
    all,
    put(standing) {
      all.push(standing);
      byReference.set(standing.reference, standing);
      listed(byLane, standing.lane).push(standing);
      if (standing.postId !== null) listed(byPost, standing.postId).push(standing);
      onPut(standing);
    },
    edit(reference, { text, buttons }) {
      const found = byReference.get(reference);
      if (found === undefined || found.goneSince !== undefined) return false;
      if (isScored({ buttons })) found.unscoredSince = undefined;
      else if (isScored(found)) found.unscoredSince = now();
      Object.assign(found, { text, buttons, edits: found.edits + 1 });
      return true;
    },
    remove(reference) {
      const found = byReference.get(reference);
      if (found) Object.assign(found, { buttons: [], goneSince: now() });
    },
    withPost: (postId) => byPost.get(postId) ?? [],
    in: (lane) => byLane.get(lane) ?? [],
    at: (reference) => byReference.get(reference),
    complaints,
    complain: (of) => void complaints.push(of),
  };
}
