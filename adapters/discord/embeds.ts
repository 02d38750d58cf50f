import type { OutboundMessage, Section } from "../../src/messages.ts";
import { type Linking, linesOf, linkLines, quoteLines, sectionLines } from "./lines.ts";
import { packed, pieces } from "./pieces.ts";
import { escaped, escapedStart } from "./plain-text.ts";

/** Discord's limits: characters of a title, of a description, and of all embeds of a message; embeds in one. */
const LONGEST_TITLE = 256;
const LONGEST_DESCRIPTION = 4_096;
const LONGEST_TOGETHER = 6_000;
const MOST_EMBEDS = 10;

/** A part of a message in a frame of its own. It has no colour. */
export interface Embed {
  readonly title?: string;
  readonly description?: string;
  readonly image?: { readonly url: string; readonly description: string };
}

/** A section in one embed, or in several where it is longer than one may be. */
function sectionEmbeds({ title, lines, quote, about }: Section, linking: Linking): Embed[] {
  const longest = LONGEST_DESCRIPTION;
  const [heading = "", ...rest] = pieces(escapedStart(escaped(title)), LONGEST_TITLE);
  const words = [
    ...rest,
    ...lines.flatMap((line) => linesOf(line, { longest })),
    ...quoteLines(quote, longest),
    ...linkLines(about, linking),
  ];
  const [first, ...more] = packed(words, longest);
  const head = { title: heading, ...(first === undefined ? {} : { description: first }) };
  return [head, ...more.map((description) => ({ description }))];
}

/** What goes into detail, together in one embed where there is room for it. */
function detailEmbeds(details: readonly Section[], linking: Linking): Embed[] {
  const words = details.flatMap((section) => sectionLines(section, linking, LONGEST_DESCRIPTION));
  return packed(words, LONGEST_DESCRIPTION).map((description) => ({ description }));
}

/** The embeds, of which the last shows the picture; one of its own where there is none. */
function picturing(embeds: readonly Embed[], image: NonNullable<Embed["image"]>): Embed[] {
  return [...embeds.slice(0, -1), { ...embeds.at(-1), image }];
}

/** The sections of a message, with its picture where the file of that name is sent along. */
export function embedsOf({ sections = [], picture }: OutboundMessage, file: string | null, linking: Linking): Embed[] {
  const embedded = (some: readonly Section[]) => [
    ...some.filter(({ isDetail }) => !isDetail).flatMap((section) => sectionEmbeds(section, linking)),
    ...detailEmbeds(
      some.filter(({ isDetail }) => isDetail),
      linking,
    ),
  ];
  if (!picture || file === null) return embedded(sections);
  const image = { url: `attachment://${file}`, description: picture.alt };
  return [...picturing(embedded(sections.slice(0, picture.after)), image), ...embedded(sections.slice(picture.after))];
}

function lengthOf({ title = "", description = "" }: Embed): number {
  return title.length + description.length;
}

/** The embeds in as few messages as Discord's limits allow. */
export function inMessages(embeds: readonly Embed[]): Embed[][] {
  const messages: Embed[][] = [];
  for (const embed of embeds) {
    const last = messages.at(-1);
    const together = last?.reduce((sum, one) => sum + lengthOf(one), lengthOf(embed)) ?? 0;
    if (last && last.length < MOST_EMBEDS && together <= LONGEST_TOGETHER) last.push(embed);
    else messages.push([embed]);
  }
  return messages;
}

/** The same embeds with no picture. */
export function withoutPicture(embeds: readonly Embed[]): Embed[] {
  const wordy = embeds.map(({ image: _, ...words }) => words);
  return wordy.filter((embed) => lengthOf(embed) > 0);
}
