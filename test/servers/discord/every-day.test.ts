import {
  ActionRowBuilder,
  AttachmentBuilder,
  ChannelType,
  ContainerBuilder,
  EmbedBuilder,
  Events,
  GatewayIntentBits,
  LabelBuilder,
  MessageFlags,
  ModalBuilder,
  StringSelectMenuBuilder,
  TextDisplayBuilder,
  TextInputBuilder,
  TextInputStyle,
} from "discord.js";
import { expect, test } from "vitest";
import { makeRequest } from "../../../adapters/discord/rest.ts";
import { bot, channelOf, desk, INTENTS, scoreButtons, until } from "./desk.ts";

test("messages of every make are sent, edited, answered and deleted without a complaint", async () => {
  const { discord, support, customer } = await desk();
  const { client } = await bot(discord, { rest: { makeRequest } });
  const channel = channelOf(client, support);
  const words = new TextDisplayBuilder().setContent("in a box");
  const box = new ContainerBuilder().addTextDisplayComponents(words).addActionRowComponents(scoreButtons("9"));
  await channel.send({ flags: MessageFlags.IsComponentsV2, components: [box] });
  const embed = new EmbedBuilder().setTitle("Week").setDescription("Score").addFields({ name: "NPS", value: "40" });
  const chart = new AttachmentBuilder(Buffer.from("chart"), { name: "chart.png" });
  const sent = await channel.send({ content: "digest", embeds: [embed], files: [chart] });
  const menu = new StringSelectMenuBuilder().setCustomId("pick").addOptions({ label: "Later", value: "later" });
  await sent.edit({
    content: "changed",
    embeds: [],
    components: [new ActionRowBuilder<typeof menu>().addComponents(menu)],
  });
  const reply = await sent.reply({ content: "reply", allowedMentions: { repliedUser: false } });
  expect((await reply.fetchReference()).content).toBe("changed");
  const loud = await channel.send({ content: `<@${customer.id}> @everyone`, allowedMentions: { parse: ["users"] } });
  expect(discord.pingsOf({ id: loud.id, channel_id: support.id })).toEqual([customer.id]);
  await loud.delete();
  await reply.delete();
  await channel.sendTyping();
  expect(customer.sees(support).map(({ content }) => content)).toEqual(["", "changed"]);
  expect(discord.complaints).toEqual([]);
});

test("channels, threads, people and roles are made, read and changed without a complaint", async () => {
  const {
    discord,
    guild: acme,
    support,
    customer,
  } = await desk({ bot: ["Administrator"], portal: { guildMembers: true } });
  const { client } = await bot(discord, { intents: [...INTENTS, GatewayIntentBits.GuildMembers] });
  const guild = await client.guilds.fetch(acme.id);
  expect((await guild.members.fetch()).size).toBe(4);
  expect((await guild.roles.fetch()).map(({ name }) => name)).toContain("agents");
  expect((await client.application?.fetch())?.flags.has("GatewayGuildMembersLimited")).toBe(true);
  const category = await guild.channels.create({ name: "tickets", type: ChannelType.GuildCategory });
  const access = [{ id: customer.id, allow: ["ViewChannel"] as const }];
  const ticket = await guild.channels.create({ name: "ticket-1", permissionOverwrites: access });
  await ticket.setParent(category.id, { lockPermissions: false });
  await ticket.permissionOverwrites.edit(customer.id, { ViewChannel: false });
  await ticket.permissionOverwrites.delete(customer.id);
  await ticket.setName("closed-1");
  await ticket.delete();
  const thread = await channelOf(client, support).threads.create({ name: "inside", type: ChannelType.PrivateThread });
  await thread.members.add(customer.id);
  expect((await thread.members.fetch()).size).toBe(2);
  await thread.members.remove(customer.id);
  await thread.setLocked(true);
  await thread.setArchived(true);
  const archived = await channelOf(client, support).threads.fetchArchived({ type: "private" });
  expect(archived.threads.map(({ name }) => name)).toEqual(["inside"]);
  const root = await channelOf(client, support).send("root");
  const started = await root.startThread({ name: "from a message" });
  expect(started.id).toBe(root.id);
  expect((await guild.channels.fetchActiveThreads()).threads.size).toBe(1);
  expect(discord.complaints).toEqual([]);
});

test("interactions are answered in every way without a complaint", async () => {
  const { discord, support, customer } = await desk();
  const { client } = await bot(discord);
  const input = new TextInputBuilder().setCustomId("reason").setStyle(TextInputStyle.Short);
  const label = new LabelBuilder().setLabel("Why?").setTextInputComponent(input);
  const form = new ModalBuilder().setCustomId("why").setTitle("Why?").addLabelComponents(label);
  client.on(Events.InteractionCreate, async (interaction) => {
    if (interaction.isStringSelectMenu()) {
      await interaction.deferUpdate();
      await interaction.editReply({ content: `picked ${interaction.values}`, components: [] });
    }
    if (interaction.isButton()) await interaction.showModal(form);
    if (!interaction.isModalSubmit() || !interaction.isFromMessage()) return;
    await interaction.update({ content: `because ${interaction.fields.getTextInputValue("reason")}` });
    const more = await interaction.followUp("more");
    await interaction.editReply({ message: more, content: "even more" });
    await interaction.deleteReply(more);
  });
  const menu = new StringSelectMenuBuilder().setCustomId("pick").addOptions({ label: "Later", value: "later" });
  const row = new ActionRowBuilder<typeof menu>().addComponents(menu);
  const asked = await channelOf(client, support).send({ content: "?", components: [row, scoreButtons("9")] });
  const message = { id: asked.id, channel_id: support.id };
  await customer.clicks(message, "9");
  expect((await customer.submitsModal("why", { reason: "quick" })).text).toBe("because quick");
  await until(() => expect(discord.requests.at(-1)).toMatchObject({ method: "DELETE", status: 204 }));
  expect((await customer.selects(message, "pick", ["later"])).kind).toBe("nothing");
  await until(() => expect(customer.sees(support).map(({ content }) => content)).toEqual(["picked later"]));
  expect(discord.complaints).toEqual([]);
});
