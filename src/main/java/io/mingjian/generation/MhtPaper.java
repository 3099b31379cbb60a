package io.mingjian.generation;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/// A paper as a web page saved as one file, the way Word and browsers save it.
final class MhtPaper {
    private static final String BOUNDARY = "----=_NextPart_01";

    private MhtPaper() {}

    static byte[] write(Paper paper) {
        byte[] page = HtmlPaper.write(paper).getBytes(StandardCharsets.UTF_8);
        String message =
                "MIME-Version: 1.0\r\nContent-Type: multipart/related; type=\"text/html\"; boundary=\"" + BOUNDARY
                        + "\"\r\n\r\n--" + BOUNDARY
                        + "\r\nContent-Location: file:///C:/page.htm\r\nContent-Transfer-Encoding: base64\r\n"
                        + "Content-Type: text/html; charset=\"utf-8\"\r\n\r\n"
                        + Base64.getMimeEncoder().encodeToString(page) + "\r\n\r\n--" + BOUNDARY + "--\r\n";
        return message.getBytes(StandardCharsets.US_ASCII);
    }
}
