import { describe, expect, it } from "vitest";
import { beggingIn } from "../../src/digest/begging.ts";

const BEGGING = [
  "Please give us a 10!",
  "All done. If you get a survey, please give me a perfect 10 if you were happy.",
  "Could you rate us 5 stars?",
  "Please rate us well.",
  "We'd really appreciate a good review",
  "Don't forget to give us a ten!",
  "I'd love a 10 out of 10.",
  "Anything less than a 9 counts as a fail for me.",
  "You will be asked a question; please leave us a five-star rating",
  "Bitte geben Sie uns eine 10.",
  "Bewerten Sie uns bitte mit 5 Sternen!",
  "Über eine gute Bewertung würde ich mich freuen: wir freuen uns über eine 10!",
  "Vergiss nicht: gib uns bitte die volle Punktzahl",
  "Por favor, denos un 10.",
  "¿Nos deja cinco estrellas?",
  "Agradeceríamos una buena valoración.",
  "Merci de nous mettre 5 étoiles",
  "Donnez-nous un 10, s'il vous plaît !",
  "N'oubliez pas de nous laisser une bonne note.",
  "Por favor, nos dê nota 10!",
  "Avalie nosso atendimento com 5 estrelas",
  "Deixe uma boa avaliação, por favor",
  "アンケートでは10点をお願いします。",
  "ぜひ星5つの評価をお願いいたします！",
  "高評価をいただければ幸いです。",
];

const HONEST = [
  "Please give me 10 minutes.",
  "Give us a 10 minute break, please.",
  "On a scale of 1 to 10, how likely are you to recommend us?",
  "Thank you for giving us a 10!",
  "You gave us 5 stars, thanks.",
  "Please rate us honestly, whatever the score.",
  "You don't have to give us a 10; tell us what went wrong.",
  "Please leave us a review.",
  "Please give us the 10 digits on the back of your card.",
  "Please rate the severity from 1 to 5.",
  "I hope you have a great day, and leave the rest to us.",
  "The hotel has 5 stars.",
  "Customers usually give us feedback within ten days.",
  "Please mark the box with a 10 mm hole.",
  "Geben Sie mir bitte 10 Minuten.",
  "Bitte geben Sie die 10 Ziffern ein.",
  "Sie müssen uns keine 10 geben.",
  "Auf einer Skala von 1 bis 10: wie wahrscheinlich ist es?",
  "Denos 10 minutos, por favor.",
  "Valoramos mucho su opinión.",
  "Donnez-nous 10 minutes.",
  "Merci pour votre bonne note !",
  "Nos dê 10 minutos, por favor.",
  "Obrigado pela boa avaliação!",
  "10分お待ちください。",
  "高評価をいただきありがとうございます。",
  "1から10でお答えください。",
];

describe("Asking for a high score", () => {
  it.each(BEGGING)("is found: %s", (text) => expect(beggingIn(text)).not.toBeNull());

  it.each(HONEST)("is not what this is: %s", (text) => expect(beggingIn(text)).toBeNull());

  it("is told by the one sentence that does it", () => {
    expect(beggingIn("Hello. It is mended! Please give us a 10. Bye.")).toBe("Please give us a 10.");
  });

  it("is looked for in time that grows with the length alone", () => {
    const long = "please give us a ".repeat(4_000);
    const begun = performance.now();
    expect(beggingIn(long)).toBeNull();
    expect(beggingIn("please, ".repeat(8_000))).toBeNull();
    expect(beggingIn(`${"give us ".repeat(40)}. `.repeat(150))).toBeNull();
    expect(performance.now() - begun).toBeLessThan(10_000);
  });
});
