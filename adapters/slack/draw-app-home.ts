import { findLinks } from "../../src/chat/find-links.ts";
import type { FormWords } from "../../src/chat/forms.ts";
import type { Person } from "../../src/interaction/customer.ts";
import type { OutboundMessage } from "../../src/messages.ts";
import { may } from "../../src/rights.ts";
import type { WordingKey } from "../../src/wording.ts";
import { customerHome } from "./customer-home-view.ts";
import type { FindDesk } from "./find-desk.ts";
import type { View } from "./forms.ts";
import { gatherOwn, type TurnedTo } from "./gather-customer-home.ts";
import { gatherCases, gatherCords, gatherTalks, postedDigest } from "./gather-team-home.ts";
import { pageOf } from "./home-parts.ts";
import type { SlackDesks, SlackParts } from "./parts.ts";
import { type DeskWork, mostListed, teamHome } from "./team-home-view.ts";

/** What is shown otherwise than when App Home is opened: a further page of a list, or what came of a press. */
export interface HomeTurn {
  /** From which on each list is shown, by its name, and at which desk; from the first, unless named. */
  readonly pages?: TurnedTo;
  readonly desk?: string | undefined;
  readonly said?: WordingKey;
}

/** Draws App Home for whoever opens it: what waits for them at every desk whose team they are on, else what is their own. */
export interface AppHomes {
  publish(team: string, user: string, turn?: HomeTurn): Promise<void>;
}

function wordsFor({ wording, settings }: SlackParts, { locale }: Person): FormWords {
  return { wording, settings, locale: wording.choose(locale, settings.desk.locale) };
}

/** A page of a list is turned at the desk where that was asked for. */
function pagesAt({ deskId }: SlackParts, { pages = {}, desk }: HomeTurn): TurnedTo {
  return desk === undefined || desk === deskId ? pages : {};
}

export function createAppHomes(desks: SlackDesks, findDesk: FindDesk): AppHomes {
  const [{ api, log }] = desks;

  const workOf = async (
    team: string,
    { desk, by }: { readonly desk: SlackParts; readonly by: Person },
    { most, pages }: { readonly most: number; readonly pages: TurnedTo },
  ): Promise<DeskWork> => {
    const words = wordsFor(desk, by);
    const talks = may(by.role, "skip-question") ? await gatherTalks(desk, team, pages.talks ?? 0, most) : null;
    const cases = await gatherCases(desk, { words, by }, pages.cases ?? 0, most);
    const cords = await gatherCords(desk, words);
    const sections = cases.items.map(({ about }) => ({ title: "", lines: [], about }));
    const behind: OutboundMessage = { kind: "notice", text: "", sections, actions: [] };
    const drawing = { ...desk, links: await findLinks(behind, desk.findLink) };
    return { deskId: desk.deskId, words, digest: await postedDigest(desk), talks, cords, cases, drawing };
  };

  const ownView = async (team: string, user: string, turn: HomeTurn): Promise<View> => {
    const desk = await findDesk.ofPerson(team, user);
    const by = desk.rules.person(team, user);
    const identity = await desk.store.get("identity", by.address);
    const customer = identity && (await desk.store.get("customer", identity.customerId));
    const nothing = { talks: pageOf([], 0, 0), answers: pageOf([], 0, 0) };
    const own = customer ? await gatherOwn(desk, by, customer.id, pagesAt(desk, turn)) : nothing;
    const words = wordsFor(desk, by);
    const said = turn.said === undefined ? null : words.wording.say(words.locale, turn.said);
    return customerHome({ customer, ...own, said }, desk.deskId, words);
  };

  const viewFor = async (team: string, user: string, turn: HomeTurn): Promise<View> => {
    const teams = findDesk.teamsOf(team, user);
    if (teams.length === 0) return ownView(team, user, turn);
    const most = mostListed(teams.length);
    return teamHome(await Promise.all(teams.map((one) => workOf(team, one, { most, pages: pagesAt(one.desk, turn) }))));
  };

  return {
    async publish(team, user, turn = {}) {
      const view = await viewFor(team, user, turn);
      const answer = await api.call(team, "views.publish", { user_id: user, view });
      if (answer.kind !== "ok") log.warn("App Home could not be shown", { answer });
    },
  };
}
