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

test("the PNG of a Japanese desk is Japanese, as its SVG is", async () => {
  const heading = { title: "2026年 第4四半期", prefix: "span" };
  const drawn = Buffer.from(await desk("ja").png(figures, heading));
  expect(drawn.equals(Buffer.from(await desk("en").png(figures, heading)))).toBe(false);
  expect(desk("ja").alone(figures, heading)).toContain("今週は回答がありません");
});
