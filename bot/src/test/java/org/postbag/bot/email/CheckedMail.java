package org.postbag.bot.email;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.james.jdkim.DKIMVerifier;
import org.apache.james.jdkim.api.SignatureRecord;
import org.apache.james.jdkim.exceptions.FailException;
import org.apache.james.mime4j.MimeException;
import org.apache.james.mime4j.codec.DecodeMonitor;
import org.apache.james.mime4j.codec.DecoderUtil;
import org.apache.james.mime4j.dom.field.ParsedField;
import org.apache.james.mime4j.field.DefaultFieldParser;
import org.apache.james.mime4j.stream.BodyDescriptor;
import org.apache.james.mime4j.stream.EntityState;
import org.apache.james.mime4j.stream.Field;
import org.apache.james.mime4j.stream.MimeConfig;
import org.apache.james.mime4j.stream.MimeTokenStream;

/**
 * A mail that Postbag sent, read strictly by another implementation of mail and found well-formed, and its signature
 * found good by another implementation of DKIM. That both bodies say the same is {@link PlainTwin}'s to check.
 */
final class CheckedMail {
    private static final List<String> ONCE = List.of("date", "from", "to", "subject", "message-id", "mime-version");
    private static final List<String> GRAMMAR = List.of("date", "from", "to", "mime-version", "content-type");

    private final byte[] raw;
    private final List<Field> fields = new ArrayList<>();
    private final List<String> types = new ArrayList<>();
    private final List<String> bodies = new ArrayList<>();

    private CheckedMail(byte[] raw) {
        this.raw = raw;
        MimeConfig strict =
                MimeConfig.copy(MimeConfig.STRICT).setMaxLineLen(1000).build();
        MimeTokenStream stream = new MimeTokenStream(strict, DecodeMonitor.STRICT, null);
        try {
            stream.parse(new ByteArrayInputStream(raw));
            int depth = 0;
            for (EntityState at = stream.getState(); at != EntityState.T_END_OF_STREAM; at = stream.next()) {
                if (at == EntityState.T_FIELD && depth == 0) fields.add(stream.getField());
                if (at == EntityState.T_START_MULTIPART)
                    types.add(stream.getBodyDescriptor().getMimeType());
                if (at == EntityState.T_START_BODYPART) depth++;
                if (at == EntityState.T_END_BODYPART) depth--;
                if (at == EntityState.T_PREAMBLE || at == EntityState.T_EPILOGUE)
                    assertThat(stream.getInputStream().readAllBytes()).isEmpty();
                if (at == EntityState.T_BODY) body(stream.getBodyDescriptor(), stream.getDecodedInputStream());
            }
        } catch (IOException | MimeException e) {
            throw new AssertionError("not readable: " + e.getMessage() + "\n" + head(), e);
        }
    }

    /** @param key the published key of the signature; null for a mail that is not signed */
    static CheckedMail of(byte[] raw, String key) {
        CheckedMail mail = new CheckedMail(raw);
        mail.checkLines();
        mail.checkHeaders();
        assertThat(mail.types).as("parts").containsExactly("multipart/alternative", "text/plain", "text/html");
        PlainTwin.check(mail.subject(), mail.text(), mail.html());
        if (key == null) assertThat(mail.all("DKIM-Signature")).isEmpty();
        else mail.checkSignature(key);
        return mail;
    }

    private void body(BodyDescriptor descriptor, InputStream decoded) throws IOException {
        types.add(descriptor.getMimeType());
        assertThat(descriptor.getCharset()).isEqualToIgnoringCase("utf-8");
        assertThat(descriptor.getTransferEncoding()).isIn("quoted-printable", "base64");
        byte[] bytes = decoded.readAllBytes();
        String text = new String(bytes, StandardCharsets.UTF_8);
        assertThat(text.getBytes(StandardCharsets.UTF_8)).as("valid UTF-8").isEqualTo(bytes);
        bodies.add(text.replace("\r\n", "\n"));
    }

    private void checkLines() {
        String all = new String(raw, StandardCharsets.ISO_8859_1);
        assertThat(all).endsWith("\r\n").matches("[\\x01-\\x7e]*+");
        assertThat(all.replace("\r\n", "")).as("bare line ends").doesNotContain("\r", "\n");
        assertThat(all.lines().mapToInt(String::length).max().orElse(0))
                .as("longest line")
                .isLessThanOrEqualTo(998);
    }

    private void checkHeaders() {
        for (String name : ONCE) assertThat(all(name)).as(name).hasSize(1);
        for (Field field : fields) {
            String name = field.getName().toLowerCase(Locale.ROOT);
            assertThat(field.getBody()).as(name).isNotBlank();
            for (String line : new String(field.getRaw().toByteArray(), StandardCharsets.US_ASCII).split("\r\n", -1))
                assertThat(line).as(name).isNotBlank();
            if (GRAMMAR.contains(name))
                checkGrammar(name + ": " + field.getBody().replace("\r\n", ""));
        }
        assertThat(all("message-id")).allMatch(id -> id.strip().matches("<[^<>\\s@]+@[^<>\\s@]+>"));
        assertThat(fields.stream().map(f -> f.getName().toLowerCase(Locale.ROOT)))
                .as("each field once")
                .doesNotHaveDuplicates()
                .doesNotContain("bcc", "cc", "received", "x-mailer");
        assertThat(subject()).doesNotContainPattern("\\p{Cntrl}");
    }

    private static void checkGrammar(String line) {
        try {
            ParsedField parsed = DefaultFieldParser.parse(line);
            assertThat(parsed.isValidField())
                    .as("%s: %s", line, parsed.getParseException())
                    .isTrue();
        } catch (MimeException e) {
            throw new AssertionError(line + ": " + e.getMessage(), e);
        }
    }

    private void checkSignature(String key) {
        try {
            List<SignatureRecord> good =
                    new DKIMVerifier((options, selector, domain) -> List.of(key)).verify(new ByteArrayInputStream(raw));
            assertThat(good).as("signatures").hasSize(1);
            List<String> signed = good.get(0).getHeaders().stream()
                    .map(name -> name.toString().toLowerCase(Locale.ROOT))
                    .toList();
            List<String> present = fields.stream()
                    .map(field -> field.getName().toLowerCase(Locale.ROOT))
                    .filter(name -> !name.equals("dkim-signature"))
                    .toList();
            assertThat(signed).as("all there is, is signed").containsAll(present);
        } catch (IOException | FailException e) {
            throw new AssertionError("the signature is not good: " + e.getMessage() + "\n" + head(), e);
        }
    }

    private String head() {
        String all = new String(raw, StandardCharsets.ISO_8859_1);
        int end = all.indexOf("\r\n\r\n");
        return end < 0 ? all : all.substring(0, end);
    }

    byte[] raw() {
        return raw;
    }

    /** Of every header of that name, unfolded. */
    List<String> all(String name) {
        return fields.stream()
                .filter(field -> field.getName().equalsIgnoreCase(name))
                .map(field -> field.getBody().replace("\r\n", ""))
                .toList();
    }

    /** Of the one header of that name, unfolded and without space around it. */
    String header(String name) {
        List<String> all = all(name);
        assertThat(all).as(name).hasSize(1);
        return all.get(0).strip();
    }

    /** With its encoded words read; one that is broken is a fault. */
    String subject() {
        return DecoderUtil.decodeEncodedWords(header("Subject"), DecodeMonitor.STRICT);
    }

    String text() {
        return bodies.get(0);
    }

    String html() {
        return bodies.get(1);
    }
}
