import type { Digest } from "./document.ts";
import type { Speaker } from "./say-figures.ts";

/** How many unhappy customers are happier since, of those contacted and of those not, and how to read it; nothing where nobody has answered again. */
export function recoveryLines(speaker: Speaker, { recovery }: Pick<Digest, "recovery">): string[] {
  if (recovery === undefined) return [];
  const { contacted, uncontacted, weeks } = recovery;
  const lines = (["contacted", "uncontacted"] as const).flatMap((group) => {
    const { share, interval95, answeredAgain, recovered } = recovery[group];
    if (share === null || interval95 === null) return [];
    const [low, high] = interval95.map((end) => speaker.percent(end));
    const range = { low: low ?? "", high: high ?? "", share: speaker.percent(share) };
    return [speaker.say(`digest.recovered.${group}`, { weeks, answered: answeredAgain, recovered, ...range })];
  });
  if (contacted.answeredAgain + uncontacted.answeredAgain === 0) return [];
  if (lines.length > 0) return [...lines, speaker.say("digest.recovered.compare")];
  const few = { weeks, contacted: contacted.answeredAgain, uncontacted: uncontacted.answeredAgain };
  return [speaker.say("digest.recovered.few", few)];
}
