import { caseLine } from "../../src/chat/find-overview.ts";
import type { FormWords } from "../../src/chat/forms.ts";
import { digestMessage } from "../../src/digest/digest-messages.ts";
import type { Person } from "../../src/interaction/customer.ts";
import type { ActionName, OutboundMessage } from "../../src/messages.ts";
import type { Case } from "../../src/recovery/case.ts";
import { may } from "../../src/rights.ts";
import { type CaseListed, customerHome, type DeskWork, mostListed, type OpenTalk, teamHome } from "./app-home-view.ts";
import type { FindDesk } from "./find-desk.ts";
import type { View } from "./forms.ts";
import type { SlackDesks, SlackParts } from "./parts.ts";

/** Draws App Home for whoever opens it: what they are to be told of every desk whose team they are on, else their own switches. */
export interface AppHomes {
  publish(team: string, user: string): Promise<void>;
}

/** Whether the button of a case still makes sense, to somebody who may press it. */
function isOffered(name: ActionName, item: Case, { role }: Person): boolean {
  if (!may(role, "work-case")) return false;
  if (name === "case-claim") return item.state === "new";
  return name !== "case-contact" || item.contactedAt === null;
}

/** The conversations of the workspace that wait longest. */
async function openTalks({ store, settings, wording }: SlackParts, team: string, most: number): Promise<OpenTalk[]> {
  const inWorkspace = { where: { state: "open" }, startsWith: { conversation: `slack:${team}:` } } as const;
  const open = await store.list("interaction", { ...inWorkspace, orderBy: "lastActivityAt", limit: most });
  return Promise.all(
    open.map(async (interaction) => {
      const customer = await store.get("customer", interaction.customerId);
      const where = { interactionId: interaction.id };
      const [first] = await store.list("entry", { where, orderBy: "position", limit: 1 });
      const name = customer?.name ?? wording.say(wording.choose(settings.desk.locale), "team.somebody");
      return { interaction, customer: name, words: first?.deletedAt === null ? first.text : "" };
    }),
  );
}

/** Each open case in a line, with those buttons of its alert that still make sense. */
async function openCases({ store }: SlackParts, words: FormWords, by: Person, most: number): Promise<CaseListed[]> {
  const where = { state: ["new", "claimed", "contacted"] } as const;
  const open = await store.list("case", { where, orderBy: "contactBy", limit: most });
  return Promise.all(
    open.map(async (item) => {
      const alert = item.alerts[0] ? await store.get("post", item.alerts[0].postId) : null;
      const actions = (alert?.message.actions ?? []).filter(({ name }) => isOffered(name, item, by));
      return { text: await caseLine(item, { ...words, store }), actions };
    }),
  );
}

/** The digest that was posted last. */
async function postedDigest(desk: SlackParts): Promise<OutboundMessage | null> {
  const [row] = await desk.store.list("digest", { orderBy: "week", descending: true, limit: 1 });
  return row ? digestMessage(desk, row) : null;
}

function wordsFor({ wording, settings }: SlackParts, { locale }: Person): FormWords {
  return { wording, settings, locale: wording.choose(locale, settings.desk.locale) };
}

export function createAppHomes(desks: SlackDesks, findDesk: FindDesk): AppHomes {
  const [{ api, log }] = desks;

  const workOf = async (team: string, desk: SlackParts, by: Person, most: number): Promise<DeskWork> => {
    const words = wordsFor(desk, by);
    const talks = may(by.role, "skip-question") ? await openTalks(desk, team, most) : null;
    const [digest, cases] = [await postedDigest(desk), await openCases(desk, words, by, most)];
    return { deskId: desk.deskId, words, digest, talks, cases };
  };

  const viewFor = async (team: string, user: string): Promise<View> => {
    const teams = findDesk.teamsOf(team, user);
    if (teams.length > 0) {
      const most = mostListed(teams.length);
      return teamHome(await Promise.all(teams.map(({ desk, by }) => workOf(team, desk, by, most))));
    }
    const desk = await findDesk.ofPerson(team, user);
    const by = desk.rules.person(team, user);
    const identity = await desk.store.get("identity", by.address);
    const customer = identity && (await desk.store.get("customer", identity.customerId));
    return customerHome(customer, desk.deskId, wordsFor(desk, by));
  };

  return {
    async publish(team, user) {
      const view = await viewFor(team, user);
      const answer = await api.call(team, "views.publish", { user_id: user, view });
      if (answer.kind !== "ok") log.warn("App Home could not be shown", { answer });
    },
  };
}
