import { MAIL_QUESTION, PLAIN, type ReadyMap } from "./ready-map.ts";

const TIMESTAMP = [
  "Timestamp",
  "Zeitstempel",
  "Marca temporal",
  "Horodateur",
  "Carimbo de data/hora",
  "タイムスタンプ",
];
const GOOGLE_MAIL = [
  ...["Email Address", "Username", "E-Mail-Adresse", "Dirección de correo electrónico", "Adresse e-mail"],
  ...["Endereço de e-mail", "メールアドレス"],
];

/** Tools whose titles are the words of the questions. Where the titles were seen is said in the README. */
export const FORM_MAPS: readonly ReadyMap[] = [
  {
    ...PLAIN,
    ...{ name: "surveymonkey", tool: "SurveyMonkey", headings: 2, dates: "month-first" },
    signs: [
      ["Respondent ID", "Collector ID"],
      ["Respondent ID", "End Date", "Email Address"],
    ],
    titles: {
      customer: ["Email Address", MAIL_QUESTION, "Respondent ID"],
      answered_at: ["End Date", "Date Modified"],
      id: ["Respondent ID"],
    },
    own: [
      ...["Respondent ID", "Collector ID", "Start Date", "End Date", "Date Created", "Date Modified", "IP Address"],
      ...[
        "Email Address",
        "First Name",
        "Last Name",
        "Custom Data 1",
        "Custom Data 2",
        "Custom Data 3",
        "Custom Data 4",
      ],
      ...["Custom Data 5", "Custom Data 6", "Custom Data", "Tags"],
    ],
  },
  {
    ...PLAIN,
    ...{ name: "typeform", tool: "Typeform" },
    signs: [["#", "Submit Date (UTC)"]],
    titles: { customer: [MAIL_QUESTION, "#"], answered_at: ["Submit Date (UTC)"], id: ["#"] },
    own: [
      ...["#", "Response Type", "Start Date (UTC)", "Stage Date (UTC)", "Submit Date (UTC)", "Network ID", "Tags"],
      ...["Ending", "Score"],
    ],
  },
  {
    ...PLAIN,
    ...{ name: "qualtrics", tool: "Qualtrics", headings: 3 },
    signs: [["ResponseId", "RecordedDate"]],
    titles: {
      customer: ["RecipientEmail", MAIL_QUESTION, "ExternalReference", "ResponseId"],
      answered_at: ["RecordedDate", "EndDate"],
      id: ["ResponseId"],
    },
    own: [
      ...[
        "StartDate",
        "EndDate",
        "Status",
        "IPAddress",
        "Progress",
        "Duration (in seconds)",
        "Finished",
        "RecordedDate",
      ],
      ...["ResponseId", "RecipientLastName", "RecipientFirstName", "RecipientEmail", "ExternalReference"],
      ...["LocationLatitude", "LocationLongitude", "DistributionChannel", "UserLanguage"],
    ],
  },
  {
    ...PLAIN,
    ...{ name: "google-forms", tool: "Google Forms", scale: null },
    signs: TIMESTAMP.map((title) => [title]),
    titles: { customer: [...GOOGLE_MAIL, MAIL_QUESTION], answered_at: TIMESTAMP },
    own: [...TIMESTAMP, ...GOOGLE_MAIL],
  },
  {
    ...PLAIN,
    ...{ name: "microsoft-forms", tool: "Microsoft Forms" },
    signs: [
      ["ID", "Start time", "Completion time"],
      ["ID", "Startzeit", "Fertigstellungszeit"],
    ],
    titles: {
      customer: ["Email", "E-Mail", MAIL_QUESTION],
      answered_at: ["Completion time", "Fertigstellungszeit"],
      id: [],
    },
    own: [
      ...["ID", "Start time", "Completion time", "Email", "Name", "Last modified time", "Language"],
      ...[
        "Startzeit",
        "Fertigstellungszeit",
        "E-Mail",
        "Zeitpunkt der letzten Änderung",
        "Total points",
        "Quiz feedback",
      ],
    ],
    number: ["ID"],
  },
  {
    ...PLAIN,
    ...{ name: "tally", tool: "Tally", scale: null },
    signs: [["Submission ID", "Respondent ID", "Submitted at"]],
    titles: {
      customer: [MAIL_QUESTION, "Respondent ID", "Submission ID"],
      answered_at: ["Submitted at"],
      id: ["Submission ID"],
    },
    own: ["Submission ID", "Respondent ID", "Submitted at"],
  },
  {
    ...PLAIN,
    ...{ name: "formbricks", tool: "Formbricks" },
    signs: [
      ["Response ID", "Timestamp", "Survey ID", "User ID"],
      ["Response ID", "Timestamp", "Survey ID", "Formbricks ID (internal)"],
    ],
    titles: { customer: ["User ID", MAIL_QUESTION, "Response ID"], answered_at: ["Timestamp"], id: ["Response ID"] },
    own: [
      ...["No.", "Response ID", "Timestamp", "Finished", "Survey ID", "Formbricks ID (internal)", "User ID", "Notes"],
      ...["Tags", "Source", "Url", "URL", "Country", "Action", "Browser", "OS", "Device", "Language", "Person ID"],
      ...["userAgent - browser", "userAgent - os", "userAgent - device", "User Agent - Browser", "User Agent - OS"],
      ...["User Agent - Device", "Single Use ID", "Quotas", "Variables", "Hidden Fields"],
    ],
  },
];
