package org.postbag.posts.collect.http;

import java.io.IOException;
import java.io.InputStream;
import okhttp3.Call;
import okhttp3.Headers;
import okhttp3.Response;
import okhttp3.ResponseBody;

/**
 * What one request came to, redirects not followed.
 *
 * @param body as it travelled; empty unless the status says that it is what was asked for
 */
@SuppressWarnings("ArrayRecordComponent") // handed on, never compared
record Reply(int status, Headers headers, byte[] body) {

    /** The body is larger than allowed. */
    static final class TooLarge extends IOException {
        private static final long serialVersionUID = 1;

        TooLarge() {
            super("too large");
        }
    }

    /** Sends the request and reads what comes, bounded in bytes; ending it in time is for the caller, who may cancel. */
    static Reply to(Call call, long maxBytes) throws IOException {
        try (Response response = call.execute();
                ResponseBody body = response.body()) {
            boolean wanted = body != null && (response.code() == 200 || response.code() == 203);
            return new Reply(response.code(), response.headers(), wanted ? read(body, maxBytes) : new byte[0]);
        }
    }

    private static byte[] read(ResponseBody body, long maxBytes) throws IOException {
        if (body.contentLength() > maxBytes) throw new TooLarge();
        try (InputStream in = body.byteStream()) {
            byte[] bytes = in.readNBytes((int) maxBytes + 1);
            if (bytes.length > maxBytes) throw new TooLarge();
            return bytes;
        }
    }

    boolean isRedirect() {
        return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
    }

    boolean isPermanentRedirect() {
        return status == 301 || status == 308;
    }
}
