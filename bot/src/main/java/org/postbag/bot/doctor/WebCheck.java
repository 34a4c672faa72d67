package org.postbag.bot.doctor;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.net.ssl.SSLException;
import org.postbag.bot.config.Config;

/** Whether readers reach the pages that unsubscribe and preference links lead to: asks {@code url} for a sign of life. */
final class WebCheck implements Check {
    private static final Duration TIMEOUT = Duration.ofSeconds(4);
    private static final String ALIVE = "/health/live";
    private static final String ONE_CLICK =
            "get a certificate and set 'url' to https: List-Unsubscribe's one click (RFC 8058) needs it, and big providers ask for it";

    private final String url;
    private final Config.Web web;
    private final List<String> mailServers;

    /** @param mailServers those that mail goes through; one on another machine reaches readers who need the links */
    WebCheck(String url, Config.Web web, List<String> mailServers) {
        this.url = url;
        this.web = web;
        this.mailServers = List.copyOf(mailServers);
    }

    /** What answers at an address. */
    private enum There {
        POSTBAG,
        SOMETHING_ELSE,
        NOTHING
    }

    @Override
    public String name() {
        return "web";
    }

    @Override
    public void run(Notes notes) {
        URI address = URI.create(url + ALIVE);
        boolean loopback = MailServer.isLoopback(address.getHost());
        boolean reached;
        try (Requests requests = new Requests(TIMEOUT)) {
            reached = reach(notes, requests, address, loopback);
        }
        boolean https = "https".equalsIgnoreCase(address.getScheme());
        if (loopback && !mailServers.stream().allMatch(MailServer::isLoopback))
            notes.warn(
                    "'url' is an address of this machine: links in mails lead nowhere, and one-click unsubscribing does not work",
                    "set 'url' to the https address at which readers reach this machine");
        else if (!loopback && !https) notes.warn("'url' is not https", ONE_CLICK);
        else if (https && reached) notes.ok("one-click unsubscribing is possible");
    }

    private boolean reach(Notes notes, Requests requests, URI address, boolean loopback) {
        notes.trying("asking " + address);
        try {
            Requests.Answer answer = requests.get(address, Map.of());
            if (isPostbag(answer)) {
                notes.ok("Postbag answers at " + url);
                return true;
            }
            if (answer.status() >= 502 && answer.status() <= 504 && local(requests) == There.NOTHING)
                notes.warn(
                        "a proxy answers at " + url + " with " + answer.status() + ", for nothing serves behind it",
                        "start 'postbag serve'");
            else
                notes.fail(
                        "something else than Postbag answers at " + url + " (" + answer.status() + ")",
                        "have the proxy pass everything under 'url' to " + web.host() + ":" + web.port()
                                + ", or correct 'url'");
        } catch (IOException e) {
            unreached(notes, requests, e, loopback);
        }
        return false;
    }

    private void unreached(Notes notes, Requests requests, IOException e, boolean loopback) {
        if (e instanceof SSLException) {
            notes.fail(
                    "the certificate of " + url + " is not accepted" + MailNotes.quoted(String.valueOf(e.getMessage())),
                    "renew or correct it: readers' mail programs refuse it too");
        } else if (e instanceof UnknownHostException) {
            notes.fail("the host of " + url + " is not known", "set its address in DNS, or correct 'url'");
        } else if (loopback || local(requests) == There.NOTHING) {
            notes.warn(
                    "nothing listens at " + url,
                    "start 'postbag serve', or set 'url' to where it is reached; then ask again");
        } else {
            String how = e instanceof ConnectException ? "nothing takes connections at " : "no answer from ";
            notes.fail(
                    how + url + ", though Postbag serves at " + web.host() + ":" + web.port(),
                    "open the port in the firewall, or start the proxy before it; if only this machine does not reach"
                            + " itself by that name, try from another one");
        }
    }

    private There local(Requests requests) {
        String host = web.host().equals("0.0.0.0") || web.host().equals("::") ? "127.0.0.1" : web.host();
        String literal = host.contains(":") ? "[" + host + "]" : host;
        try {
            URI address = URI.create("http://" + literal + ":" + web.port() + ALIVE);
            return isPostbag(requests.get(address, Map.of())) ? There.POSTBAG : There.SOMETHING_ELSE;
        } catch (IOException | IllegalArgumentException e) {
            return There.NOTHING;
        }
    }

    private static boolean isPostbag(Requests.Answer answer) {
        String body = answer.body().toLowerCase(Locale.ROOT).replaceAll("\\s", "");
        return answer.status() == 200 && body.equals("{\"status\":\"up\"}");
    }
}
