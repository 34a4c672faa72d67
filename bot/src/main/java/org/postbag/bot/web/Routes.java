package org.postbag.bot.web;

import io.javalin.config.RoutesConfig;

/** Some routes that belong together. */
public interface Routes {
    void addTo(RoutesConfig routes);
}
