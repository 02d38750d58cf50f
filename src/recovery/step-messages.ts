import { platformOf } from "../interaction/address.ts";
import type { OutboundMessage } from "../messages.ts";
import { bandOf } from "../survey/score.ts";
import { customerName, dayText, momentText, spanText } from "../team/say-to-team.ts";
import type { Values, WordingKey } from "../wording.ts";
import { type CaseAct, type CaseStep, type CustomersWord, isCaseOpen, type StepFacts } from "./case.ts";
import { type CaseFile, type CaseTelling, sayOfCase } from "./case-messages.ts";
import { type Lateness, lateBy, latenessIn } from "./deadline.ts";

const ACTS: Readonly<Record<CaseAct, WordingKey>> = {
  claim: "team.claimed",
  assign: "team.assigned",
  release: "team.released",
  contact: "team.contacted",
  wait: "team.waiting",
  escalate: "team.escalatedBy",
  note: "team.noted",
  resolve: "team.resolved",
  close: "team.closed",
  reopen: "team.reopened",
  "take-back": "team.takenBack",
};

const WORDS: Readonly<Record<Exclude<CustomersWord, "again">, WordingKey>> = {
  wanted: "team.contactWanted",
  unwanted: "team.contactUnwanted",
  "put-right": "team.putRight",
  "not-right": "team.notPutRight",
  wrote: "team.wroteAfter",
};

function againKey({ score = 0, isNew }: StepFacts): WordingKey {
  if (bandOf(score) !== "detractor") return "team.recovered";
  return isNew ? "team.stillUnhappy" : "team.stillLow";
}

/** The sentence for a step, with and without the scores in it. */
function keysOf(
  { act, byAddress, facts }: CaseStep,
  isContacted: boolean,
  late: Lateness,
): readonly [WordingKey, WordingKey] {
  const same = (key: WordingKey) => [key, key] as const;
  switch (act) {
    case "remind":
      return same("team.reminder");
    case "overdue":
      return same(late.unit === "minute" ? "team.overdue" : "team.overdueBy");
    case "withdraw":
      return same("team.withdrawn");
    case "comment":
      return ["team.comment", "team.commentUnseen"];
    case "raise":
      return ["team.changed", "team.changedUnseen"];
    case "lower":
      return isContacted ? ["team.changed", "team.changedUnseen"] : ["team.worsened", "team.worsenedUnseen"];
    case "escalate":
      return same(byAddress === null ? "team.escalated" : ACTS.escalate);
    case "reopen":
      if (byAddress !== null) return same(ACTS.reopen);
      return facts.before === undefined ? same("team.countsAgain") : ["team.worsened", "team.worsenedUnseen"];
    case "again":
      return [againKey(facts), "team.againUnseen"];
    case "wanted":
    case "unwanted":
    case "put-right":
    case "not-right":
    case "wrote":
      return same(WORDS[act]);
    default:
      return same(ACTS[act]);
  }
}

/** Who must hear of the step, in groups: the first of which the platform knows anybody is called. */
function concerned({ settings }: CaseTelling, { item }: CaseFile, step: CaseStep): readonly (readonly string[])[] {
  const { leads } = settings.roles;
  const { onCall } = settings.recovery;
  const owner = item.ownerAddress === null ? [] : [item.ownerAddress];
  switch (step.act) {
    case "overdue":
      return [[...owner, ...leads], onCall];
    case "escalate":
      return [leads, onCall];
    case "assign":
      return [owner];
    case "comment":
    case "lower":
    case "wanted":
    case "not-right":
    case "again":
      return step.facts.isNew ? [owner, leads, onCall] : [];
    case "reopen":
      return step.byAddress === null ? [owner, leads, onCall] : [];
    case "remind":
      return [owner, leads, onCall];
    default:
      return [];
  }
}

/** Whom the step calls on a platform, each once; nobody who took it, was rated, or can do nothing about it any more. */
export function calledFor(context: CaseTelling, file: CaseFile, step: CaseStep, platform: string): string[] {
  if (!isCaseOpen(file.item)) return [];
  const { agentsSeeOwnScores } = context.settings.recovery;
  const isFree = (address: string) => agentsSeeOwnScores || !file.rated.includes(address);
  const known = concerned(context, file, step).map((group) =>
    group.filter((one) => platformOf(one) === platform && one !== step.byAddress && isFree(one)),
  );
  return [...new Set(known.find((group) => group.length > 0))];
}

/** How long the customer has waited at the step: for contact once that is late, for an end where leads are called. */
function waitOf({ settings }: CaseTelling, { item }: CaseFile, { act, at }: CaseStep): Lateness {
  return act === "overdue" ? lateBy(item.contactBy, at, settings.desk) : latenessIn(at - item.openedAt);
}

/** What the sentences of steps say, in the desk's language. */
function valuesOf(
  context: CaseTelling,
  { item, response, customer }: CaseFile,
  step: CaseStep,
  wait: Lateness,
): Values {
  const { byName, byAddress, facts } = step;
  return {
    ...{ customer: customerName(context, customer), agent: byName ?? byAddress ?? "", to: facts.to ?? "" },
    ...{ score: facts.score ?? response.score, before: facts.before ?? 0, by: momentText(context, item.contactBy) },
    ...{ since: dayText(context, item.openedAt), span: spanText(context, wait) },
    owner: item.ownerName ?? item.ownerAddress ?? sayOfCase(context, "team.noOwner"),
  };
}

/** The step in words, as it is told under the card. */
export function stepMessage(context: CaseTelling, file: CaseFile, step: CaseStep): OutboundMessage {
  const { item, response, customer, rated } = file;
  const { byName, byAddress, note, act } = step;
  const name = customerName(context, customer);
  const wait = waitOf(context, file, step);
  const values = valuesOf(context, file, step, wait);
  const [seen, unseen] = keysOf(step, item.contactedAt !== null, wait).map((key) => sayOfCase(context, key, values));
  const words = act === "comment" && response.comment !== null ? { text: response.comment, by: name } : null;
  const quote = note === null ? words : { text: note, by: byAddress === null ? name : (byName ?? byAddress) };
  const isWithheld = seen !== unseen && rated.length > 0 && !context.settings.recovery.agentsSeeOwnScores;
  return {
    kind: "notice",
    text: seen ?? "",
    threadName: name,
    ...(quote ? { quote } : {}),
    actions: [],
    ...(isWithheld ? { withheld: { from: rated, text: unseen ?? "", actions: [] } } : {}),
  };
}
