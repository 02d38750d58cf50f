import { expect, test } from "vitest";
import { useDesk } from "./desk.ts";
import { asked, opened, post, resolve, takeUp, write, writeIn } from "./seats.ts";

const desk = useDesk();

test("a whole conversation runs in two tabs without a reload, and the team reads what came of it", async () => {
  const customer = await desk.tab("/customer");
  const agent = await desk.tab("/agent?name=Ash");
  const team = await desk.tab("/team?name=Lime");
  const helper = await desk.tab("/team?name=Ash");
  await customer.selectOption("#product", "billing");
  await writeIn(customer, "Sample One", "I was charged twice.");
  await takeUp(agent, "Sample One");
  await agent.locator(".by-customer", { hasText: "I was charged twice." }).waitFor();
  await write(agent, "The second charge is cancelled.");
  await customer.locator(".by-agent", { hasText: "The second charge is cancelled." }).waitFor();
  await resolve(agent);
  await agent.locator(".fate", { hasText: "no answer yet" }).waitFor();
  await customer.locator(".scores").waitFor();
  expect(await customer.locator(".divider", { hasText: "marked as solved" }).count()).toBe(0);
  await customer.click('.scores button[value="2"]');
  await customer.locator(".by-customer", { hasText: "2 out of 10" }).waitFor();
  const reason = customer.locator(".is-thanks .reason", { hasText: "Your reason" });
  await reason.locator("textarea").fill("Nobody told me about the second charge.");
  await reason.locator("button").click();
  await customer.locator(".by-customer", { hasText: "Nobody told me" }).waitFor();
  const alert = team.locator(".post", { hasText: "Sample One gave 2 out of 10" });
  await alert.locator("blockquote", { hasText: "Nobody told me" }).waitFor();
  expect(await alert.locator(".facts").textContent()).toContain("Billing");
  await alert.locator("button", { hasText: "I will take it" }).click();
  await team.locator(".post", { hasText: "Sample One gave 2 out of 10. Lime will get in touch by" }).waitFor();
  await alert.locator(".steps li", { hasText: "Sample One: Lime is on it." }).waitFor();
  expect(await team.locator(".post", { hasText: "Sample One" }).count()).toBe(1);
  const withheld = helper.locator(".post", { hasText: "Sample One was unhappy with us. Lime will get in touch by" });
  await withheld.locator("blockquote", { hasText: "Nobody told me" }).waitFor();
  expect(await helper.locator("main").textContent()).not.toMatch(/2 out of 10|2\/10/);
  await agent.locator(".fate", { hasText: "Answered" }).waitFor();
});

test("a case is closed only with a word on what was done", async () => {
  const { customer } = await asked(desk, "Sample Two");
  await customer.click('.scores button[value="1"]');
  const team = await desk.tab("/team?name=Lime");
  const alert = team.locator(".post", { hasText: "Sample Two" });
  await alert.locator("button", { hasText: "I will take it" }).click();
  const closing = alert.locator("details", { hasText: "Mark as resolved" });
  await closing.locator("summary").click();
  await closing.locator("textarea").fill(" ");
  await closing.locator("button").click();
  await closing.locator(".form-note", { hasText: "what was done" }).waitFor();
  await closing.locator("textarea").fill("Called and refunded.");
  await closing.locator("button").click();
  await team.locator(".post", { hasText: "Sample Two gave 1 out of 10. Lime has resolved this." }).waitFor();
  await alert.locator(".facts", { hasText: "Called and refunded." }).waitFor({ state: "attached" });
  expect(await alert.count()).toBe(1);
  expect(await closing.count()).toBe(0);
});

test("agents see that a question was answered, and not how", async () => {
  const { customer, seat } = await asked(desk, "Sample Three");
  const agent = await desk.tab(seat);
  await write(customer, "3");
  await customer.locator(".is-thanks").waitFor();
  await agent.locator(".words", { hasText: "Answered the question" }).waitFor();
  await agent.reload();
  const seen = await agent.locator(".conversation").textContent();
  expect(seen).toContain("Answered");
  expect(seen).not.toMatch(/\b3\b(?!:)|sorry|Thank you/);
  expect(await agent.locator(".queue li", { hasText: "Sample Three" }).textContent()).toContain(
    "Answered the question",
  );
});

test("a reload in the middle loses nothing, not even half a sentence", async () => {
  const { customer } = await asked(desk, "Sample Four");
  await customer.fill("#text", "I was about to say");
  await customer.reload();
  expect(await customer.inputValue("#text")).toBe("I was about to say");
  expect(await customer.locator(".scores button").count()).toBe(10);
  await customer.fill("#text", "");
  await customer.click('.scores button[value="10"]');
  await customer.locator(".is-thanks").waitFor();
  await customer.reload();
  await customer.locator(".by-customer", { hasText: "10 out of 10" }).waitFor();
  expect(await customer.locator(".scores").count()).toBe(0);
});

test("news keeps the focus and the text being typed", async () => {
  const { path, seat } = await opened(desk, "Sample Five", "Hello");
  const [customer, agent] = [await desk.tab(path), await desk.tab(seat)];
  await customer.locator("#text").pressSequentially("half a ");
  await write(agent, "Good morning.");
  await customer.locator(".by-agent").waitFor();
  await customer.keyboard.type("sentence");
  expect(await customer.inputValue("#text")).toBe("half a sentence");
});

test("a skipped question is not asked, and the reason stands with the agent", async () => {
  const { path, seat } = await opened(desk, "Sample Six", "Only a test");
  const agent = await desk.tab(seat);
  await write(agent, "I see.");
  await resolve(agent, "a colleague");
  await agent.locator(".fate", { hasText: "Not asked: skipped by the team (Ash: a colleague)" }).waitFor();
  await agent.click("#reopen button");
  await agent.locator("#resolving").waitFor();
  const customer = await desk.tab(path);
  await customer.locator(".by-agent", { hasText: "I see." }).waitFor();
  expect(await post(customer, "how likely").count()).toBe(0);
});
