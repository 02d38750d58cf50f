import { expect, test } from "vitest";
import { createDrawSpan } from "../../adapters/chart/draw-span.ts";
import type { Explored } from "../../src/explore/explored.ts";
import { spanAt } from "../../src/explore/span.ts";
import { WORDING } from "../catalogues.ts";
import { settingsOf } from "../world.ts";

const span = spanAt("quarter", Date.parse("2026-11-20T12:00+01:00"), "Europe/Berlin");
const bare: Partial<Explored> = { span, scores: null, weeks: [], otherScales: [], window: { from: 0, to: 86_400_000 } };
const figures = bare as Explored;
const desk = (locale: string) => createDrawSpan({ wording: WORDING, settings: settingsOf({ desk: { locale } }) });

test("the PNG of a Japanese desk is the English one, as its font has no kanji, and its SVG stays Japanese", async () => {
  const drawn = await desk("ja").png(figures, { title: "2026年 第4四半期", prefix: "span" });
  expect(drawn).toEqual(await desk("en").png(figures, { title: "2026-Q4", prefix: "span" }));
  expect(desk("ja").alone(figures, { title: "2026年 第4四半期", prefix: "span" })).toContain("2026年 第4四半期");
});
