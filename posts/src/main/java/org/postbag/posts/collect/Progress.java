package org.postbag.posts.collect;

/** Is told how far a long piece of work has come; a progress bar, or nobody. */
@FunctionalInterface
public interface Progress {
    /**
     * @param what the source being read
     * @param total 0 while it is not known
     */
    void at(String what, long done, long total);

    static Progress none() {
        return (what, done, total) -> {};
    }
}
