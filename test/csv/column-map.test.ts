import { describe, expect, it } from "vitest";
import { mapColumns, readMapping } from "../../adapters/csv/column-map.ts";
import { READY_MAPS } from "../../adapters/csv/ready-maps.ts";

const places = (header: readonly string[], ...texts: string[]) =>
  Object.fromEntries(mapColumns(readMapping(texts), header).places);

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
    expect(map.places.has("scale")).toBe(false);
  });

  it.each([
    [
      ["score", "answered_at"],
      [],
      /^No column for customer: looked for "customer", found "score", "answered_at"\..+--map customer=Title\.$/,
    ],
    [["customer", "score", "answered_at"], ["comment=Why"], /No column for comment: looked for "Why"/],
    [["customer", "score", "Score ", "answered_at"], ["score=Score"], /No column|Two columns/],
    [["customer", "score", "score", "answered_at"], [], /Two columns have the title "score"; rename one/],
  ])("are refused where %j with %j leaves one out or in doubt", (header, given, sentence) => {
    const attempt = () => mapColumns(readMapping(given), header);
    if (given[0] === "score=Score") expect(attempt().places.get("score")).toBe(2);
    else expect(attempt).toThrow(sentence);
  });

  it.each([
    ["surveygorilla", /no ready map "surveygorilla"; there are delighted, asknicely, surveymonkey, typeform, zendesk/],
    ["colour=Red", /no column "colour" to map; there are customer, score/],
    ['a"b', /cannot be read; put a title that has commas in quotes/],
  ])("are not mapped by %j", (text, sentence) => {
    expect(() => readMapping([text])).toThrow(sentence);
  });
});

describe("The ready map", () => {
  const files: readonly [
    name: string,
    header: readonly string[],
    given: readonly string[],
    found: Record<string, number>,
  ][] = [
    [
      "delighted",
      ["id", "person", "survey_type", "score", "comment", "permalink", "created_at"],
      [],
      { id: 0, customer: 1, score: 3, comment: 4, answered_at: 6 },
    ],
    [
      "asknicely",
      ["response_id", "person_id", "name", "email", "answer", "comment", "sent", "responded", "segment"],
      [],
      { id: 0, customer: 3, score: 4, comment: 5, answered_at: 7, product: 8 },
    ],
    [
      "surveymonkey",
      [
        "Respondent ID",
        "Collector ID",
        "Start Date",
        "End Date",
        "IP Address",
        "Email Address",
        "First Name",
        "How likely?",
      ],
      ["score=How likely?"],
      { id: 0, answered_at: 3, customer: 5, score: 7 },
    ],
    [
      "typeform",
      [
        "#",
        "How likely?",
        "Why?",
        "Response Type",
        "Start Date (UTC)",
        "Stage Date (UTC)",
        "Submit Date (UTC)",
        "Network ID",
      ],
      ["score=How likely?", "comment=Why?"],
      { id: 0, customer: 0, score: 1, comment: 2, answered_at: 6 },
    ],
    [
      "zendesk",
      ["id", "survey_id", "delivery_id", "rating", "comment", "rated_at", "user_id", "user_email"],
      [],
      { id: 0, score: 3, comment: 4, answered_at: 5, customer: 6 },
    ],
  ];

  it("is tried for every tool", () => {
    expect(files.map(([name]) => name)).toEqual(Object.keys(READY_MAPS));
  });

  it.each(files)("of %s finds the columns, on a scale from 0 to 10", (name, header, given, found) => {
    expect(places(header, name, ...given)).toEqual(found);
    expect(mapColumns(readMapping([name, ...given]), header).scale).toBe("0-10");
  });

  it("of typeform takes the time for UTC, as its title says", () => {
    const header = ["#", "score", "Submit Date (UTC)"];
    expect(mapColumns(readMapping(["typeform"]), header).isUtc).toBe(true);
    expect(mapColumns(readMapping([]), ["customer", "score", "answered_at"]).isUtc).toBe(false);
  });
});
