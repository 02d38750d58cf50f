/** The roles of the desk's own people; whoever is named for several has the first. */
export const TEAM_ROLES = ["admin", "lead", "agent", "executive"] as const;
/** Who a person is to the desk. `bot` covers every automated author. */
export const ROLES = ["customer", ...TEAM_ROLES, "bot"] as const;
export type Role = (typeof ROLES)[number];

/** Somebody who acts, as a platform describes them; `address` is `platform:space:user`, e.g. `slack:T1:U7`. */
export interface Person {
  readonly address: string;
  readonly role: Role;
  readonly name?: string | null;
  readonly email?: string | null;
  /** BCP 47 tag, e.g. `pt-BR`. */
  readonly locale?: string | null;
  /** IANA time zone, e.g. `Europe/Berlin`. */
  readonly zone?: string | null;
  /** Whether the customer is key to the desk, where that is said. */
  readonly isKey?: boolean;
}

/** The person who wrote in. One customer may be reached at several addresses (see {@link Identity}). */
export interface Customer {
  readonly id: string;
  readonly version: number;
  readonly name: string | null;
  readonly email: string | null;
  readonly locale: string | null;
  readonly zone: string | null;
  /** True once the person has acted in a team role: team members are never asked. */
  readonly teamMember: boolean;
  readonly optedOutAt: number | null;
  /** Since when nobody may read their words to learn from them; null while they may be. Being asked is another thing. */
  readonly readOptOutAt: number | null;
  /** Since when name and e-mail address stand as the person gave them: what a platform says of them counts no more. */
  readonly correctedAt: number | null;
  /** When the person agreed to be written to directly; null until they have. */
  readonly directConsentAt: number | null;
  /** One of those whom the desk cannot do without: it is told by name where they say nothing twice. */
  readonly isKey: boolean;
  readonly createdAt: number;
}

/** A customer of whom nothing is known yet. */
export const UNKNOWN_CUSTOMER = {
  ...{ name: null, email: null, locale: null, zone: null, teamMember: false, isKey: false },
  ...{ optedOutAt: null, readOptOutAt: null, correctedAt: null, directConsentAt: null },
} as const satisfies Partial<Customer>;

/** Ties one platform address (its id) to a customer. */
export interface Identity {
  readonly id: string;
  readonly version: number;
  readonly customerId: string;
}

/** Whether somebody of the role is one of the desk's own people: a fact about who spoke, not what they may do. */
export function isColleague(role: Role): boolean {
  return TEAM_ROLES.some((one) => one === role);
}

/** The customer with what the platform now says about the person; unsaid fields keep what was known. */
export function described(customer: Customer, person: Person): Customer {
  const isCorrected = customer.correctedAt !== null;
  return {
    ...customer,
    name: (isCorrected ? null : person.name) ?? customer.name,
    email: (isCorrected ? null : person.email) ?? customer.email,
    locale: person.locale ?? customer.locale,
    zone: person.zone ?? customer.zone,
    isKey: person.isKey ?? customer.isKey,
    teamMember: customer.teamMember || isColleague(person.role),
  };
}
