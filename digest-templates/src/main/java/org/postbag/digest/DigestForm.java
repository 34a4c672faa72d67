package org.postbag.digest;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One way of writing a digest as a single document: a folder of templates ({@code layout section item more left note}) and the
 * items made with them, shared by all digests. {@link DigestDocument} is one digest in this form. Thread safe.
 */
public final class DigestForm {

    private final Templates templates;
    private final String folder;
    private final String ending;
    private final String gap;
    private final List<ItemView.Room> rooms;
    private final RepeatedParts repeated;
    private final Fragments<Fragment> fragments = new Fragments<>(Fragment::size);

    /**
     * @param ending {@code .peb}, or {@code .txt.peb} for plain text
     * @param gap what stands after each part
     * @param rooms the sizes an item can have, the largest first
     */
    public DigestForm(Templates templates, String folder, String ending, String gap, List<ItemView.Room> rooms) {
        this.templates = templates;
        this.repeated = new RepeatedParts(templates);
        this.folder = folder;
        this.ending = ending;
        this.gap = gap;
        this.rooms = List.copyOf(rooms);
        templates.check(
                List.of(file("layout"), file("section"), file("item"), file("more"), file("left"), file("note")));
    }

    /**
     * A digest in this form.
     *
     * @param web base address of the installation's pages; null when there are none
     * @param surroundings what the layout and the "more" lines may use besides the digest's own figures
     */
    public DigestDocument of(Digest d, @Nullable String web, Map<String, ?> surroundings) {
        return new DigestDocument(this, d, web, surroundings);
    }

    /** How many sizes an item has. */
    public int sizes() {
        return rooms.size();
    }

    /** How much an item of that size shows. */
    ItemView.Room room(int size) {
        return rooms.get(size);
    }

    String gap() {
        return gap;
    }

    Fragment item(Story story, Digest d, int size, @Nullable String web) {
        return fragments.of(story, d.lang(), d.length(), size, web == null ? "" : web, () -> {
            ItemView view = ItemView.of(story, rooms.get(size), web);
            return new Fragment(
                    render("item", d, Map.of("item", view, "number", Fragment.NUMBER, "time", Fragment.TIME)));
        });
    }

    String render(String name, Digest d, Map<String, ?> model) {
        return templates.render(file(name), wording(d), new HashMap<>(model));
    }

    /** A part that other digests are likely to have too; nothing in the model may be null. */
    String repeated(String name, Digest d, Map<String, Object> model) {
        return repeated.of(file(name), d.lang(), model);
    }

    Wording wording(Digest d) {
        return templates.wordings().in(d.lang());
    }

    private String file(String name) {
        return folder + "/" + name + ending;
    }
}
