import { readdirSync, readFileSync } from "node:fs";
import { createCommentJudge } from "../../../src/digest/comment-judge.ts";

const dir = new URL("../../../data/against/", import.meta.url).pathname;
const words = new Map(
  readdirSync(dir).map((f) => [f.replace(".json", ""), JSON.parse(readFileSync(dir + f, "utf8")).words]),
);
const judge = createCommentJudge("1", words as never);
const lines = readFileSync(new URL("lines.jsonl", import.meta.url), "utf8")
  .trim()
  .split("\n")
  .map((l) => JSON.parse(l));
for (const part of ["seen", "kept", "fresh", "blind"]) {
  const c = { tp: 0, fp: 0, fn: 0 },
    n = { tp: 0, fp: 0, fn: 0 };
  const miss: string[] = [];
  for (const l of lines.filter((x) => x.part === part)) {
    const comp = judge.complaintIn(l.text, l.locale),
      nice = judge.niceIn(l.text, l.locale);
    const t = (o: typeof c, found: boolean, right: boolean, name: string, w: unknown) => {
      if (found && right) o.tp++;
      else if (found) {
        o.fp++;
        miss.push(`FP ${name} ${l.locale} ${l.text} <- ${JSON.stringify(w)}`);
      } else if (right) {
        o.fn++;
        miss.push(`fn ${name} ${l.locale} ${l.text}`);
      }
    };
    t(c, comp !== null, l.says === "complaint", "complaint", comp);
    t(n, nice !== null, l.says === "nice", "nice", nice);
  }
  console.log(part, "complaint", c, "nice", n);
  if (part === "seen" || process.argv[2] === "all") console.log(miss.join("\n"));
}
