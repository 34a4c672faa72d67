package org.postbag.digest.telegram;

/**
 * A post as an answer to an inline query ({@code InlineQueryResultArticle} of the Bot API).
 *
 * @param title plain text, at most 256 code points, never blank
 * @param description plain text under the title: source, date, start of the summary; at most 512 code points
 * @param html text of the message that is sent when the reader picks it, within the limits of one message
 */
public record InlineCard(String title, String description, String html) {}
