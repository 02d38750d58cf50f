import { caseLine } from "../../src/chat/find-overview.ts";
import type { FormWords } from "../../src/chat/forms.ts";
import { digestMessage } from "../../src/digest/digest-messages.ts";
import type { Person } from "../../src/interaction/customer.ts";
import type { ActionName, OutboundMessage } from "../../src/messages.ts";
import type { Case } from "../../src/recovery/case.ts";
import { may } from "../../src/rights.ts";
import { userOf } from "./address.ts";
import { customerHome, MOST_LISTED, type OpenTalk, teamHome } from "./app-home-view.ts";
import type { View } from "./forms.ts";
import type { SlackParts } from "./parts.ts";

/** Draws App Home for whoever opens it. */
export interface Homes {
  publish(team: string, person: Person): Promise<void>;
}

/** Whether the button of a case still makes sense, to somebody who may press it. */
function isOffered(name: ActionName, item: Case, { role }: Person): boolean {
  if (!may(role, "work-case")) return false;
  if (name === "case-claim") return item.state === "new";
  return name !== "case-contact" || item.contactedAt === null;
}

export function createHomes({ api, store, settings, wording, themes, log }: SlackParts): Homes {
  const openTalks = async (): Promise<OpenTalk[]> => {
    const open = await store.list("interaction", {
      where: { state: "open" },
      orderBy: "lastActivityAt",
      limit: MOST_LISTED,
    });
    const onSlack = open.filter(({ conversation }) => conversation.startsWith("slack:"));
    return Promise.all(
      onSlack.map(async (interaction) => {
        const customer = await store.get("customer", interaction.customerId);
        const [first] = await store.list("entry", {
          where: { interactionId: interaction.id },
          orderBy: "position",
          limit: 1,
        });
        const name = customer?.name ?? wording.say(wording.choose(settings.desk.locale), "team.somebody");
        return { interaction, customer: name, words: first?.deletedAt === null ? first.text : "" };
      }),
    );
  };

  /** Each open case in a line, with those buttons of its alert that still make sense. */
  const openCases = async (words: FormWords, person: Person) => {
    const where = { state: ["new", "claimed", "contacted"] } as const;
    const open = await store.list("case", { where, orderBy: "contactBy", limit: MOST_LISTED });
    return Promise.all(
      open.map(async (item) => {
        const alert = item.alerts[0] ? await store.get("post", item.alerts[0].postId) : null;
        const actions = (alert?.message.actions ?? []).filter(({ name }) => isOffered(name, item, person));
        return { text: await caseLine(item, { ...words, store }), actions };
      }),
    );
  };

  /** The digest that was posted last. */
  const postedDigest = async (): Promise<OutboundMessage | null> => {
    const [row] = await store.list("digest", { orderBy: "week", descending: true, limit: 1 });
    return row ? digestMessage({ store, settings, wording, themes }, row) : null;
  };

  const viewFor = async (person: Person, words: FormWords): Promise<View> => {
    if (may(person.role, "read-figures")) {
      const talks = may(person.role, "skip-question") ? await openTalks() : null;
      const [digest, cases] = [await postedDigest(), await openCases(words, person)];
      return teamHome({ digest, talks, cases }, words);
    }
    const identity = await store.get("identity", person.address);
    return customerHome(identity && (await store.get("customer", identity.customerId)), words);
  };

  return {
    async publish(team, person) {
      const user = userOf(person.address);
      if (user === null) return;
      const locale = wording.choose(person.locale, settings.desk.locale);
      const view = await viewFor(person, { wording, settings, locale });
      const answer = await api.call(team, "views.publish", { user_id: user, view });
      if (answer.kind !== "ok") log.warn("App Home could not be shown", { answer });
    },
  };
}
