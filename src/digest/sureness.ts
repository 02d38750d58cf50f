import { answersIn, type Counts } from "./tally.ts";

/** Where enough answers put a product. */
export type PlacedVerdict = "keep" | "enhance" | "discard";

/** The band of the lower median: discard where at least half gave 6 or less, enhance where at least half gave 8 or less; null without answers. */
export function bandVerdict(counts: Counts): PlacedVerdict | null {
  const answers = answersIn(counts);
  if (answers === 0) return null;
  if (2 * counts.detractors >= answers) return "discard";
  return 2 * counts.promoters <= answers ? "enhance" : "keep";
}

/**
 * Probability that a share is over one half, where so many of the answers are in it and each of three bands was as likely beforehand:
 * its posterior is Beta(hits + 1, answers - hits + 2), whose tail is the binomial one, P(Bin(answers + 2, 1/2) <= hits) (DLMF 8.17.5).
 */
export function chanceOfMost(hits: number, answers: number): number {
  const tosses = answers + 2;
  let logTerm = -tosses * Math.LN2;
  let sum = 0;
  for (let heads = 0; heads <= hits; heads += 1) {
    sum += Math.exp(logTerm);
    logTerm += Math.log((tosses - heads) / (heads + 1));
  }
  return Math.min(1, sum);
}

/**
 * How sure one can be that the median of all such customers lies in each band, given these answers: a Dirichlet(1, 1, 1) prior over the three
 * bands (Bayes and Laplace) and the answers' multinomial likelihood. The three sum to 1.
 */
export function chancesOf(counts: Counts): Readonly<Record<PlacedVerdict, number>> {
  const answers = answersIn(counts);
  const [keep, discard] = [chanceOfMost(counts.promoters, answers), chanceOfMost(counts.detractors, answers)];
  return { keep, enhance: Math.max(0, 1 - keep - discard), discard };
}

/** Shares that are held against one half: what the share might be if it is less. */
const ALTERNATIVES = [0.05, 0.15, 0.25, 0.35, 0.45] as const;

/** Logarithm of the mean of the numbers with these logarithms. */
function logOfMean(logs: readonly number[]): number {
  const most = Math.max(...logs);
  return most + Math.log(logs.reduce((sum, log) => sum + Math.exp(log - most), 0) / logs.length);
}

/** Logarithm of how many times likelier so many hits are under a smaller share, the mean over the alternatives, than under one half. */
function weightOfLess(hits: number, answers: number): number {
  const logs = ALTERNATIVES.map((share) => hits * Math.log(2 * share) + (answers - hits) * Math.log(2 * (1 - share)));
  return logOfMean(logs);
}

/**
 * Natural logarithm of the weight of evidence that these answers are against a verdict: an e-value, whose mean is at most 1 while the verdict
 * is right, so that with probability 1 - 1/w it never exceeds w however often one looks (Ville 1939; Shafer, J. Royal Statistical Society A
 * 184(2), 2021). Against enhance it is the mean of the evidence for either neighbour.
 */
export function evidenceAgainst(verdict: PlacedVerdict, counts: Counts): number {
  const answers = answersIn(counts);
  const { promoters, detractors } = counts;
  if (verdict === "keep") return weightOfLess(promoters, answers);
  if (verdict === "discard") return weightOfLess(detractors, answers);
  return logOfMean([weightOfLess(answers - promoters, answers), weightOfLess(answers - detractors, answers)]);
}
