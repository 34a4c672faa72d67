package org.postbag.bot.telegram.update;

/** A way in which updates come: asked for by {@link UpdatePoller}, or pushed to {@link Webhook}. */
public interface UpdateSource extends AutoCloseable {

    /** Begins; an earlier life's unfinished updates go first. */
    void start();

    /** Takes no more updates, and returns when what is being handled is done. */
    @Override
    void close();
}
