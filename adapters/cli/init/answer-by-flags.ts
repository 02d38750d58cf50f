import type { Wording } from "../../../src/wording.ts";
import type { Platform } from "../../platform.ts";
import type { AnsweredPlatform, DeskAnswers } from "../../set-up-answers.ts";
import { Failure } from "../failure.ts";
import { deskFault, type Flags, overlaid } from "./flags.ts";
import { type FoundBefore, guessed } from "./found.ts";
import { missingTokens, reach } from "./reach.ts";

/** What was answered, however it was asked. */
export interface InitAnswers {
  readonly desk: DeskAnswers;
  readonly platforms: readonly AnsweredPlatform[];
  /** Tokens to be kept in the secrets file. */
  readonly secrets: Readonly<Record<string, string>>;
}

const NEEDED =
  "There is no terminal to ask on. Say at least --brand NAME; --zone, --locale and --desk-name have guesses, and emptychair init --help lists where customers write and who the team is.";

/** The desk as flags, file and guesses have it. Throws wrong usage where that is not enough, or is wrong. */
function deskByFlags({ desk: flags }: Flags, found: FoundBefore, wording: Wording): DeskAnswers {
  const { brand, ...told } = { ...found.desk, ...flags };
  if (brand === undefined) throw new Failure([NEEDED], 2);
  const desk = { name: `${brand} Support`, ...guessed(process.env, wording), ...told, brand };
  const faults = (["brand", "name", "zone", "locale"] as const).map((key) => deskFault(key, desk[key]));
  const wrong = faults.filter((text) => text !== undefined);
  if (wrong.length > 0) throw new Failure(wrong, 2);
  return desk;
}

async function platformByFlags(platform: Platform, flags: Flags, found: FoundBefore): Promise<AnsweredPlatform> {
  const reached = await reach(platform, found.variables);
  if (reached !== null && "fault" in reached) throw new Failure([reached.fault]);
  const before = found.platforms[platform.name];
  if (before === undefined) throw new Failure([`${platform.name} is not known.`]);
  if (reached === null) {
    const variables = missingTokens(platform, found.variables).map(({ variable }) => variable);
    process.stderr.write(
      `emptychair: ${platform.setUp.title} was not asked: set ${variables.join(" and ")} for that. Ids are taken as they are.\n`,
    );
  }
  return { platform, answers: overlaid(before, flags.platforms[platform.name]), offered: reached?.offered ?? null };
}

/** Takes the answers from flags alone; what they name is tried wherever the variables allow. */
export async function answerByFlags(
  flags: Flags,
  found: FoundBefore,
  {
    platforms,
    wording,
    force,
  }: { readonly platforms: readonly Platform[]; readonly wording: Wording; readonly force: boolean },
): Promise<InitAnswers> {
  if (found.text !== null && !force)
    throw new Failure([`${found.settingsFile} exists already. Add --force to change what the flags say in it.`], 2);
  const desk = deskByFlags(flags, found, wording);
  const answered: AnsweredPlatform[] = [];
  for (const platform of platforms)
    if (flags.platforms[platform.name]) answered.push(await platformByFlags(platform, flags, found));
  return { desk, platforms: answered, secrets: {} };
}
