package org.postbag.digest.web;

import java.util.List;

/** All tags, in the order given. */
public record TagsPage(List<Tag> tags) {
    public TagsPage {
        tags = List.copyOf(tags);
    }

    /** A tag and how many posts carry it. */
    public record Tag(String name, long posts) {}
}
