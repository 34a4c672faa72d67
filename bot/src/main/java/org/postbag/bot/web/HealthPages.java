package org.postbag.bot.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.Map;
import java.util.function.Supplier;

/** {@code /health/live}: the process answers. {@code /health/ready}: its parts work, or which does not. */
public final class HealthPages implements Routes {
    private final Supplier<Map<String, String>> failing;

    /**
     * @param failing each part that does not work, with what is wrong
     */
    public HealthPages(Supplier<Map<String, String>> failing) {
        this.failing = failing;
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get("/health/live", context -> context.json(Map.of("status", "up")));
        routes.get("/health/ready", this::ready);
    }

    private void ready(Context context) {
        Map<String, String> parts = failing.get();
        if (parts.isEmpty()) context.json(Map.of("status", "up"));
        else context.status(503).json(Map.of("status", "down", "failing", parts));
    }
}
