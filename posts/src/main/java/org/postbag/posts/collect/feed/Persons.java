package org.postbag.posts.collect.feed;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * Who wrote it. Atom's person constructs (RFC 4287 section 3.2) and the texts of RSS: {@code a@b.c (Name)}, {@code Name
 * <a@b.c>}, {@code Name}. Readers want names: an address of mail stands only where there is none.
 */
final class Persons {
    private static final int MAX_PERSONS = 20;
    private static final String BRACKETS = "()<>[]\"";

    /**
     * @param email whether the name is nothing but an address
     * @param written as the feed has it: {@code Name (a@b.c)} where it has both in fields of their own
     */
    record Person(String name, boolean email, String written) {}

    private Persons() {}

    /** The names joined by ", "; addresses only when no one has a name. Null when there is no one. */
    static @Nullable Authors join(Collection<Person> persons) {
        Set<String> names = new LinkedHashSet<>();
        Set<String> written = new LinkedHashSet<>();
        boolean named = persons.stream().anyMatch(person -> !person.email);
        for (Person person : persons)
            if ((!person.email || !named) && names.size() < MAX_PERSONS) {
                names.add(person.name);
                written.add(person.written);
            }
        return names.isEmpty() ? null : new Authors(String.join(", ", names), String.join(", ", written));
    }

    static @Nullable Person of(Element e) {
        if (e.childrenSize() == 0) return parse(Fields.text(e));
        Fields fields = Fields.of(e);
        String name = fields.text("name", "atom:name", "foaf:name", "dc:title", "rdf:value");
        Person person = name == null ? null : parse(name);
        String email = fields.text("email", "atom:email");
        if (person != null && !person.email)
            return email == null || person.written.contains(email.strip())
                    ? person
                    : new Person(person.name, false, person.name + " (" + email.strip() + ")");
        if (person == null && email != null) person = parse(email);
        if (person != null) return person;
        String address = fields.text("uri", "atom:uri", "url", "atom:url", "homepage", "href");
        return parse(address != null ? address : Fields.text(e));
    }

    static List<Person> of(List<Element> elements) {
        return elements.stream().flatMap(e -> Stream.ofNullable(of(e))).toList();
    }

    static @Nullable Person parse(@Nullable String written) {
        String text = Titles.guessed(withoutAngles(written));
        if (text == null) return null;
        String email = email(text);
        if (email == null) return new Person(text, false, text);
        String name = Titles.line(trim(text.replace("mailto:", "").replace(email, "")));
        return name == null ? new Person(email, true, email) : new Person(name, false, text);
    }

    /** {@code <a@b.c>} is no tag. */
    private static @Nullable String withoutAngles(@Nullable String text) {
        if (text == null || text.indexOf('@') < 0 || text.indexOf("</") >= 0) return text;
        return text.replace('<', '(').replace('>', ')').replace("&lt;", "(").replace("&gt;", ")");
    }

    private static @Nullable String email(String text) {
        int at = text.indexOf('@');
        if (at <= 0) return null;
        int start = at;
        while (start > 0 && isPart(text.charAt(start - 1))) start--;
        int end = at + 1;
        while (end < text.length() && isPart(text.charAt(end))) end++;
        return start < at && text.substring(at, end).contains(".") ? text.substring(start, end) : null;
    }

    private static boolean isPart(char c) {
        return Character.isLetterOrDigit(c) || "._%+-'".indexOf(c) >= 0;
    }

    /** Without the brackets that the address left, and without those around the name. */
    private static String trim(String text) {
        String s = text.replace("()", " ").replace("<>", " ").replace("[]", " ").strip();
        int start = 0;
        int end = s.length();
        while (start < end && isTrim(s.charAt(start), "),;:-|/")) start++;
        while (end > start && isTrim(s.charAt(end - 1), "(,;:-|/")) end--;
        String inner = s.substring(start, end);
        boolean unpaired = inner.chars().filter(c -> c == '(').count()
                < inner.chars().filter(c -> c == ')').count();
        return unpaired && inner.endsWith(")") ? inner.substring(0, inner.length() - 1) : inner;
    }

    private static boolean isTrim(char c, String more) {
        return c == ' ' || BRACKETS.indexOf(c) >= 0 || more.indexOf(c) >= 0;
    }
}
