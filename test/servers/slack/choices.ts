import { optionsOf, type PlacedElement } from "./blocks.ts";
import { asObject, asObjects, asString, type Json } from "./json.ts";

/** What a person enters into one element: text or an option's value, several values, or nothing. */
export type Entry = string | readonly string[] | null;

const WITH_TEXT = ["plain_text_input", "email_text_input", "url_text_input", "number_input"];
const DATED: Readonly<Record<string, string>> = {
  datepicker: "selected_date",
  timepicker: "selected_time",
  datetimepicker: "selected_date_time",
  users_select: "selected_user",
  conversations_select: "selected_conversation",
  channels_select: "selected_channel",
};
const LISTED: Readonly<Record<string, string>> = {
  multi_users_select: "users",
  multi_conversations_select: "conversations",
};
const SEVERAL = ["checkboxes", "multi_static_select"];

/** What the element holds when somebody has entered this, in the form of `view.state`. Throws on a choice it does not offer. */
export function stateOf({ element, actionId }: PlacedElement, entry: Entry): Json {
  const type = String(element.type);
  if (WITH_TEXT.includes(type)) return { type, value: entry === "" ? null : entry };
  const dated = DATED[type];
  if (dated) return { type, [dated]: entry };
  const values = entry === null ? [] : [entry].flat();
  const listed = LISTED[type];
  if (listed) return { type, [`selected_${listed}`]: values };
  const chosen = values.map((value) => {
    const option = optionsOf(element).find((candidate) => candidate.value === value);
    if (!option) throw new Error(`${actionId} offers no option ${value}.`);
    return option;
  });
  return SEVERAL.includes(type) ? { type, selected_options: chosen } : { type, selected_option: chosen[0] ?? null };
}

/** What the element holds before anybody touches it. */
export function initialEntry({ element }: PlacedElement): Entry {
  const text = asString(element.initial_value) ?? asString(element.initial_date) ?? asString(element.initial_time);
  if (text !== undefined) return text;
  const chosen = asString(element.initial_user) ?? asString(element.initial_conversation);
  if (chosen !== undefined) return chosen;
  const listed = LISTED[String(element.type)];
  const initial = listed === undefined ? undefined : element[`initial_${listed}`];
  if (listed) return Array.isArray(initial) ? initial.filter((one) => typeof one === "string") : [];
  const options = [...asObjects(element.initial_options), asObject(element.initial_option)];
  const values = options.flatMap((option) => asString(option?.value) ?? []);
  if (SEVERAL.includes(String(element.type))) return values;
  return values[0] ?? null;
}

/** What Slack itself tells the person before it sends a submission; undefined if nothing. */
export function objectionTo({ block, element }: PlacedElement, entry: Entry): string | undefined {
  const empty = entry === null || entry.length === 0;
  if (empty) return block.optional === true ? undefined : "Please complete this required field.";
  if (typeof entry !== "string") return undefined;
  if (entry.length < Number(element.min_length ?? 0)) return `Must be at least ${element.min_length} characters long.`;
  if (entry.length > Number(element.max_length ?? 3000))
    return `Must be less than ${element.max_length ?? 3001} characters.`;
  return undefined;
}

/** The element of a `block_actions` payload for a press of it, or for a choice in it. */
export function actionOf(placed: PlacedElement, entry: Entry, actionTs: string): Json {
  const { element, blockId, actionId } = placed;
  const common = { type: String(element.type), block_id: blockId, action_id: actionId, action_ts: actionTs };
  if (element.type === "button") {
    return { ...common, text: element.text, ...(element.value !== undefined && { value: element.value }) };
  }
  return { ...common, ...stateOf(placed, entry) };
}
