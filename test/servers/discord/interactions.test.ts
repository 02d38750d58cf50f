import {
  ActionRowBuilder,
  Events,
  type Interaction,
  MessageFlags,
  ModalBuilder,
  TextInputBuilder,
  TextInputStyle,
} from "discord.js";
import { expect, test } from "vitest";
import { bot, channelOf, desk, scoreButtons, until } from "./desk.ts";
import type { Json } from "./entities.ts";
import { manualTime } from "./time.ts";

function reasonForm() {
  const input = new TextInputBuilder().setCustomId("reason").setLabel("Why?").setStyle(TextInputStyle.Paragraph);
  const row = new ActionRowBuilder<TextInputBuilder>().addComponents(input);
  return new ModalBuilder().setCustomId("why").setTitle("Tell us why").addComponents(row);
}

test("a button opens a form, and the form is answered to its sender only", async () => {
  const { discord, support, customer, agent } = await desk();
  const { client } = await bot(discord);
  client.on(Events.InteractionCreate, async (interaction: Interaction) => {
    if (interaction.isButton()) await interaction.showModal(reasonForm());
    if (!interaction.isModalSubmit()) return;
    await interaction.deferReply({ flags: MessageFlags.Ephemeral });
    await interaction.editReply(`Thank you: ${interaction.fields.getTextInputValue("reason")}`);
    await interaction.followUp({ content: "And goodbye", flags: MessageFlags.Ephemeral });
  });
  const asked = await channelOf(client, support).send({ content: "How was it?", components: [scoreButtons("8", "9")] });
  const clicked = await customer.clicks({ id: asked.id, channel_id: support.id }, "9");
  expect(clicked.modal).toMatchObject({ title: "Tell us why", fields: ["reason"] });
  const sent = await customer.submitsModal("why", { reason: "It was quick" });
  expect(await sent.settled()).toMatchObject({ text: "Thank you: It was quick", ephemeral: true });
  await until(() => expect(customer.sees(support).map(({ content }) => content)).toContain("And goodbye"));
  expect(agent.sees(support).map(({ content }) => content)).toEqual(["How was it?"]);
  expect(customer.openModals).toEqual([]);
  expect(discord.complaints).toEqual([]);
});

test("an answer after three seconds is refused with 10062, a second one with 40060, an edit after fifteen minutes with 50027", async () => {
  const time = manualTime(Date.now());
  const { discord, support, customer } = await desk({ time });
  const { client } = await bot(discord);
  const asked = await channelOf(client, support).send({ content: "?", components: [scoreButtons("9")] });
  const clicks = async () => {
    const coming = new Promise<Interaction>((resolve) => client.once(Events.InteractionCreate, resolve));
    const seen = customer.clicks({ id: asked.id, channel_id: support.id }, "9");
    const interaction = await coming;
    if (!interaction.isButton()) throw new Error("Not a button.");
    return { seen, interaction };
  };
  const late = await clicks();
  time.advance(3_000);
  expect((await late.seen).text).toBe("This interaction failed");
  await expect(late.interaction.reply("late")).rejects.toMatchObject({ code: 10062 });
  const { interaction } = await clicks();
  await interaction.reply("in time");
  interaction.replied = false;
  await expect(interaction.reply("again")).rejects.toMatchObject({ code: 40060 });
  interaction.replied = true;
  time.advance(15 * 60_000);
  await expect(interaction.editReply("much later")).rejects.toMatchObject({ code: 50027 });
});

test("slash commands are registered per guild and their options arrive; a message menu gives the target's words", async () => {
  const { discord, guild, support, customer } = await desk();
  const { client } = await bot(discord);
  await client.application?.commands.set(
    [
      {
        name: "resolve",
        description: "Close this",
        options: [{ type: 3, name: "reason", description: "Why", required: true }],
      },
      { name: "Resolve and ask", type: 3 },
    ],
    guild.id,
  );
  expect((await client.application?.commands.fetch({ guildId: guild.id }))?.size).toBe(2);
  client.on(Events.InteractionCreate, (interaction) => {
    if (interaction.isChatInputCommand())
      void interaction.reply(`Because ${interaction.options.getString("reason", true)}`);
    if (interaction.isMessageContextMenuCommand()) void interaction.reply(`About ${interaction.targetMessage.content}`);
  });
  const seen = await customer.runs("resolve", { in: support, options: { reason: "done" } });
  expect(seen).toMatchObject({ kind: "message", text: "Because done", ephemeral: false });
  const target = customer.writes(support, "my words");
  expect((await customer.usesMessageMenu("Resolve and ask", target)).text).toBe("About my words");
  await expect(customer.runs("unknown", { in: support })).rejects.toThrow('No command "unknown"');
  expect(discord.complaints).toEqual([]);
});

test("an ephemeral answer reaches the bot as if it were a direct message", async () => {
  const { discord, support, customer } = await desk();
  const { client } = await bot(discord);
  const heard: { t: string; d: Json }[] = [];
  client.on("raw", (packet: { t: string; d: Json }) => void heard.push(packet));
  client.on(Events.InteractionCreate, (interaction) => {
    if (interaction.isButton()) void interaction.reply({ content: "for you", flags: MessageFlags.Ephemeral });
  });
  const asked = await channelOf(client, support).send({ content: "?", components: [scoreButtons("9")] });
  const seen = await customer.clicks({ id: asked.id, channel_id: support.id }, "9");
  expect(seen).toMatchObject({ ephemeral: true, text: "for you" });
  await until(() => expect(heard.at(-1)).toMatchObject({ t: "MESSAGE_CREATE", d: { content: "for you", flags: 64 } }));
  expect(heard.at(-1)?.d.guild_id).toBeUndefined();
});

test("at real clocks an interaction that nobody answers has failed for its person after three seconds", async () => {
  const { discord, support, customer } = await desk();
  const { client } = await bot(discord);
  const asked = await channelOf(client, support).send({ content: "?", components: [scoreButtons("9")] });
  const started = Date.now();
  const seen = await customer.clicks({ id: asked.id, channel_id: support.id }, "9");
  expect(seen.kind).toBe("failed");
  expect(Date.now() - started).toBeGreaterThanOrEqual(3_000);
});
