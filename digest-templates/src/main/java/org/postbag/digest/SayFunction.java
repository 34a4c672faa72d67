package org.postbag.digest;

import io.pebbletemplates.pebble.extension.Function;
import io.pebbletemplates.pebble.template.EvaluationContext;
import io.pebbletemplates.pebble.template.PebbleTemplate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code say('key', a, b)} in a template: the phrase in the language of the page, whose {@code wording} is in the model. */
final class SayFunction implements Function {

    @Override
    public @Nullable List<String> getArgumentNames() {
        return null; // positional: Pebble hands them over as "0", "1", …
    }

    @Override
    public Object execute(Map<String, Object> args, PebbleTemplate self, EvaluationContext context, int lineNumber) {
        Wording wording = (Wording) context.getVariable("wording");
        Object[] values = new Object[Math.max(0, args.size() - 1)];
        for (int i = 0; i < values.length; i++) values[i] = args.get(Integer.toString(i + 1));
        return wording.say(String.valueOf(args.get("0")), values);
    }
}
