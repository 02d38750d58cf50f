import { describe, expect, it } from "vitest";
import { mapColumns } from "../../adapters/csv/column-map.ts";
import { readMapping } from "../../adapters/csv/mapping.ts";
import { READY_MAPS } from "../../adapters/csv/ready-maps.ts";

/** Where each column is read from: one place, or several in their order. */
const places = (header: readonly string[], ...texts: string[]) =>
  Object.fromEntries(
    [...mapColumns(readMapping(texts), header).taken].map(([column, taken]) => [
      column,
      taken.places.length === 1 ? taken.places[0] : taken.places,
    ]),
  );

describe("The columns of a file", () => {
  it("are found by their own names, in any order and spelling", () => {
    expect(places(["Answered at", "SCORE", "other", "customer", "Comment"])).toEqual({
      ...{ answered_at: 0, score: 1, customer: 3, comment: 4 },
    });
  });

  it("are found by the titles that are named", () => {
    const header = ["Email", "How likely, on a scale", "Date"];
    const given = ["customer=Email", '"score=How likely, on a scale",answered_at=Date'];
    expect(places(header, ...given)).toEqual({ customer: 0, score: 1, answered_at: 2 });
  });

  it("take a scale for every row in the place of a title", () => {
    const map = mapColumns(readMapping(["scale=0-10"]), ["customer", "score", "answered_at"]);
    expect(map.scale).toBe("0-10");
    expect(map.taken.has("scale")).toBe(false);
  });

  it.each([
    [
      ["score", "answered_at"],
      [],
      /^No column for customer: looked for "customer", found "score", "answered_at"\..+--map "customer=Title"\.$/,
    ],
    [["customer", "score", "answered_at"], ["comment=Why"], /No column for comment: looked for "Why"/],
    [["customer", "score", "Score ", "answered_at"], ["score=Score"], /No column|Two columns/],
    [["customer", "score", "score", "answered_at"], [], /Two columns have the title "score"; rename one/],
  ])("are refused where %j with %j leaves one out or in doubt", (header, given, sentence) => {
    const attempt = () => mapColumns(readMapping(given), header);
    if (given[0] === "score=Score") expect(attempt().taken.get("score")?.places).toEqual([2]);
    else expect(attempt).toThrow(sentence);
  });

  it.each([
    [
      "surveygorilla",
      /no ready map "surveygorilla"; there are emptychair, delighted, asknicely, zendesk, thanx, surveymonkey, typeform/,
    ],
    ["colour=Red", /no column "colour" to map; there are customer, score/],
    ['a"b', /cannot be read; put a title that has commas in quotes/],
  ])("are not mapped by %j", (text, sentence) => {
    expect(() => readMapping([text])).toThrow(sentence);
  });
});

describe("The ready map", () => {
  const ASKS = "How likely are you to recommend us?";
  const files: readonly [name: string, header: readonly string[], found: Record<string, number | number[]>][] = [
    [
      "emptychair",
      ["id", "customer", "score", "scale", "band", "answered_at", "comment", "changed_at", "interaction", "survey"],
      { id: 0, customer: 1, score: 2, scale: 3, answered_at: 5, comment: 6 },
    ],
    [
      "delighted",
      ["id", "person", "survey_type", "score", "comment", "permalink", "created_at"],
      { id: 0, customer: 1, score: 3, comment: 4, answered_at: 6 },
    ],
    [
      "asknicely",
      ["response_id", "person_id", "name", "email", "answer", "comment", "sent", "responded", "segment"],
      { id: 0, customer: [3, 1], score: 4, comment: 5, answered_at: 7, product: 8 },
    ],
    [
      "zendesk",
      ["id", "survey_id", "delivery_id", "rating", "comment", "rated_at", "user_id", "user_email"],
      { id: 0, score: 3, comment: 4, answered_at: 5, customer: [6, 7] },
    ],
    [
      "thanx",
      ["nps_feedback_uid", "merchant_id", "user_id", "state", "rating", "review", "response", "created_at", "rated_at"],
      { id: 0, customer: [2, 0], score: 4, comment: 5, answered_at: 8 },
    ],
    [
      "surveymonkey",
      ["Respondent ID", "Collector ID", "Start Date", "End Date", "IP Address", "Email Address", "First Name", ASKS],
      { id: 0, answered_at: 3, customer: [5, 0], score: 7 },
    ],
    [
      "typeform",
      ["#", `<strong>${ASKS}</strong>`, "<em>Why?</em>", "Response Type", "Start Date (UTC)", "Submit Date (UTC)"],
      { id: 0, customer: 0, score: 1, comment: 2, answered_at: 5 },
    ],
    [
      "qualtrics",
      ["StartDate", "EndDate", "RecordedDate", "ResponseId", "RecipientEmail", "Q1_NPS_GROUP", ASKS, "Why?"],
      { id: 3, customer: [4, 3], score: 6, comment: 7, answered_at: 2 },
    ],
    [
      "google-forms",
      ["Timestamp", "Email Address", ASKS, "Why?"],
      { customer: 1, score: 2, comment: 3, answered_at: 0 },
    ],
    [
      "microsoft-forms",
      ["ID", "Start time", "Completion time", "Email", "Name", ASKS],
      { customer: 3, score: 5, answered_at: 2 },
    ],
    [
      "tally",
      ["Submission ID", "Respondent ID", "Submitted at", ASKS, "What is your e-mail?"],
      { id: 0, customer: [4, 1, 0], score: 3, answered_at: 2 },
    ],
    [
      "formbricks",
      ["No.", "Response ID", "Timestamp", "Finished", "Survey ID", "User ID", "Tags", `1. ${ASKS}`, "2. Why?"],
      { id: 1, customer: [5, 1], score: 7, comment: 8, answered_at: 2 },
    ],
  ];

  it.each(["<", "(", "0 ", "a-10 ", "注文", "&nbsp;"])(
    "looks only at the beginning of a title of %j without end",
    (unit) => {
      const begun = performance.now();
      expect(() => places([unit.repeat(300_000), "score"])).toThrow(/^No column for/);
      expect(performance.now() - begun).toBeLessThan(20_000);
    },
  );

  it("is tried for every tool whose answers are read", () => {
    const names = READY_MAPS.filter(({ otherQuestion }) => otherQuestion === undefined).map(({ name }) => name);
    expect(files.map(([name]) => name).sort()).toEqual(names.sort());
  });

  it.each(files)("of %s is known by the titles, and finds the columns", (name, header, found) => {
    expect(mapColumns(readMapping([]), header).tool?.name).toBe(name);
    expect(places(header)).toEqual(found);
    expect(places(header, name)).toEqual(found);
  });

  it("takes the question, and no points that the tool counts", () => {
    const header = ["#", ASKS, "Your comment", "Why?", "score", "Submit Date (UTC)"];
    expect(places(header)).toEqual({ id: 0, customer: 0, score: 1, comment: [2, 3], answered_at: 5 });
  });

  it("takes a question for a mail address by any words for it", () => {
    expect(places(["#", ASKS, "Mail", "Submit Date (UTC)"])).toMatchObject({ customer: 0 });
    expect(places(["#", ASKS, "E-mail", "Submit Date (UTC)"])).toMatchObject({ customer: [2, 0] });
    expect(places(["Timestamp", "Score", ASKS, "Your email"])).toMatchObject({ customer: 3, score: 2 });
  });

  it("takes the scale that a title names before the tool's, and a chosen one before both", () => {
    const scaleOf = (title: string, scale: "0-10" | null = null) =>
      mapColumns(readMapping([], scale), ["#", title, "Submit Date (UTC)"]).scale;
    expect(scaleOf(ASKS)).toBe("0-10");
    expect(scaleOf(`On a scale of 1 to 10, ${ASKS}`)).toBe("1-10");
    expect(scaleOf("Von 1 bis 10: würden Sie uns weiterempfehlen?")).toBe("1-10");
    expect(scaleOf(`On a scale of 1 to 10, ${ASKS}`, "0-10")).toBe("0-10");
  });

  it("knows the zone of the times where the title or the tool says it", () => {
    const zoneOf = (title: string) =>
      mapColumns(readMapping([`answered_at=${title}`]), ["customer", "score", title]).zone;
    expect(zoneOf("Submit Date (UTC)")).toBe("UTC");
    expect(zoneOf("When (GMT+5:30)")).toBe("+05:30");
    expect(zoneOf("When")).toBeNull();
  });

  it.each([
    [["Agent Name", "Rating", "Contact Email Address", "Link to the conversation"], /^Chatwoot asks how satisfied/],
    [["request_id", "response_received_at", "star_rating"], /^Medallia Agent Connect asks for stars/],
  ])("refuses %j, which answer another question", (header, sentence) => {
    expect(() => mapColumns(readMapping([]), header)).toThrow(sentence);
  });

  it("of Qualtrics knows a question without words by the bands beside it", () => {
    const header = ["RecordedDate", "ResponseId", "RecipientEmail", "Q1_NPS_GROUP", "Q1", "Q2"];
    expect(places(header)).toMatchObject({ score: 4, comment: 5 });
    expect(() => mapColumns(readMapping([]), header.slice(4).concat(header.slice(0, 3)))).toThrow(
      /^No column for score/,
    );
  });

  it("asks where two columns ask whether people recommend", () => {
    const header = ["Timestamp", "Would you recommend the app?", "How likely are you to recommend us?"];
    expect(() => mapColumns(readMapping([]), header)).toThrow(
      /^Several columns ask .+ Say which with --map "score=Title"/,
    );
    expect(places(header, "score=Would you recommend the app?").score).toBe(1);
  });
});

describe("A file of people's own making", () => {
  it("is read by titles that are usual", () => {
    const header = ["response_id", "customer_id", "order_id", "score", "feedback_text", "response_date"];
    expect(places(header)).toEqual({ id: 0, customer: 1, score: 3, comment: 4, answered_at: 5 });
  });

  it("may say the scale or the zone behind a title", () => {
    expect(places(["Customer", "Score (0-10)", "Date (UTC)"])).toEqual({ customer: 0, score: 1, answered_at: 2 });
  });

  it("asks where two titles may be meant", () => {
    const header = ["customer", "nps", "date", "timestamp"];
    expect(() => mapColumns(readMapping([]), header)).toThrow(/^"date" and "timestamp" may both be answered_at\./);
    expect(places(header, "answered_at=date").answered_at).toBe(2);
  });

  it("with our own titles has no other columns", () => {
    expect(places(["customer", "score", "answered_at", "text", "date"])).toEqual({
      customer: 0,
      score: 1,
      answered_at: 2,
    });
  });
});
