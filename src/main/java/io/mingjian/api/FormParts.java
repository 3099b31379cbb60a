package io.mingjian.api;

import io.mingjian.problem.MingjianException;
import io.mingjian.problem.ProblemCode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.apache.james.mime4j.MimeException;
import org.apache.james.mime4j.stream.EntityState;
import org.apache.james.mime4j.stream.Field;
import org.apache.james.mime4j.stream.MimeConfig;
import org.apache.james.mime4j.stream.MimeTokenStream;
import org.apache.james.mime4j.stream.RecursionMode;
import org.jspecify.annotations.Nullable;

/// Reads the parts of a `multipart/form-data` body one after the other, as they arrive.
///
/// The server's own reader keeps every part until the last has come, and drops files without a byte, of which a
/// sender should be told.
final class FormParts {
    private static final String DISPOSITION = "content-disposition";
    private static final String TYPE = "content-type";
    private static final int LONGEST_HEADER = 4096;

    private static final MimeConfig CONFIG = new MimeConfig.Builder()
            .setStrictParsing(true) // a body that ends within a part is an error, not a shorter file
            .setMaxHeaderLen(LONGEST_HEADER)
            .setMaxLineLen(LONGEST_HEADER)
            .setMaxHeaderCount(20)
            .setMaxContentLen(-1)
            .build();

    private FormParts() {}

    /// A part whose content is about to be read.
    ///
    /// @param fileName the name of the file without folders; null where the part is no file
    /// @param type     the media type its sender declared
    record Part(
            String name,
            @Nullable String fileName,
            @Nullable String type) {}

    /// What is done with a part; the content need not be read to its end.
    @FunctionalInterface
    interface Receiver {
        void receive(Part part, InputStream content) throws IOException;
    }

    /// Hands over all parts in their order.
    ///
    /// @param contentType the body's type with its boundary
    /// @throws MingjianException `BAD_REQUEST` where the body is no such form
    static void read(InputStream body, String contentType, Receiver receiver) throws IOException {
        MimeTokenStream stream = new MimeTokenStream(CONFIG);
        stream.setRecursionMode(RecursionMode.M_NO_RECURSE);
        stream.parseHeadless(body, contentType);
        String disposition = "";
        String type = null;
        try {
            for (EntityState state = stream.getState(); state != EntityState.T_END_OF_STREAM; state = stream.next()) {
                switch (state) {
                    case T_START_BODYPART -> {
                        disposition = "";
                        type = null;
                    }
                    case T_FIELD -> {
                        Field field = stream.getField();
                        if (DISPOSITION.equals(field.getNameLowerCase())) {
                            disposition = text(field);
                        } else if (TYPE.equals(field.getNameLowerCase())) {
                            type = text(field).strip();
                        }
                    }
                    case T_BODY -> {
                        String name = parameter(disposition, "name");
                        if (name != null) {
                            receiver.receive(
                                    new Part(name, withoutFolders(parameter(disposition, "filename")), type),
                                    stream.getInputStream());
                        }
                    }
                    default -> {
                        // What lies between the parts says nothing.
                    }
                }
            }
        } catch (MimeException e) {
            throw new MingjianException(ProblemCode.BAD_REQUEST, "the form cannot be read", e);
        }
    }

    /// The field's value; browsers and curl write names in UTF-8.
    private static String text(Field field) {
        String line = new String(field.getRaw().toByteArray(), StandardCharsets.UTF_8);
        return line.substring(line.indexOf(':') + 1);
    }

    /// A parameter of a header: after `; name=`, in quotation marks or not.
    private static @Nullable String parameter(String header, String name) {
        int at = header.indexOf(';');
        while (at >= 0 && at < header.length()) {
            int equals = header.indexOf('=', at);
            if (equals < 0) {
                return null;
            }
            StringBuilder value = new StringBuilder();
            int end = value(header, equals + 1, value);
            if (header.substring(at + 1, equals).strip().equalsIgnoreCase(name)) {
                return value.toString().strip();
            }
            at = header.indexOf(';', end);
        }
        return null;
    }

    /// Reads a value and tells where it ends. A backslash keeps a quotation mark from ending it, and is itself
    /// otherwise.
    private static int value(String header, int start, StringBuilder value) {
        boolean quoted = start < header.length() && header.charAt(start) == '"';
        int at = quoted ? start + 1 : start;
        while (at < header.length() && header.charAt(at) != (quoted ? '"' : ';')) {
            boolean escaped = quoted && header.startsWith("\\\"", at);
            at += escaped ? 1 : 0;
            value.append(header.charAt(at));
            at++;
        }
        return quoted ? at + 1 : at;
    }

    private static @Nullable String withoutFolders(@Nullable String name) {
        return name == null ? null : name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
    }
}
