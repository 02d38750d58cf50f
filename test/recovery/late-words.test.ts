import { expect, it } from "vitest";
import type { Case, CaseStep } from "../../src/recovery/case.ts";
import type { CaseFile } from "../../src/recovery/case-messages.ts";
import { stepMessage } from "../../src/recovery/step-messages.ts";
import { WORDING as wording } from "../catalogues.ts";
import { sampleRows } from "../database/sample-rows.ts";
import { settingsOf } from "../world.ts";

const at = (text: string) => Date.parse(`${text}+01:00`);

/** What the team is told of a case that was opened on 19 November and due on the 20th at noon. */
function told(locale: string, act: "overdue" | "escalate", when: string, ownerName: string | null): string {
  const { case: item, step, response, customer } = sampleRows();
  const due = {
    openedAt: at("2026-11-19T09:00"),
    contactBy: at("2026-11-20T12:00"),
    contactedAt: null,
    contactWish: null,
  };
  const owned = { state: "new", ownerName, ownerAddress: ownerName && "web:agent:fern" };
  const nobody = { byName: null, byAddress: null, note: null, facts: {} };
  const file = {
    ...{ item: { ...(item as Case), ...due, ...owned }, response, customer: { ...customer, name: "Customer One" } },
    ...{ rated: [], earlier: [], before: null },
  } as CaseFile;
  const { text } = stepMessage({ settings: settingsOf({ desk: { locale, zone: "Europe/Berlin" } }), wording }, file, {
    ...(step as CaseStep),
    ...nobody,
    act,
    at: at(when),
  });
  return text.replaceAll("\u00a0", " ").replaceAll("\u202f", " ");
}

it.each([
  ["en", "Customer One: contact is 2 days overdue. Owner: nobody yet."],
  ["de", "Customer One: Kontakt ist 2 Tage überfällig. Zuständig: noch niemand."],
  ["es", "Customer One: contacto con 2 días de retraso. Responsable: nadie todavía."],
  ["fr", "Customer One : contact en retard de 2 jours. Responsable : personne pour l’instant."],
  ["ja", "Customer One：連絡が2 日遅れています。担当：まだいません。"],
  ["pt-BR", "Customer One: contato com 2 dias de atraso. Responsável: ninguém ainda."],
])(
  "team.overdueBy in %s says how late contact is, in days on which the desk works, and whose the case is",
  (locale, said) => {
    expect(told(locale, "overdue", "2026-11-25T09:00", null)).toBe(said);
  },
);

it("team.overdueBy counts hours within a day, and team.overdue says since when where it is only just so", () => {
  expect(told("en", "overdue", "2026-11-20T14:10", null)).toBe(
    "Customer One: contact is 2 hours overdue. Owner: nobody yet.",
  );
  expect(told("en", "overdue", "2026-11-20T12:00", "Agent Fern")).toBe(
    "Customer One: contact has been overdue since Nov 20, 2026, 12:00 PM. Owner: Agent Fern.",
  );
});

it.each([
  ["en", "Customer One has waited 9 days (since Nov 19). Owner: Agent Fern. Please step in."],
  ["en-GB", "Customer One has waited 9 days (since 19 Nov). Owner: Agent Fern. Please step in."],
  ["de", "Customer One wartet schon 9 Tage (seit 19. Nov.). Zuständig: Agent Fern. Bitte einspringen."],
  ["es", "Customer One lleva 9 días esperando (desde el 19 nov). Responsable: Agent Fern. Se ruega intervenir."],
  ["fr", "Customer One attend depuis 9 jours (le 19 nov.). Responsable : Agent Fern. Merci d’intervenir."],
  ["ja", "Customer One：9 日お待ちです（11月19日から）。担当：Agent Fern。対応をお願いします。"],
  ["pt-BR", "Customer One espera há 9 dias (desde 19 de nov.). Responsável: Agent Fern. É preciso intervir."],
])("team.escalated in %s says how long the customer has waited, since when, and whose the case is", (locale, said) => {
  expect(told(locale, "escalate", "2026-11-28T15:56", "Agent Fern")).toBe(said);
});
