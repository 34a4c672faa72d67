package org.postbag.digest;

import io.pebbletemplates.pebble.extension.Function;
import io.pebbletemplates.pebble.template.EvaluationContext;
import io.pebbletemplates.pebble.template.PebbleTemplate;
import java.util.List;
import java.util.Map;

/** {@code rule(heading, '=')} in a plain-text template: a line as wide as the heading, to stand under it. */
final class RuleFunction implements Function {

    @Override
    public List<String> getArgumentNames() {
        return List.of("heading", "mark");
    }

    @Override
    public Object execute(Map<String, Object> args, PebbleTemplate self, EvaluationContext context, int lineNumber) {
        int width = PlainLines.width(String.valueOf(args.get("heading")).strip());
        return String.valueOf(args.get("mark")).repeat(Math.max(1, Math.min(PlainLines.WIDTH, width)));
    }
}
