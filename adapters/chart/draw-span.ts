import { createSpeaker, type Speaker, type SpokenFor } from "../../src/digest/say-figures.ts";
import type { Explored } from "../../src/explore/explored.ts";
import type { DrawSpan, SpanHeading } from "../../src/explore/span-picture.ts";
import { spanSvg } from "./digest-svg.ts";
import type { Pictured } from "./frame.ts";

const NOBODY = { promoters: 0, passives: 0, detractors: 0, answers: 0, score: null, interval95: null } as const;
const NO_SCORES = { ...NOBODY, shares: [0, 0, 0], sample: "none" } as const;

function pictured({ scores, weeks, otherScales }: Explored): Pictured {
  return {
    nps: scores?.nps ?? NO_SCORES,
    histogram: scores?.histogram ?? {},
    otherScales,
    weeks: weeks.map(({ week, nps }) => ({ week, nps: nps ?? NO_SCORES, average: null, isHidden: nps === null })),
  };
}

/** What draws the figures of the desk's spans in its language; what makes a PNG is loaded with the first. */
export function createDrawSpan(spoken: SpokenFor): DrawSpan {
  const draw = (speaker: Speaker, theme: "light" | "page", figures: Explored, { title, prefix }: SpanHeading) => {
    const days = speaker.days(figures.window.from, figures.window.to);
    return spanSvg(pictured(figures), { theme, speaker, prefix, title, days });
  };
  return {
    onPage: (figures, heading) => draw(createSpeaker(spoken), "page", figures, heading),
    alone: (figures, heading) => draw(createSpeaker(spoken), "light", figures, heading),
    png: async (figures, heading) => {
      const { pixelsOf } = await import("./digest-png.ts");
      return pixelsOf(draw(createSpeaker(spoken), "light", figures, heading)).asPng();
    },
  };
}
