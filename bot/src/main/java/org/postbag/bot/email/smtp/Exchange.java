package org.postbag.bot.email.smtp;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The commands and answers about one mail. MAIL, RCPT and DATA go out together where the server allows it (RFC 2920).
 * Used once.
 */
final class Exchange {
    private static final byte[] LAST_LINE = {'.', '\r', '\n'};
    private static final byte[] RESET = bytes("RSET\r\n");

    private final SmtpDialogue dialogue;
    private final Wire wire;
    private final Timeouts timeouts;
    private Stage at = Stage.MAIL;
    private boolean complete;
    private boolean goesOn = true;

    Exchange(SmtpDialogue dialogue, Wire wire, Timeouts timeouts) {
        this.dialogue = dialogue;
        this.wire = wire;
        this.timeouts = timeouts;
    }

    /** Whether the connection can carry another mail. */
    boolean goesOn() {
        return goesOn;
    }

    Answer carry(Envelope envelope, byte[] data) {
        Answer answer;
        try {
            Answer.Said refusal = announce(envelope);
            answer = refusal == null ? hand(data) : refusal;
        } catch (IOException e) {
            goesOn = false;
            String how = wire.overdue() ? "it took too long" : Reply.words(String.valueOf(e.getMessage()));
            return new Answer.Broken(at, complete, how);
        }
        if (goesOn && answer instanceof Answer.Said said && !said.at().agreed(said.reply())) reset();
        return answer;
    }

    /** Null when the server waits for the mail. */
    private Answer.@Nullable Said announce(Envelope envelope) throws IOException {
        Map<Stage, String> commands = new EnumMap<>(Map.of(
                Stage.MAIL, envelope.mail(dialogue::supportsExtension),
                Stage.RCPT, envelope.rcpt(),
                Stage.DATA, "DATA\r\n"));
        boolean together = dialogue.supportsExtension("PIPELINING");
        wire.within(timeouts.command());
        if (together) wire.write(bytes(String.join("", commands.values())));
        Answer.Said refusal = null;
        for (Map.Entry<Stage, String> command : commands.entrySet()) {
            Stage stage = command.getKey();
            if (!together) wire.write(bytes(command.getValue()));
            if (refusal == null) at = stage;
            Reply reply;
            try {
                wire.within(timeouts.command());
                reply = answer(stage);
            } catch (IOException e) {
                if (refusal == null) throw e;
                goesOn = false;
                return refusal;
            }
            if (refusal == null && !stage.agreed(reply)) refusal = new Answer.Said(stage, reply);
            // Whoever waits for a mail that will not come must be left.
            else if (refusal != null && stage == Stage.DATA && stage.agreed(reply)) goesOn = false;
            if (!goesOn || (refusal != null && !together)) return refusal;
        }
        return refusal;
    }

    private Answer hand(byte[] data) throws IOException {
        wire.within(timeouts.command());
        wire.write(data);
        at = Stage.END;
        complete = true;
        wire.write(LAST_LINE);
        wire.within(timeouts.end());
        return new Answer.Said(at, answer(at));
    }

    private Reply answer(Stage stage) throws IOException {
        Reply reply = dialogue.reply();
        if (reply.closing()) goesOn = false;
        if (!stage.agreed(reply) && !reply.temporary() && !reply.permanent())
            throw new IOException("the server's answer " + reply.code() + " does not fit");
        return reply;
    }

    /** Makes the server forget the mail it refused. */
    private void reset() {
        try {
            wire.within(timeouts.command());
            wire.write(RESET);
            goesOn = dialogue.reply().code() == 250;
        } catch (IOException e) {
            goesOn = false;
        }
    }

    private static byte[] bytes(String command) {
        return command.getBytes(StandardCharsets.UTF_8);
    }
}
