/** Who holds something, and until when by the clock; both null while nobody does. Part of every row that is held while it is worked on. */
export interface Leased {
  readonly leaseOwner: string | null;
  /** Milliseconds since 1970. From then on anybody may take it over. */
  readonly leaseUntil: number | null;
}

/** How long a lease lasts unless it is renewed, milliseconds: far more than clocks of machines differ, or a slow platform takes. */
export const LEASE_MS = 60_000;

/** Nobody holds it. */
export const UNLEASED: Leased = { leaseOwner: null, leaseUntil: null };

/** Held by the owner until then. */
export function leasedTo(leaseOwner: string, leaseUntil: number): Leased {
  return { leaseOwner, leaseUntil };
}

/** Whether anybody may take it: nobody holds it, or its time has run out. */
export function isFree({ leaseUntil }: Leased, now: number): boolean {
  return leaseUntil === null || leaseUntil <= now;
}

/** Whether the owner still holds it: one whose time has run out does until somebody takes it over. */
export function isHeldBy({ leaseOwner }: Leased, owner: string): boolean {
  return leaseOwner === owner;
}

/** How often a lease of this length is renewed, milliseconds: twice before it runs out. */
export function renewalOf(leaseMs: number): number {
  return leaseMs / 3;
}
