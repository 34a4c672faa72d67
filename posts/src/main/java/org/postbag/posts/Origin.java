package org.postbag.posts;

import java.net.URI;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Where a source's posts are. One record a kind; {@code collect} has one package for each. */
public sealed interface Origin {

    /** The word that names the kind in configuration and JSON. */
    String kind();

    /** The folder, or the address as it was given, userinfo included. */
    String address();

    /** What of it decides how an entry becomes a post; when that changes, all are read again. */
    default String treatment() {
        return "";
    }

    /** A folder of a Jekyll site: the site's root, its {@code _posts}, or any folder of posts. */
    record Jekyll(Path folder) implements Origin {
        @Override
        public String kind() {
            return "jekyll";
        }

        @Override
        public String address() {
            return folder.toString();
        }
    }

    /** A git repository that holds a Jekyll site; {@code path} is the folder inside it, empty for the root. */
    record Git(String url, String path) implements Origin {
        @Override
        public String kind() {
            return "git";
        }

        @Override
        public String address() {
            return url;
        }
    }

    /** An RSS, Atom, RDF or JSON feed; {@code fullText} follows each link and takes the article. */
    record Feed(URI url, boolean fullText) implements Origin {
        @Override
        public String kind() {
            return "feed";
        }

        @Override
        public String address() {
            return url.toString();
        }

        @Override
        public String treatment() {
            return fullText ? "full-text" : "";
        }
    }

    /** A web page that lists posts; selectors are CSS, {@code selector@attribute} for an attribute. */
    record Page(
            URI url,
            @Nullable String item,
            @Nullable String link,
            @Nullable String title,
            @Nullable String date,
            @Nullable String body)
            implements Origin {
        @Override
        public String kind() {
            return "page";
        }

        @Override
        public String address() {
            return url.toString();
        }

        @Override
        public String treatment() {
            return String.join(" ", text(item), text(link), text(title), text(date), text(body));
        }

        private static String text(@Nullable String selector) {
            return selector == null ? "" : selector;
        }
    }
}
