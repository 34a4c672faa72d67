package org.postbag.posts.collect.page;

import java.util.List;

/**
 * What a page lists.
 *
 * @param items in the page's order, each address once, 500 at the most
 * @param problems for the operator, each beginning with the key it is about: selectors that cannot be read or match
 *     nothing, and what to do
 */
public record PageItems(List<PageItem> items, List<String> problems) {
    public PageItems {
        items = List.copyOf(items);
        problems = List.copyOf(problems);
    }
}
