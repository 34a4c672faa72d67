package org.postbag.bot.telegram;

/**
 * The fields of methods and objects as the Bot API documents them (version 10.1, June 2026), as far as a bot that sends
 * texts, pictures and documents needs them; {@link BotApiSchema} reads it. A field's exclamation mark says that it is
 * required.
 */
final class BotApiTable {
    static final String METHODS =
            """
            getMe
            getUpdates offset:Int limit:Int timeout:Int allowed_updates:[String]
            setWebhook url!:String certificate:File ip_address:String max_connections:Int allowed_updates:[String] drop_pending_updates:Bool secret_token:String
            deleteWebhook drop_pending_updates:Bool
            getWebhookInfo
            sendMessage chat_id!:Chat message_thread_id:Int text!:String parse_mode:String entities:[MessageEntity] link_preview_options:LinkPreviewOptions disable_notification:Bool protect_content:Bool allow_paid_broadcast:Bool message_effect_id:String reply_parameters:ReplyParameters reply_markup:ReplyMarkup
            editMessageText chat_id:Chat message_id:Int inline_message_id:String text!:String parse_mode:String entities:[MessageEntity] link_preview_options:LinkPreviewOptions reply_markup:InlineKeyboardMarkup
            editMessageReplyMarkup chat_id:Chat message_id:Int inline_message_id:String reply_markup:InlineKeyboardMarkup
            deleteMessage chat_id!:Chat message_id!:Int
            sendDocument chat_id!:Chat message_thread_id:Int document!:File thumbnail:File caption:String parse_mode:String caption_entities:[MessageEntity] disable_content_type_detection:Bool disable_notification:Bool protect_content:Bool allow_paid_broadcast:Bool message_effect_id:String reply_parameters:ReplyParameters reply_markup:ReplyMarkup
            sendPhoto chat_id!:Chat message_thread_id:Int photo!:File caption:String parse_mode:String caption_entities:[MessageEntity] show_caption_above_media:Bool has_spoiler:Bool disable_notification:Bool protect_content:Bool allow_paid_broadcast:Bool message_effect_id:String reply_parameters:ReplyParameters reply_markup:ReplyMarkup
            sendChatAction chat_id!:Chat message_thread_id:Int action!:String
            answerCallbackQuery callback_query_id!:String text:String show_alert:Bool url:String cache_time:Int
            answerInlineQuery inline_query_id!:String results!:[InlineQueryResult] cache_time:Int is_personal:Bool next_offset:String button:InlineQueryResultsButton
            setMyCommands commands!:[BotCommand] scope:BotCommandScope language_code:String
            deleteMyCommands scope:BotCommandScope language_code:String
            getMyCommands scope:BotCommandScope language_code:String
            getChat chat_id!:Chat
            getChatMember chat_id!:Chat user_id!:Int
            getChatAdministrators chat_id!:Chat return_bots:Bool
            leaveChat chat_id!:Chat
            """;

    static final String OBJECTS =
            """
            MessageEntity type!:String offset!:Int length!:Int url:String language:String custom_emoji_id:String
            LinkPreviewOptions is_disabled:Bool url:String prefer_small_media:Bool prefer_large_media:Bool show_above_text:Bool
            ReplyParameters message_id!:Int chat_id:Chat allow_sending_without_reply:Bool quote:String quote_parse_mode:String quote_entities:[MessageEntity] quote_position:Int
            InlineKeyboardMarkup inline_keyboard!:[[InlineKeyboardButton]]
            ForceReply force_reply!:Bool input_field_placeholder:String selective:Bool
            InlineKeyboardButton text!:String icon_custom_emoji_id:String style:String url:String callback_data:String switch_inline_query:String switch_inline_query_current_chat:String switch_inline_query_chosen_chat:SwitchInlineQueryChosenChat copy_text:CopyTextButton
            SwitchInlineQueryChosenChat query:String allow_user_chats:Bool allow_bot_chats:Bool allow_group_chats:Bool allow_channel_chats:Bool
            CopyTextButton text!:String
            BotCommand command!:String description!:String
            BotCommandScope.default type!:String
            BotCommandScope.all_private_chats type!:String
            BotCommandScope.all_group_chats type!:String
            BotCommandScope.all_chat_administrators type!:String
            BotCommandScope.chat type!:String chat_id!:Chat
            BotCommandScope.chat_administrators type!:String chat_id!:Chat
            BotCommandScope.chat_member type!:String chat_id!:Chat user_id!:Int
            InlineQueryResult.article type!:String id!:String title!:String input_message_content!:InputTextMessageContent reply_markup:InlineKeyboardMarkup url:String description:String thumbnail_url:String thumbnail_width:Int thumbnail_height:Int
            InlineQueryResult.photo type!:String id!:String photo_url!:String thumbnail_url!:String photo_width:Int photo_height:Int title:String description:String caption:String parse_mode:String caption_entities:[MessageEntity] show_caption_above_media:Bool reply_markup:InlineKeyboardMarkup input_message_content:InputTextMessageContent
            InlineQueryResult.document type!:String id!:String title!:String caption:String parse_mode:String caption_entities:[MessageEntity] document_url!:String mime_type!:String description:String reply_markup:InlineKeyboardMarkup input_message_content:InputTextMessageContent thumbnail_url:String thumbnail_width:Int thumbnail_height:Int
            InputTextMessageContent message_text!:String parse_mode:String entities:[MessageEntity] link_preview_options:LinkPreviewOptions
            InlineQueryResultsButton text!:String start_parameter:String
            """;

    private BotApiTable() {}
}
