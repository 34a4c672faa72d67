/**
 * Where posts are kept: one database, SQLite or PostgreSQL, whose rows, full-text index and order of commits live here.
 * What is put in is made by {@code collect}; other modules keep their own tables through {@link
 * org.postbag.posts.store.Database}.
 */
@NullMarked
package org.postbag.posts.store;

import org.jspecify.annotations.NullMarked;
