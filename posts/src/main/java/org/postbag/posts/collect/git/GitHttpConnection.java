package org.postbag.posts.collect.git;

import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URL;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.net.ssl.HostnameVerifier;
import javax.net.ssl.KeyManager;
import javax.net.ssl.TrustManager;
import okhttp3.Headers;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.eclipse.jgit.transport.http.HttpConnection;
import org.jspecify.annotations.Nullable;

/** One request of JGit's, sent by {@link GitHttp}. Certificates are always checked, whatever a configuration says. */
final class GitHttpConnection implements HttpConnection {
    private final GitHttp http;
    private final URL url;
    private final Headers.Builder headers = new Headers.Builder();
    private final ByteArrayOutputStream sent = new ByteArrayOutputStream();
    private String method = "GET";
    private @Nullable Response response;

    GitHttpConnection(GitHttp http, URL url) {
        this.http = http;
        this.url = url;
    }

    private Response response() throws IOException {
        if (response == null) {
            RequestBody body = method.equals("POST") ? RequestBody.create(sent.toByteArray(), null) : null;
            response = http.send(new Request.Builder()
                    .url(url)
                    .headers(headers.build())
                    .method(method, body)
                    .build());
        }
        return response;
    }

    @Override
    public void connect() throws IOException {
        response();
    }

    @Override
    public int getResponseCode() throws IOException {
        return response().code();
    }

    @Override
    public String getResponseMessage() throws IOException {
        return response().message();
    }

    @Override
    public URL getURL() {
        return url;
    }

    @Override
    public String getRequestMethod() {
        return method;
    }

    @Override
    public void setRequestMethod(String method) {
        this.method = method;
    }

    @Override
    public void setRequestProperty(String key, String value) {
        headers.set(key, value);
    }

    @Override
    public OutputStream getOutputStream() {
        return sent;
    }

    @Override
    public InputStream getInputStream() throws IOException {
        return new Counted(http, Objects.requireNonNull(response().body()).byteStream());
    }

    @Override
    public Map<String, List<String>> getHeaderFields() {
        return response == null ? Map.of() : response.headers().toMultimap();
    }

    @Override
    public List<String> getHeaderFields(String name) {
        return response == null ? List.of() : response.headers(name);
    }

    @Override
    @SuppressWarnings("NullAway") // JGit takes null for a header that is missing
    public String getHeaderField(String name) {
        return response == null ? null : response.header(name);
    }

    @Override
    @SuppressWarnings("NullAway") // as above
    public String getContentType() {
        return getHeaderField("Content-Type");
    }

    @Override
    public int getContentLength() {
        String length = getHeaderField("Content-Length");
        return length != null && length.matches("[0-9]{1,9}") ? Integer.parseInt(length) : -1;
    }

    @Override
    public boolean usingProxy() {
        return false;
    }

    @Override
    public void configure(KeyManager[] keys, TrustManager[] trust, SecureRandom random) {
        // Only ever called to stop checking certificates.
    }

    @Override
    public void setHostnameVerifier(HostnameVerifier verifier) {
        // Only ever called to stop checking names.
    }

    @Override
    public void setUseCaches(boolean use) {
        // There is no cache.
    }

    @Override
    public void setConnectTimeout(int millis) {
        // The client's own holds.
    }

    @Override
    public void setReadTimeout(int millis) {
        // The client's own holds.
    }

    @Override
    public void setInstanceFollowRedirects(boolean follow) {
        // Redirects are JGit's to follow, by git's rules.
    }

    @Override
    public void setDoOutput(boolean output) {
        // The method tells.
    }

    @Override
    public void setFixedLengthStreamingMode(int length) {
        // What is sent is small, and kept until it is sent.
    }

    @Override
    public void setChunkedStreamingMode(int length) {
        // As above.
    }

    /** Counts the bytes that arrive, and notes when they stop. */
    private static final class Counted extends FilterInputStream {
        private final GitHttp http;

        Counted(GitHttp http, InputStream in) {
            super(in);
            this.http = http;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            int count;
            try {
                count = super.read(bytes, from, length);
            } catch (IOException e) {
                throw http.failed(e);
            }
            if (count > 0) http.arrived(count);
            return count;
        }
    }
}
