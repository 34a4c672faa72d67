/**
 * Feeds of every dialect in use: bytes in, entries out, nothing fetched. {@link FeedParser} leads the way: {@link
 * FeedText} finds the characters, {@link XmlRepair} makes them parseable, {@link XmlFeed} walks the tree, one mapping a
 * dialect fills {@link FeedEntry}.
 */
@NullMarked
package org.postbag.posts.collect.feed;

import org.jspecify.annotations.NullMarked;
