package org.postbag.digest.web;

import java.util.List;

/** All tags, those below another nested under it, families with the most posts first, otherwise in the order given. */
public record TagsPage(List<Tag> tags) {
    public TagsPage {
        tags = List.copyOf(tags);
    }

    /** A tag and how many posts carry it, those of the tags below it not counted. */
    public record Tag(String name, long posts) {}
}
