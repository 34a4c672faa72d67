/** Reads web pages: the article of a page, the items of a page that lists posts, sitemaps and robots.txt. */
@NullMarked
package org.postbag.posts.collect.page;

import org.jspecify.annotations.NullMarked;
