package org.postbag.posts.collect.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.time.Duration;
import java.util.List;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What the operator is told when there is no answer at all. */
class TroubleTest {
    static List<Arguments> troubles() {
        return List.of(
                arguments(new ConnectException("Connection refused"), "cannot be reached (Connection refused)", true),
                arguments(new NoRouteToHostException("No route"), "cannot be reached", true),
                arguments(new SocketTimeoutException("timeout"), "does not answer", true),
                arguments(new SSLPeerUnverifiedException("CN=x"), "for another name", false),
                arguments(
                        handshake(new CertificateException(new CertificateExpiredException("2020"))),
                        "has expired",
                        true),
                arguments(handshake(new CertificateException("PKIX path building failed")), "trust store", false),
                arguments(new SSLException("Unsupported or unrecognized SSL message"), "with http://", false),
                arguments(new SSLException("protocol_version"), "no secure connection", true),
                arguments(new IOException("odd", new EOFException()), "ends too early", true),
                arguments(new IOException("stream was reset"), "broke off (stream was reset)", true));
    }

    private static SSLException handshake(Exception cause) {
        SSLException e = new SSLHandshakeException("no");
        e.initCause(cause);
        return e;
    }

    @ParameterizedTest
    @MethodSource("troubles")
    void isExplainedWithTheHostAndARemedy(IOException e, String words, boolean temporary) {
        WebLimits limits = new WebLimits(false, 1000, Duration.ofSeconds(1), "x");
        Answer.Failed failed = Trouble.of(e, "example.org", limits);
        assertThat(failed.reason()).contains("example.org", words, ";");
        assertThat(failed.temporary()).isEqualTo(temporary);
    }
}
