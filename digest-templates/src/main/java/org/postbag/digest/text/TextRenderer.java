package org.postbag.digest.text;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.postbag.digest.Digest;
import org.postbag.digest.DigestForm;
import org.postbag.digest.ItemView;
import org.postbag.digest.PlainLines;
import org.postbag.digest.Templates;

/** A digest as plain text for a terminal. The plain part of a mail is the same form inside {@code email}'s budget. */
public final class TextRenderer {

    private final DigestForm form;

    /** @throws org.postbag.digest.TemplateException when a template does not compile */
    public TextRenderer(Templates templates) {
        this.form =
                new DigestForm(templates, "text", ".txt.peb", "\n\n", List.of(new ItemView.Room(200, 1200, 10, false)));
    }

    /** The whole digest, lines separated by {@code \n}, the last one ended. */
    public String render(Digest d) {
        Map<String, Object> nothing = new HashMap<>();
        nothing.put("links", null);
        return PlainLines.page(form.of(d, null, nothing).write(0));
    }
}
