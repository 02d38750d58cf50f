// What the one table of measurements shows: a row an entry. `of` is the name under which a bench reports what it found.
const number = (value) => new Intl.NumberFormat("en", { maximumSignificantDigits: 3 }).format(value);
const perSecond = (value) => `${number(value)}/s`;
const ms = (value) => `${number(value)} ms`;
const mb = (value) => `${number(value)} MB`;

export const ROWS = [
  {
    of: "slack-saturation",
    what: ({ atOnce }) => `Slack's events acknowledged durably, HTTP, ${atOnce} at once, against a bare Bolt app`,
    cells: ({ perSecond: { emptyChair, bareBolt, ratio } }) => [perSecond(emptyChair), perSecond(bareBolt), ratio],
  },
  {
    of: "slack-saturation",
    what: () => "CPU an event of it, all threads together",
    cells: ({ cpuUs: { emptyChair, bareBolt } }) => [
      `${number(emptyChair)} us`,
      `${number(bareBolt)} us`,
      emptyChair / bareBolt,
    ],
  },
  {
    of: "slack-saturation",
    what: () => "the slowest hundredth of acknowledgements, at half of that pace, and of bare Bolt's at its full pace",
    cells: ({ atHalfLoad, p99Ms }) => [ms(atHalfLoad.p99Ms), ms(p99Ms.bareBolt), atHalfLoad.p99Ms / p99Ms.bareBolt],
  },
  ...["http", "socket"].map((mode) => ({
    of: `slack-${mode}`,
    what: ({ load }) =>
      `acknowledgement in the middle, ${mode}, ${load.perSecond} events a second, against a bare Bolt app`,
    cells: ({ ackMs: { emptyChair, bareBolt, ratio } }) => [ms(emptyChair.p50), ms(bareBolt.p50), ratio.p50],
  })),
  ...["append", "append with key", "read"].map((call, place) => ({
    of: "api",
    what: ({ calls }) =>
      `help-desk API, ${call}, ${calls[place].atOnce} at once, against a bare Hono app with group commit`,
    cells: ({ calls }) => {
      const { emptyChair, bareHono, ratio } = calls[place].perSecond;
      return [perSecond(emptyChair), perSecond(bareHono), ratio];
    },
  })),
  {
    of: "discord",
    what: ({ messages }) =>
      `${number(messages)} messages on Discord kept durably, against a bare client that counts them`,
    cells: ({ emptyChair, bareClient, ratio }) => [
      perSecond(emptyChair.perSecond),
      perSecond(bareClient.perSecond),
      ratio,
    ],
  },
  {
    of: "outbox-slack",
    what: ({ due }) => `posts that leave on Slack past a busy channel, ${number(due)} due, against a bare client`,
    cells: ({ perSecond: { emptyChair, bareClient, ratio } }) => [perSecond(emptyChair), perSecond(bareClient), ratio],
  },
  {
    of: "start",
    what: () => "start to ready with Slack and Discord on a desk that exists, against their libraries and SQLite alone",
    cells: ({ emptyChair, bare, ratio }) => [ms(emptyChair.ms), ms(bare.ms), ratio.ms],
  },
  {
    of: "start",
    what: () => "the very first start, which makes the database",
    cells: ({ firstMs, bare }) => [ms(firstMs), ms(bare.ms), firstMs / bare.ms],
  },
  {
    of: "start",
    what: () => "memory at rest after it",
    cells: ({ emptyChair, bare, ratio }) => [mb(emptyChair.idleMB), mb(bare.idleMB), ratio.idleMB],
  },
  {
    of: "desk",
    what: () => "rows written by one save after another, against bare SQLite with a commit each",
    cells: ({ save }) => [perSecond(save.storeRowsPerSecond), perSecond(save.bareRowsPerSecond), save.ratio],
  },
  {
    of: "desk",
    what: ({ save }) => `saves, ${save.groups.at(-1).together} at once, against bare SQLite with a commit each`,
    cells: ({ save }) => [
      perSecond(save.groups.at(-1).storeSavesPerSecond),
      perSecond(save.bareRowsPerSecond / save.rowsPerSave),
      save.groups.at(-1).ratio,
    ],
  },
  {
    of: "desk",
    what: ({ digest }) => `digest of a week of ${number(digest.answers)} answers, against SQL along a covering index`,
    cells: ({ digest }) => [ms(digest.digest.ms), ms(digest.coveringIndexSql.ms), digest.ratios.timeOfDigestToSql],
  },
  {
    of: "desk",
    what: ({ import: { import: all } }) => `import of ${number(all.rows)} rows, against bare prepared inserts`,
    cells: (found) => [
      ms(found.import.import.ms),
      ms(found.import.barePreparedInsert.ms),
      found.import.ratios.timeOfImportToInsert,
    ],
  },
  {
    of: "desk",
    what: ({ search }) => `search for a usual word in ${number(search.entries)} entries, against a bare FTS5 query`,
    cells: ({ search: { searches } }) => [
      ms(searches.usualWord.search.median),
      ms(searches.usualWord.bare.median),
      searches.usualWord.ratioOfMedian,
    ],
  },
];

/** The table of everything found so far, as Markdown. */
export function tableOf(measured) {
  const lines = ROWS.filter(({ of }) => of in measured).map(({ of, what, cells }) => {
    const { found, node, on } = measured[of];
    const [ours, bare, ratio] = cells(found);
    return `| ${what(found)} | ${ours} | ${bare} | ${number(ratio)} | ${on}, Node ${node} |\n`;
  });
  return `| what | here | bare | ratio | measured |\n| --- | ---: | ---: | ---: | --- |\n${lines.join("")}`;
}
