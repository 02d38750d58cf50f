import { expect, it } from "vitest";
import { directCommand } from "../../src/talk/direct-commands.ts";
import { privacyWant, readCorrection } from "../../src/talk/privacy-wants.ts";

const FORGET = [
  ...["forget me", "Delete my data", "please delete all my data", "Can you erase everything you have about me?"],
  ...[
    "I want you to delete my account.",
    "/forget",
    "GDPR right to be forgotten",
    "Remove my personal information please",
  ],
  ...["Lösch meine Daten", "vergiss mich", "Bitte löschen Sie alle meine Daten!", "Meine Daten bitte löschen"],
  ...["Können Sie bitte meine Daten löschen?", "Löscht bitte alles über mich", "olvídame", "Borra mis datos"],
  ...[
    "Por favor, borren todos mis datos",
    "Quiero eliminar mis datos personales",
    "oubliez-moi",
    "Supprimez mes données",
  ],
  ...["Pouvez-vous supprimer toutes mes données ?", "s’il vous plaît, effacez mon compte", "esqueça-me"],
  ...[
    "Apague meus dados",
    "por favor, excluam todos os meus dados",
    "データを削除して",
    "私のことを忘れて",
    "私のデータをすべて削除してください。",
  ],
];
const UNREAD = [
  ...[
    "don’t read",
    "Don't read my messages",
    "do not use my conversations",
    "Please don’t read mine",
    "never quote me",
  ],
  ...[
    "stop reading my chats",
    "nicht lesen",
    "Bitte lest meine Nachrichten nicht",
    "Meine Gespräche bitte nicht lesen",
  ],
  ...[
    "no leer",
    "No lean mis mensajes",
    "ne pas lire",
    "Ne lisez pas mes messages",
    "não ler",
    "Não leiam minhas mensagens",
  ],
  ...["読まないで", "会話を読まないでください", "unread"],
];
const NEITHER = [
  ...["how do I delete my data in your app?", "My data export fails", "I can't read the invoice", "forget it"],
  ...[
    "please delete invoice 12",
    "Ich kann meine Daten nicht sehen",
    "no puedo leer el mensaje",
    "データが表示されない",
  ],
  ...[
    "don't read too much into it",
    "correcting the order took long",
    "yes",
    "read the manual and it failed",
    "correct the invoice",
    "change my subscription to yearly",
    "change my e-mail in the app",
    "a name is missing",
  ],
];

it.each(FORGET)("wants to be forgotten: %s", (text) => expect(privacyWant(text)).toBe("forget"));
it.each(UNREAD)("wants not to be read: %s", (text) => expect(privacyWant(text)).toBe("unread"));
it.each(NEITHER)("wants neither: %s", (text) => expect(privacyWant(text)).toBeNull());

it.each(["you can read my messages", "pueden leer", "read", "読んでもいいです"])("may be read again: %s", (text) =>
  expect(privacyWant(text)).toBe("read"),
);

it.each([
  ["correct my name to Maria Silva", { field: "name", text: "Maria Silva" }],
  ["Please correct my e-mail to maria@example.com", { field: "email", text: "maria@example.com" }],
  ["berichtige Name Jörg Weiß", { field: "name", text: "Jörg Weiß" }],
  ["corregir correo maria@example.com", { field: "email", text: "maria@example.com" }],
  ["Corriger mon nom en Zoé", { field: "name", text: "Zoé" }],
  ["Corriger\u00a0: ma rue", { field: "other", text: "ma rue" }],
  ["corriger nom\u202f: Zoé", { field: "name", text: "Zoé" }],
  ["corrigir meu nome para Ana", { field: "name", text: "Ana" }],
  ["訂正 名前 山田花子", { field: "name", text: "山田花子" }],
  ["名前を山田花子に訂正してください", { field: "name", text: "山田花子" }],
  ["correct: my order was in May", { field: "other", text: "my order was in May" }],
  ["correct", { field: "other", text: "" }],
])("says what is wrong: %s", (text, correction) => {
  expect(readCorrection(text)).toEqual(correction);
  expect(directCommand(text)).toBe("correct");
});

it("takes no more than linear time", () => {
  for (const piece of ["delete ", "please ", "私の", "correct my ", "a "])
    for (const read of [privacyWant, readCorrection]) {
      const begun = performance.now();
      read(piece.repeat(20_000));
      expect(performance.now() - begun).toBeLessThan(5_000);
    }
});
