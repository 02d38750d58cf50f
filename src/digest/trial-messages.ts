import { ARMS, type ArmName, AS_EVER, NO_REMINDER } from "../trial.ts";
import type { Digest } from "./document.ts";
import { DECISIVE } from "./e-value.ts";
import type { Speaker } from "./say-figures.ts";
import type { TrialFigures } from "./trial.ts";

const LETTERS: Readonly<Record<ArmName, string>> = { a: "A", b: "B" };

function givenWords(speaker: Speaker, given: string): string {
  if (given === AS_EVER) return speaker.say("trial.given.normal");
  if (given === NO_REMINDER) return speaker.say("trial.given.none");
  return speaker.say("trial.given.own", { given });
}

function armLine(speaker: Speaker, { arms }: TrialFigures, arm: ArmName): string {
  const { given, asked, answered, wrote } = arms[arm];
  const share = speaker.percent(asked === 0 ? 0 : answered / asked);
  const counts = { answered: speaker.count(answered), asked: speaker.count(asked), wrote: speaker.count(wrote), share };
  return speaker.say("trial.arm", { arm: LETTERS[arm], given: givenWords(speaker, given), ...counts });
}

function judgementLine(speaker: Speaker, trial: TrialFigures, what: "answered" | "wrote"): string {
  const { more, evidence } = trial[what];
  if (more !== null) return speaker.say(`trial.${what}.more`, { arm: LETTERS[more], trials: DECISIVE });
  return speaker.say(`trial.${what}.open`, { evidence: Math.floor(evidence), decisive: DECISIVE });
}

function scoreLine(speaker: Speaker, { arms }: TrialFigures): string {
  const said = ARMS.flatMap((arm) => {
    const { score, interval95, answers } = arms[arm].nps ?? { score: null, interval95: null, answers: 0 };
    if (score === null || interval95 === null) return [];
    const [low, high] = interval95.map((end) => speaker.points(end));
    const values = { arm: LETTERS[arm], score: speaker.points(score), answers, low: low ?? "", high: high ?? "" };
    return [speaker.say("trial.score", values)];
  });
  if (said.length < ARMS.length) return speaker.say("trial.scores.few");
  return speaker.say("trial.scores", { scores: speaker.list(said) });
}

/** That the score counts both ways of asking together, and whether they may be compared; nothing where nothing is on trial or there is no score. */
export function trialNotes(speaker: Speaker, { trial, nps }: Pick<Digest, "trial" | "nps">): string[] {
  if (trial === undefined || nps.score === null) return [];
  const { of, scoresDiffer } = trial;
  return [speaker.say("trial.together", { of }), ...(scoresDiffer ? [speaker.say("trial.differ", { of })] : [])];
}

/** How the trial stands: what was asked, whether one way is answered more often or with words, and the scores apart, which decide nothing. */
export function trialLines(speaker: Speaker, { trial }: Pick<Digest, "trial">): string[] {
  if (trial === undefined) return [];
  const { id, of, waiting, answered, wrote } = trial;
  const isDecided = answered.more !== null || wrote.more !== null;
  return [
    speaker.say("trial.lead", { of, id }),
    ...ARMS.map((arm) => armLine(speaker, trial, arm)),
    ...(of === "hour" ? [speaker.say("trial.hour")] : []),
    ...(waiting > 0 ? [speaker.say("trial.waiting", { count: waiting })] : []),
    judgementLine(speaker, trial, "answered"),
    judgementLine(speaker, trial, "wrote"),
    scoreLine(speaker, trial),
    ...(trial.scoresDiffer ? [speaker.say("trial.differ", { of })] : []),
    ...(isDecided ? [speaker.say("trial.decide")] : []),
  ];
}
