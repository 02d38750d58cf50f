import { PLAIN, type ReadyMap } from "./ready-map.ts";

/** Tools whose titles are the same in every file. Where the titles were seen is said in the README. */
export const FEEDBACK_MAPS: readonly ReadyMap[] = [
  {
    ...PLAIN,
    ...{ name: "emptychair", tool: "Empty Chair", scale: null, isOurs: true },
    signs: [["id", "customer", "score", "scale", "band", "answered_at", "changed_at", "interaction", "survey"]],
    titles: {},
  },
  {
    ...PLAIN,
    ...{ name: "delighted", tool: "Delighted" },
    signs: [
      ["person", "survey_type", "score", "permalink", "created_at"],
      ["Person ID", "Score", "Permalink", "Created at"],
    ],
    titles: {
      customer: ["Person ID", "Person", "Email", "Person email"],
      score: ["Score"],
      answered_at: ["Created at", "Response created at"],
      comment: ["Comment"],
      id: ["Response ID", "ID"],
    },
  },
  {
    ...PLAIN,
    ...{ name: "asknicely", tool: "AskNicely" },
    signs: [["response_id", "answer", "responded", "email"]],
    titles: {
      customer: ["email", "person_id", "contact_id"],
      score: ["answer"],
      answered_at: ["responded"],
      comment: ["comment"],
      product: ["segment"],
      id: ["response_id"],
    },
  },
  {
    ...PLAIN,
    ...{ name: "zendesk", tool: "Zendesk" },
    signs: [["delivery_id", "survey_id", "rating", "rated_at"]],
    titles: {
      customer: ["user_id", "user_email", "recipient_id"],
      score: ["rating"],
      answered_at: ["rated_at", "created_at"],
      comment: ["comment"],
      id: ["id"],
    },
  },
  {
    ...PLAIN,
    ...{ name: "thanx", tool: "Thanx", zone: "UTC" },
    signs: [["nps_feedback_uid", "rating", "rated_at"]],
    titles: {
      customer: ["user_id", "nps_feedback_uid"],
      score: ["rating"],
      answered_at: ["rated_at"],
      comment: ["review"],
      id: ["nps_feedback_uid", "nps_feedback_id"],
    },
  },
  {
    ...PLAIN,
    ...{ name: "chatwoot", tool: "Chatwoot", otherQuestion: "how satisfied people were, from 1 to 5" },
    signs: [["Agent Name", "Rating", "Link to the conversation"]],
    titles: {},
  },
  {
    ...PLAIN,
    ...{ name: "medallia", tool: "Medallia Agent Connect", otherQuestion: "for stars, from 1 to 5" },
    signs: [["request_id", "response_received_at", "star_rating"]],
    titles: {},
  },
];

/** Titles that people give columns in files of their own making, where no tool is known and no column has our name. */
export const USUAL_TITLES: ReadyMap["titles"] = {
  customer: [
    ...["customer id", "customer_id", "customer email", "user id", "user email", "contact id", "client id", "email"],
    ...[
      "e-mail",
      "email address",
      "mail",
      "contact",
      "client",
      "user",
      "respondent",
      "Kunde",
      "Kundennummer",
      "Cliente",
    ],
  ],
  score: ["nps score", "nps", "score given", "recommend score", "likelihood to recommend"],
  answered_at: [
    ...["answered on", "answered", "responded at", "response date", "response time", "submitted at", "submission date"],
    ...["submitted", "completed at", "completion time", "created at", "date", "time", "datetime", "timestamp", "Datum"],
    ...["Fecha", "Data", "日付"],
  ],
  comment: [
    "comments",
    "feedback",
    "feedback text",
    "verbatim",
    "reason",
    "text",
    "Kommentar",
    "Comentario",
    "Commentaire",
  ],
  product: ["product name", "service", "Produkt", "Producto", "Produit", "Produto"],
  id: ["response id", "answer id", "feedback id", "survey response id"],
};
