package org.postbag.bot.store;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.postbag.posts.store.Database;

/** Small facts that outlive a restart: the Telegram offset, the secret that tokens are signed with. */
public final class BotStore {
    private static final String OFFSET = "telegram.offset";
    private static final String SECRET = "secret";

    private final Database db;

    public BotStore(Database db) {
        this.db = db;
    }

    /** Brings the bot's own tables to this version. */
    public static void migrate(Database db) {
        db.migrate("classpath:org/postbag/bot/migrations", "bot_schema_history");
    }

    /** The id of the next update to ask Telegram for; 0 at first. */
    public long telegramOffset() {
        return db.read(handle -> fact(handle, OFFSET)).map(Long::parseLong).orElse(0L);
    }

    public void keepTelegramOffset(long offset) {
        db.change(handle -> put(handle, OFFSET, Long.toString(offset)));
    }

    /** 32 random bytes, made at the first call and the same ever after. */
    public byte[] secret() {
        String secret = db.write(handle -> fact(handle, SECRET).orElseGet(() -> {
            byte[] bytes = new byte[32];
            new SecureRandom().nextBytes(bytes);
            String made = Base64.getEncoder().encodeToString(bytes);
            put(handle, SECRET, made);
            return made;
        }));
        return Base64.getDecoder().decode(secret);
    }

    private static Optional<String> fact(Handle handle, String name) {
        return handle.createQuery("SELECT value FROM bot_fact WHERE name = :name")
                .bind("name", name)
                .mapTo(String.class)
                .findOne();
    }

    private static void put(Handle handle, String name, String value) {
        handle.createUpdate(
                        """
                        INSERT INTO bot_fact (name, value) VALUES (:name, :value)
                        ON CONFLICT (name) DO UPDATE SET value = excluded.value
                        """)
                .bind("name", name)
                .bind("value", value)
                .execute();
    }
}
