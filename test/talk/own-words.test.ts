import { expect, test } from "vitest";
import { ownWords } from "../../src/talk/own-words.ts";

test.each([
  ["> Anything else?\nNo, thanks", "No, thanks"],
  ["Thanks\n--\nOffice, 3rd floor", "Thanks"],
  ["Danke\nVon meinem iPhone gesendet", "Danke"],
  ["Thanks! Sent from my phone", "Thanks!"],
  ["I sent from my side what you asked for, and now?", "I sent from my side what you asked for, and now?"],
  ["5 - 3 -- still wrong", "5 - 3 -- still wrong"],
])("%j says %j", (text, own) => {
  expect(ownWords(text).trim()).toBe(own);
});
