import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { z } from "zod";
import { type CommentJudge, createCommentJudge } from "../src/digest/comment-judge.ts";
import { JUDGING_WORDS } from "../src/digest/judging-words.ts";
import { packageFile } from "./package-root.ts";

const list = z.strictObject({
  version: z.string().min(1),
  words: z.record(z.enum(JUDGING_WORDS), z.array(z.string().min(1)).min(1)),
});

function readList(file: string): z.output<typeof list> {
  try {
    return list.parse(JSON.parse(readFileSync(file, "utf8")));
  } catch (error) {
    throw new Error(`Word list ${basename(file)} cannot be read: ${(error as Error).message}. Fix it as JSON.`);
  }
}

/** A judge with the word lists in the folder, all of one version. Throws one sentence where a file is not fit. */
export function readJudge(folder: string = packageFile("data", "against")): CommentJudge {
  const files = readdirSync(folder).filter((file) => file.endsWith(".json"));
  const read = files.sort().map((file) => [basename(file, ".json"), readList(join(folder, file))] as const);
  const [first] = read;
  if (!first) throw new Error("The folder of judging words holds no list; restore data/against.");
  const { version } = first[1];
  const odd = read.find(([, content]) => content.version !== version);
  if (odd) throw new Error(`Word list ${odd[0]}.json has version ${odd[1].version}, but ${first[0]}.json ${version}.`);
  return createCommentJudge(version, new Map(read.map(([locale, { words }]) => [locale, words])));
}
