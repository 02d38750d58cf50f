import type { Digest } from "../../src/digest/document.ts";
import type { Speaker } from "../../src/digest/say-figures.ts";
import { type Frame, label, MARGIN, type Part, SIZES, WIDTH } from "./frame.ts";
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

function headPart({ digest, theme, speaker }: Frame): Part {
  const week = label(speaker.week(digest.id.week), { x: MARGIN, y: 28, "font-size": SIZES.title, fill: theme.ink });
  const end = { x: WIDTH - MARGIN, y: 28, "text-anchor": "end" };
  const span = label(days(speaker, digest), { ...end, "font-size": SIZES.label, fill: theme.quiet });
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

/** The picture of a week: how often each score was given, and the scores of the last weeks. No free text is in it. */
export function digestSvg(digest: Digest, { theme: name, speaker }: PictureOptions): string {
  const theme = THEMES[name];
  const prefix = `digest-${digest.id.week}-${name}`;
  const frame: Frame = { digest, theme, prefix, speaker };
  const isAlone = theme.background !== null;
  const body = stacked([...(isAlone ? [headPart(frame)] : []), histogramPart(frame), weeksPart(frame)]);
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
    words("title", { id: `${prefix}-title` }, speaker.say("chart.title", { week: speaker.week(digest.id.week) })),
    words("desc", { id: `${prefix}-desc` }, description(speaker, digest, shownWeeks(digest.weeks))),
    isAlone ? element("rect", { width: WIDTH, height, fill: theme.under }) : "",
    body.svg,
  );
}
