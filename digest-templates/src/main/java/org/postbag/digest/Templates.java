package org.postbag.digest;

import io.pebbletemplates.pebble.PebbleEngine;
import io.pebbletemplates.pebble.error.PebbleException;
import io.pebbletemplates.pebble.extension.AbstractExtension;
import io.pebbletemplates.pebble.extension.Function;
import io.pebbletemplates.pebble.loader.ClasspathLoader;
import io.pebbletemplates.pebble.loader.DelegatingLoader;
import io.pebbletemplates.pebble.loader.FileLoader;
import io.pebbletemplates.pebble.loader.Loader;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The templates all renderers share: Pebble files named {@code telegram/item.peb}, {@code web/post.peb} and so on. A file of
 * the same name in the operator's folder wins over the built-in one. Values are escaped unless a template says
 * {@code | raw} or its name ends in {@code .txt.peb}; an unknown variable is an error. Thread safe.
 */
public final class Templates {

    private static final String BUILT_IN = "org/postbag/digest/templates/";

    /** How the names of plain-text templates end. */
    private static final String PLAIN = ".txt.peb";

    private final @Nullable Path operatorFolder;
    private final PebbleEngine markup;
    private final PebbleEngine text;
    private final Wordings wordings;

    /**
     * @param operatorFolder may be absent on disk; then the built-in templates and wording are used
     * @throws IllegalArgumentException when the operator's wording cannot be read
     */
    public Templates(@Nullable Path operatorFolder) {
        this.operatorFolder = operatorFolder != null && Files.isDirectory(operatorFolder)
                ? operatorFolder.toAbsolutePath().normalize()
                : null;
        this.wordings = new Wordings(this.operatorFolder);
        List<Loader<?>> loaders = new ArrayList<>();
        if (this.operatorFolder != null) loaders.add(new FileLoader(this.operatorFolder.toString()));
        ClasspathLoader builtIn = new ClasspathLoader(Templates.class.getClassLoader());
        builtIn.setPrefix(BUILT_IN);
        loaders.add(builtIn);
        this.markup = engine(loaders).build();
        this.text = engine(loaders).autoEscaping(false).build();
    }

    private static PebbleEngine.Builder engine(List<Loader<?>> loaders) {
        return new PebbleEngine.Builder()
                .loader(new DelegatingLoader(loaders))
                .strictVariables(true)
                .defaultLocale(Locale.ROOT)
                .addEscapingStrategy("markup", Markup::escape)
                .defaultEscapingStrategy("markup")
                .extension(new AbstractExtension() {
                    @Override
                    public Map<String, Function> getFunctions() {
                        return Map.of("say", new SayFunction(), "rule", new RuleFunction());
                    }
                });
    }

    /** Plain text is not escaped: there is nothing it could break out of. */
    private PebbleEngine engineFor(String name) {
        return name.endsWith(PLAIN) ? text : markup;
    }

    /** The wording the templates speak, the operator's own phrases included. */
    public Wordings wordings() {
        return wordings;
    }

    /**
     * Fills a template. What a plain-text template makes is broken into lines, see {@link PlainLines}.
     *
     * @param name such as {@code email/layout.peb}
     * @param model what it may use, besides {@code wording}
     * @throws TemplateException naming the file and line when it is broken
     */
    public String render(String name, Wording wording, Map<String, ?> model) {
        Map<String, Object> context = new HashMap<>(model);
        context.put("wording", wording);
        StringWriter out = new StringWriter();
        try {
            engineFor(name).getTemplate(name).evaluate(out, context, Locale.ROOT);
        } catch (PebbleException e) {
            throw broken(name, e);
        } catch (IOException e) {
            throw new UncheckedIOException("template " + where(name), e);
        }
        return name.endsWith(PLAIN) ? PlainLines.wrap(out.toString()) : out.toString();
    }

    /** Compiles the named templates, so that a broken one is found at the start rather than in the morning. */
    public void check(List<String> names) {
        for (String name : names) {
            try {
                engineFor(name).getTemplate(name);
            } catch (PebbleException e) {
                throw broken(name, e);
            }
        }
    }

    private TemplateException broken(String name, PebbleException e) {
        String file = e.getFileName() == null ? name : e.getFileName();
        String line = e.getLineNumber() == null ? "" : ", line " + e.getLineNumber();
        String remedy = isOperators(file) ? " Correct it, or delete the file to use the built-in one." : "";
        return new TemplateException("template " + where(file) + line + ": " + e.getPebbleMessage() + "." + remedy, e);
    }

    private String where(String name) {
        return operatorFolder != null && isOperators(name)
                ? operatorFolder.resolve(name).toString()
                : name + " (built in)";
    }

    private boolean isOperators(String name) {
        return operatorFolder != null && Files.isRegularFile(operatorFolder.resolve(name));
    }
}
