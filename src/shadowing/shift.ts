/** A standing appointment of a leader with their customers' conversations, once a week. */
export interface Shift {
  readonly id: string;
  readonly version: number;
  /** `platform:space:user`: also where they are told of it. */
  readonly whoAddress: string;
  readonly whoName: string | null;
  /** Day and time of the week, e.g. `Tue 09:00`. */
  readonly every: string;
  /** IANA time zone by whose clock that is. */
  readonly zone: string;
  /** How many conversations are drawn for each appointment. */
  readonly transcripts: number;
  /** Whether the desk's settings have it, or the person took it upon themself. */
  readonly source: "settings" | "person";
  readonly state: "standing" | "ended";
  readonly createdAt: number;
  /** When the next appointment falls due; null once it has ended. */
  readonly dueAt: number | null;
}
