package org.postbag.posts.collect.git;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.transport.URIish;
import org.postbag.posts.text.Sha256;

/**
 * Where a repository is, as the operator wrote it: {@code https://…}, {@code http://…}, {@code file:…} or a path, each
 * with {@code #branch} behind it for another branch or tag than the default.
 *
 * @param name as written, but without name and password: for messages
 * @param refs what to ask for, the first that is there counts
 */
record GitAddress(URIish uri, String name, List<String> refs) {
    private static final Pattern SCHEME = Pattern.compile("([A-Za-z][A-Za-z0-9+.-]*):.*", Pattern.DOTALL);
    private static final Pattern SSH = Pattern.compile("[^/\\\\:#]+@[^/\\\\]+:.*");

    /** @throws Unusable when it is none that can be read */
    static GitAddress of(String url) throws Unusable {
        int hash = url.lastIndexOf('#');
        if (hash < 0 || exists(url)) return new GitAddress(uri(url), name(url), List.of("HEAD"));
        String branch = url.substring(hash + 1);
        if (!Repository.isValidRefName("refs/heads/" + branch))
            throw new Unusable("'" + branch + "' cannot be the name of a branch; correct what stands after #");
        String place = url.substring(0, hash);
        return new GitAddress(uri(place), name(url), List.of("refs/heads/" + branch, "refs/tags/" + branch));
    }

    private static URIish uri(String url) throws Unusable {
        Matcher scheme = SCHEME.matcher(url);
        String kind = scheme.matches() ? scheme.group(1).toLowerCase(Locale.ROOT) : "";
        try {
            if (kind.equals("http") || kind.equals("https")) {
                URIish uri = new URIish(url);
                if (uri.getHost() != null) return uri;
                throw new Unusable("the address " + name(url) + " names no host; correct it");
            }
            if (kind.equals("file")) return local(Path.of(new URI(url)));
            if ((url.contains("://") || SSH.matcher(url).matches()) && !exists(url))
                throw new Unusable("repositories are read over https, http and from this machine's disk, not over "
                        + (url.contains("://") ? kind : "ssh") + "; use the repository's https address");
            return local(Path.of(url));
        } catch (URISyntaxException | IllegalArgumentException e) {
            throw new Unusable("the address " + name(url) + " cannot be understood; correct it");
        }
    }

    private static URIish local(Path path) throws Unusable, URISyntaxException {
        if (!Files.exists(path))
            throw new Unusable("there is no repository at " + path + "; create it, or correct the source's address");
        if (!Files.isDirectory(path))
            throw new Unusable(path + " is a file, not a repository; name the folder that holds the repository");
        return new URIish().setPath(path.toAbsolutePath().normalize().toString());
    }

    private static boolean exists(String path) {
        try {
            return Files.exists(Path.of(path));
        } catch (InvalidPathException e) {
            return false;
        }
    }

    private static String name(String url) {
        return url.replaceFirst("^([A-Za-z][A-Za-z0-9+.-]*://)[^/#]*@", "$1");
    }

    boolean isRemote() {
        return uri.getHost() != null;
    }

    /** Names the folder of its copy. */
    String key() {
        return Sha256.hex(uri.toPrivateString() + "#" + refs).substring(0, 32);
    }
}
