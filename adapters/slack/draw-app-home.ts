import { findLinks } from "../../src/chat/find-links.ts";
import { ownSittings } from "../../src/chat/find-sittings.ts";
import type { FormWords } from "../../src/chat/forms.ts";
import type { Customer, Person } from "../../src/interaction/customer.ts";
import type { OutboundMessage } from "../../src/messages.ts";
import { may } from "../../src/rights.ts";
import type { WordingKey } from "../../src/wording.ts";
import { customerHome } from "./customer-home-view.ts";
import type { FindDesk } from "./find-desk.ts";
import type { View } from "./forms.ts";
import { gatherOwn, type TurnedTo } from "./gather-customer-home.ts";
import { gatherCases, gatherCords, gatherTalks, postedDigest } from "./gather-team-home.ts";
import { pageOf } from "./home-parts.ts";
import type { ReadingParts, SlackDesks, SlackParts } from "./parts.ts";
import type { SetUps } from "./set-ups.ts";
import { type DeskWork, MOST_BLOCKS, mostListed, teamHome } from "./team-home-view.ts";

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

/** The desk with the words that are this customer's own. */
function ownOf(desk: SlackParts, { id }: Customer): ReadingParts {
  return { ...desk, store: desk.bot.ownWords(id) };
}

function wordsFor({ wording, settings }: Pick<SlackParts, "wording" | "settings">, { locale }: Person): FormWords {
  return { wording, settings, locale: wording.choose(locale, settings.desk.locale) };
}

/** A page of a list is turned at the desk where that was asked for. */
function pagesAt({ deskId }: SlackParts, { pages = {}, desk }: HomeTurn): TurnedTo {
  return desk === undefined || desk === deskId ? pages : {};
}

/** Somebody of a desk's team. */
interface AtDesk {
  readonly desk: SlackParts;
  readonly by: Person;
}

/** How much of each list is shown, and from which on. */
interface Turned {
  readonly most: number;
  readonly pages: TurnedTo;
}

export function createAppHomes(desks: SlackDesks, findDesk: FindDesk, setUps: Pick<SetUps, "missing">): AppHomes {
  const [{ api, log }] = desks;

  const gatherWork = async (
    team: string,
    { desk, by }: { readonly desk: ReadingParts; readonly by: Person },
    { most, pages }: Turned,
  ): Promise<DeskWork> => {
    const words = wordsFor(desk, by);
    const talks = may(by.role, "skip-question") ? await gatherTalks(desk, team, pages.talks ?? 0, most) : null;
    const cases = await gatherCases(desk, { words, by }, pages.cases ?? 0, most);
    const cords = await gatherCords(desk, words);
    const sections = cases.items.map(({ about }) => ({ title: "", lines: [], about }));
    const behind: OutboundMessage = { kind: "notice", text: "", sections, actions: [] };
    const drawing = { ...desk, links: await findLinks(behind, desk.findLink) };
    const sittings = await ownSittings({ ...desk, ...words, by });
    return { deskId: desk.deskId, words, digest: await postedDigest(desk), talks, cords, cases, sittings, drawing };
  };

  /** What waits at a desk, as this person may read it; nothing of it where they may not. */
  const workOf = async (team: string, { desk, by }: AtDesk, turned: Turned): Promise<DeskWork[]> => {
    const look = {
      by,
      via: "chat",
      purpose: "work",
      right: "read-figures",
      what: "app home",
      showsPosts: true,
    } as const;
    const looked = await desk.bot.read(look, ({ store }) => gatherWork(team, { desk: { ...desk, store }, by }, turned));
    return looked.kind === "given" ? [looked.found] : [];
  };

  const ownView = async (team: string, user: string, turn: HomeTurn): Promise<View> => {
    const desk = await findDesk.ofPerson(team, user);
    const by = desk.rules.person(team, user);
    const identity = await desk.store.get("identity", by.address);
    const customer = identity && (await desk.store.get("customer", identity.customerId));
    const nothing = { talks: pageOf([], 0, 0), answers: pageOf([], 0, 0) };
    const own = customer ? await gatherOwn(ownOf(desk, customer), by, customer.id, pagesAt(desk, turn)) : nothing;
    const words = wordsFor(desk, by);
    const said = turn.said === undefined ? null : words.wording.say(words.locale, turn.said);
    return customerHome({ customer, ...own, said }, desk.deskId, words);
  };

  const viewFor = async (team: string, user: string, turn: HomeTurn): Promise<View> => {
    const teams = findDesk.teamsOf(team, user);
    if (teams.length === 0) return ownView(team, user, turn);
    const most = mostListed(teams.length);
    const works = teams.map((one) => workOf(team, one, { most, pages: pagesAt(one.desk, turn) }));
    return teamHome((await Promise.all(works)).flat());
  };

  /** What is missing in the settings stands above all else, for those who may change that. */
  const wholeView = async (team: string, user: string, turn: HomeTurn): Promise<View> => {
    const [view, missing] = await Promise.all([viewFor(team, user, turn), setUps.missing(team, user)]);
    const blocks = Array.isArray(view.blocks) ? view.blocks : [];
    return missing.length === 0 ? view : { ...view, blocks: [...missing, ...blocks].slice(0, MOST_BLOCKS) };
  };

  return {
    async publish(team, user, turn = {}) {
      const view = await wholeView(team, user, turn);
      const answer = await api.call(team, "views.publish", { user_id: user, view });
      if (answer.kind !== "ok") log.warn("App Home could not be shown", { answer });
    },
  };
}
