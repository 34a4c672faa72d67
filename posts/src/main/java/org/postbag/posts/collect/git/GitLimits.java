package org.postbag.posts.collect.git;

import java.time.Duration;

/**
 * What one look at a repository may cost.
 *
 * @param bytes most that is fetched over the network
 * @param object the largest object taken, unpacked
 * @param time for all of it
 * @param packs more of them than this are packed into one
 * @param keep how long what no commit needs any more stays for those still reading it
 */
record GitLimits(long bytes, long object, Duration time, int packs, Duration keep) {
    static final GitLimits DEFAULT =
            new GitLimits(500_000_000, 100_000_000, Duration.ofMinutes(10), 8, Duration.ofHours(1));
}
