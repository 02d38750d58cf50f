import { expect, test } from "vitest";
import { useDesk } from "./desk.ts";
import { asked, post, takeUp, write } from "./seats.ts";

const desk = useDesk();

test("a typed score counts, and what is no score is answered with how to answer", async () => {
  const { customer } = await asked(desk, "Sample One");
  await write(customer, "11");
  await post(customer, "couldn’t read that").locator(".scores").waitFor();
  expect(await customer.locator(".scores").count()).toBe(1);
  await write(customer, " 9 ");
  await customer.locator(".is-thanks").waitFor();
  expect(await customer.locator(".scores").count()).toBe(0);
});

test("words after the score are its reason, and one tap makes them a new question", async () => {
  const { customer, seat } = await asked(desk, "Sample Two");
  await customer.click('.scores button[value="8"]');
  await customer.locator(".is-thanks").waitFor();
  await write(customer, "The waiting was a bit long.");
  await customer.locator("button", { hasText: "another question" }).click();
  await post(customer, "open again").waitFor();
  const agent = await desk.tab(seat);
  await agent.locator("#resolving").waitFor();
});

test("an answer can be changed", async () => {
  const { customer } = await asked(desk, "Sample Three");
  await customer.click('.scores button[value="4"]');
  await customer.locator("button", { hasText: "Change my answer" }).click();
  await customer.click('.scores button[value="9"]');
  await customer.locator(".by-customer", { hasText: "9 out of 10" }).waitFor();
  expect(await customer.locator(".by-customer", { hasText: "4 out of 10" }).count()).toBe(1);
});

test("not now ends the question", async () => {
  const { customer, seat } = await asked(desk, "Sample Four");
  const agent = await desk.tab(seat);
  await customer.locator("button", { hasText: "Not now" }).click();
  await customer.locator(".scores").waitFor({ state: "detached" });
  await agent.locator(".fate", { hasText: "Declined the survey" }).waitFor();
});

test("never is for good, and can be taken back", async () => {
  const { customer } = await asked(desk, "Sample Five");
  await customer.locator("button", { hasText: "Never" }).click();
  await customer.locator("[id^=opt-in] button").click();
  await post(customer, "We may ask again").waitFor();
  expect(await customer.locator("article.by-bot").count()).toBe(2);
});

test("a double click is one answer", async () => {
  const { customer } = await asked(desk, "Sample Six");
  await customer.dblclick('.scores button[value="7"]');
  await customer.locator(".is-thanks").waitFor();
  await customer.waitForTimeout(200);
  expect(await customer.locator(".is-thanks").count()).toBe(1);
  expect(await customer.locator(".by-customer", { hasText: "7 out of 10" }).count()).toBe(1);
});

test("several links are several customers, and one customer has several conversations", async () => {
  const { customer } = await asked(desk, "Sample Seven");
  const other = await desk.tab("/customer");
  expect(await other.locator(".by-customer").count()).toBe(0);
  await customer.click(".chat-head .new");
  await customer.locator("#product").waitFor();
  expect(await customer.locator("#name").count()).toBe(0);
  await write(customer, "Another thing entirely");
  await customer.locator(".by-customer", { hasText: "Another thing" }).waitFor();
  const agent = await desk.tab("/agent?name=Ash");
  await takeUp(agent, "Sample Seven");
  await agent.locator(".last", { hasText: "Another thing entirely" }).waitFor();
});
