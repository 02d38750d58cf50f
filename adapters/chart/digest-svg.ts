import type { Digest } from "../../src/digest/document.ts";
import type { Speaker } from "../../src/digest/say-figures.ts";
import { type Frame, label, MARGIN, type Part, type Pictured, SIZES, WIDTH } from "./frame.ts";
import { histogramPart } from "./histogram.ts";
import { element, words } from "./svg.ts";
import { THEMES, type ThemeName } from "./theme.ts";
import { shownWeeks, weeksPart } from "./weeks.ts";
import { days, description } from "./wording.ts";

const HEAD = 44;
const APART = 26;
/** On a page the heading stands above the picture, and the page has margins of its own. */
const PAGE = { left: 8, width: WIDTH - 16 };
const ALONE = { left: 0, width: WIDTH };

export interface PictureOptions {
  readonly theme: ThemeName;
  /** Says what stands in it. */
  readonly speaker: Speaker;
}

/** The name of what is shown, and its days. */
interface Heading {
  readonly title: string;
  readonly days: string;
}

function headPart({ theme }: Frame, heading: Heading): Part {
  const week = label(heading.title, { x: MARGIN, y: 28, "font-size": SIZES.title, fill: theme.ink });
  const end = { x: WIDTH - MARGIN, y: 28, "text-anchor": "end" };
  const span = label(heading.days, { ...end, "font-size": SIZES.label, fill: theme.quiet });
  return { svg: week + span, height: HEAD - APART };
}

/** The parts one below the other. */
function stacked(parts: readonly Part[]): Part {
  let height = 0;
  const svg = parts.map((part) => {
    const placed = element("g", { transform: `translate(0 ${height})` }, part.svg);
    height += part.height + APART;
    return placed;
  });
  return { svg: svg.join(""), height: height - APART };
}

/** A picture with its words: `prefix` begins every id in it, `title` names it to those who cannot see it. */
interface Whole extends Omit<Frame, "theme"> {
  readonly theme: ThemeName;
  readonly title: string;
  readonly heading: Heading;
}

function wholeSvg({ theme: name, title, heading, ...shown }: Whole): string {
  const theme = THEMES[name];
  const frame: Frame = { ...shown, theme };
  const { prefix, speaker, digest } = frame;
  const isAlone = theme.background !== null;
  const body = stacked([...(isAlone ? [headPart(frame, heading)] : []), histogramPart(frame), weeksPart(frame)]);
  const height = body.height + (isAlone ? MARGIN : 0);
  const { left, width } = isAlone ? ALONE : PAGE;
  const names = { "aria-labelledby": `${prefix}-title`, "aria-describedby": `${prefix}-desc` };
  return element(
    "svg",
    {
      xmlns: "http://www.w3.org/2000/svg",
      ...{ viewBox: `${left} 0 ${width} ${height}`, width, height },
      ...{ role: "img", ...names, "font-family": theme.font },
    },
    words("title", { id: `${prefix}-title` }, title),
    words("desc", { id: `${prefix}-desc` }, description(speaker, digest, shownWeeks(digest.weeks))),
    isAlone ? element("rect", { width: WIDTH, height, fill: theme.under }) : "",
    body.svg,
  );
}

/** The picture of a week: how often each score was given, and the scores of the last weeks. No free text is in it. */
export function digestSvg(digest: Digest, { theme, speaker }: PictureOptions): string {
  const week = speaker.week(digest.id.week);
  return wholeSvg({
    ...{ digest, theme, speaker, prefix: `digest-${digest.id.week}-${theme}` },
    ...{ title: speaker.say("chart.title", { week }), heading: { title: week, days: days(speaker, digest) } },
  });
}

/** The picture of a span, in the same form; the prefix tells it from others on its page. */
export function spanSvg(
  figures: Pictured,
  { theme, speaker, prefix, title, days: between }: PictureOptions & Heading & { readonly prefix: string },
): string {
  return wholeSvg({ digest: figures, theme, speaker, prefix, title, heading: { title, days: between } });
}
