import { readSettings, type Settings } from "../../src/settings.ts";
import { EXECUTIVES } from "./sitters.ts";

const DESK = { name: "Acme Support", brand: "Acme", zone: "Europe/Berlin", locale: "en", phoneCountry: "DE" };
const PRODUCT_NAMES = [
  { id: "billing", name: "Billing" },
  { id: "app", name: "Mobile app" },
  { id: "delivery", name: "Delivery" },
  { id: "returns", name: "Returns" },
];
/** Within what the sample desk promises a first answer. */
const FIRST_ANSWER = "30m";
const ROLES = { executives: EXECUTIVES.map(({ person }) => person.address) };

function settingsFrom(input: unknown): Settings {
  const result = readSettings(input);
  if ("settings" in result) return result.settings;
  throw new Error(`The demo's settings are wrong: ${result.faults.map(({ path }) => path).join(", ")}.`);
}

/** How the desk worked during the sample quarter: usual hours and delays, cooldowns short enough for a customer to return. */
export function quarterSettings(): Settings {
  return settingsFrom({
    desk: DESK,
    ask: { cooldownAnswered: "30d", cooldownUnanswered: "14d" },
    recovery: { contactWithin: "8h", escalateAfter: "16h" },
    shadowing: { firstAnswerWithin: FIRST_ANSWER },
    products: PRODUCT_NAMES,
    roles: ROLES,
  });
}

/** How the desk works for a visitor, as a settings file would say it: at any hour, with everything due within minutes, and every conversation asked about. */
export const VISITOR_SETTINGS = {
  desk: { ...DESK, businessHours: "Mon-Sun 00:00-24:00" },
  ask: {
    delay: "5s",
    quietHours: "",
    cooldownAnswered: "0s",
    cooldownUnanswered: "0s",
    remindAfter: "2m",
    expireAfter: "10m",
  },
  recovery: { contactWithin: "3m", escalateAfter: "6m" },
  shadowing: { firstAnswerWithin: FIRST_ANSWER, waitingRoom: true },
  products: PRODUCT_NAMES,
  roles: ROLES,
};
