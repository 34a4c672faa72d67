package org.postbag.bot.web;

import io.javalin.Javalin;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.List;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.postbag.digest.web.WebRenderer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Serves every route there is, with the headers that keep a page to itself, and stops without dropping a request. */
public final class WebServer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(WebServer.class);
    private static final long STOP_MILLIS = 3000;

    private final Javalin javalin;

    public WebServer(String host, int port, WebRenderer renderer, Visitors visitors, List<Routes> routes) {
        String stylesheet = renderer.stylesheet();
        javalin = Javalin.create(config -> {
            config.startup.showJavalinBanner = false;
            config.http.maxRequestSize = 1 << 20;
            config.jetty.threadPool = threads();
            config.jetty.modifyServer(server -> {
                server.setStopTimeout(STOP_MILLIS);
                server.insertHandler(new GracefulHandler());
            });
            config.routes.before(WebServer::protect);
            config.routes.get(WebRenderer.STYLESHEET_PATH, context -> context.contentType("text/css; charset=utf-8")
                    .header("Cache-Control", "public, max-age=3600")
                    .result(stylesheet));
            for (Routes some : routes) some.addTo(config.routes);
            config.routes.error(404, context -> {
                if (context.result() == null || "Not Found".equals(context.result())) visitors.notFound(context);
            });
            config.routes.exception(Exception.class, (fault, context) -> {
                LOG.error(
                        "{} {} met a fault",
                        context.method(),
                        context.path().replaceAll("/[A-Za-z0-9_-]{20,}", "/…"),
                        fault);
                visitors.fault(context);
            });
        });
        try {
            javalin.start(host, port);
        } catch (RuntimeException e) {
            throw new StartException("the web port " + host + ":" + port + " cannot be opened (" + e.getMessage()
                    + "); is it in use? Choose another with web.port");
        }
    }

    public int port() {
        return javalin.port();
    }

    private static QueuedThreadPool threads() {
        QueuedThreadPool pool = new QueuedThreadPool(32, 4, 60_000);
        pool.setName("web");
        pool.setDaemon(true);
        return pool;
    }

    /** Nothing is loaded from elsewhere, framed, sniffed or told to the next site. */
    private static void protect(Context context) {
        context.header(
                "Content-Security-Policy",
                "default-src 'none'; style-src 'self'; img-src 'self' data:; script-src 'self'; connect-src 'self';"
                        + " form-action 'self'; base-uri 'none'; frame-ancestors 'none'");
        context.header("X-Content-Type-Options", "nosniff");
        context.header("X-Frame-Options", "DENY");
        context.header("Referrer-Policy", "no-referrer");
        context.header("Cross-Origin-Opener-Policy", "same-origin");
        context.status(HttpStatus.OK);
    }

    @Override
    public void close() {
        javalin.stop();
    }
}
