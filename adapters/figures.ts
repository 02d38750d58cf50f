/** What waits in the outbox of one desk for one platform. */
export interface WaitingPosts {
  readonly desk: string;
  readonly platform: string;
  readonly posts: number;
  /** When the first of them came, milliseconds since 1970. */
  readonly since: number;
}

/** How one desk stands now. */
export interface DeskFigures {
  readonly desk: string;
  readonly open: number;
  readonly overdue: number;
  /** When its last digest was posted; null before the first. */
  readonly digestAt: number | null;
}

/** Counts what whoever watches the program wants to know, cheaply however much is kept. Rejects as the store does. */
export interface FigureReader {
  waiting(): Promise<WaitingPosts[]>;
  desks(desks: readonly string[], now: number): Promise<DeskFigures[]>;
}
