package io.mingjian.ingest;

import io.mingjian.problem.MingjianException;
import io.mingjian.problem.ProblemCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.parser.ParseContext;
import org.apache.tika.pipes.FetchEmitTuple;
import org.apache.tika.pipes.PipesException;
import org.apache.tika.pipes.PipesResult;
import org.apache.tika.pipes.emitter.EmitKey;
import org.apache.tika.pipes.fetcher.FetchKey;
import org.jspecify.annotations.Nullable;

/// Asks the children about files, and says what went wrong where they give no answer. Safe to share.
final class ChildCalls {
    static final String FETCHER = "files";

    private final Limits limits;
    private final ParserChildren children;

    /// @param limits that the children hold
    ChildCalls(Limits limits, ParserChildren children) {
        this.limits = limits;
        this.children = children;
    }

    /// What a child answers about a file, or about one of its pages.
    Metadata ask(Upload upload, @Nullable PageAsk page) {
        if (isNameable(upload.file())) {
            return ask(upload, page, upload.file().toAbsolutePath().toString());
        }
        try {
            Path copy = Files.createTempFile("mingjian", ".upload");
            try {
                Files.copy(upload.file(), copy, StandardCopyOption.REPLACE_EXISTING);
                return ask(upload, page, copy.toString());
            } finally {
                Files.delete(copy);
            }
        } catch (IOException e) {
            throw new MingjianException(ProblemCode.STORAGE_FAILED, "cannot copy the upload", e);
        }
    }

    /// Whether the path is still the same once it has been a text: a name of bytes in another charset is not.
    private static boolean isNameable(Path file) {
        try {
            return Path.of(file.toString()).equals(file);
        } catch (InvalidPathException e) {
            return false;
        }
    }

    private Metadata ask(Upload upload, @Nullable PageAsk page, String path) {
        Path note = children.newNote();
        ParseContext context = new ParseContext();
        context.set(
                ChildRequest.class,
                new ChildRequest(upload.name(), upload.declaredType(), limits, note.toString(), page));
        FetchEmitTuple task =
                new FetchEmitTuple(path, new FetchKey(FETCHER, path), new EmitKey("", ""), new Metadata(), context);
        PipesResult result;
        try {
            result = children.parse(task);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new MingjianException(ProblemCode.PARSER_FAILED, "parsing was interrupted", e);
        } catch (IOException | PipesException | RuntimeException e) {
            // Tika wraps what keeps a child from starting in a RuntimeException.
            throw new MingjianException(ProblemCode.PARSER_FAILED, "the parser could not be reached", e);
        }
        return answer(result, page != null, note);
    }

    private Metadata answer(PipesResult result, boolean page, Path note) {
        return switch (result.getStatus()) {
            case PARSE_SUCCESS, PARSE_SUCCESS_WITH_EXCEPTION -> {
                List<Metadata> found = result.getEmitData().getMetadataList();
                yield found.isEmpty() ? new Metadata() : found.getFirst();
            }
            case TIMEOUT -> throw late(page, note);
            case OOM, UNSPECIFIED_CRASH ->
                throw MingjianException.limit(
                        ProblemCode.PARSER_FAILED,
                        "mingjian.parsers.memory",
                        children.sizes().heapBytes());
            case CLIENT_UNAVAILABLE_WITHIN_MS ->
                throw MingjianException.limit(
                        ProblemCode.BUSY,
                        "mingjian.parsers.count",
                        children.sizes().count());
            case FETCHER_INITIALIZATION_EXCEPTION,
                    FETCH_EXCEPTION,
                    EMPTY_OUTPUT,
                    PARSE_EXCEPTION_NO_EMIT,
                    PARSE_EXCEPTION_EMIT,
                    NO_EMITTER_FOUND,
                    EMIT_SUCCESS,
                    EMIT_SUCCESS_PARSE_EXCEPTION,
                    EMIT_EXCEPTION,
                    INTERRUPTED_EXCEPTION,
                    NO_FETCHER_FOUND,
                    INTERMEDIATE_RESULT ->
                throw new MingjianException(ProblemCode.PARSER_FAILED, "the parser answered " + result.getStatus());
        };
    }

    /// The limit on time that a child ran into: the one for a page, or that which it noted itself.
    private MingjianException late(boolean page, Path note) {
        String noted = noted(note);
        String limit = page ? "mingjian.page-pictures.time" : noted;
        Duration time =
                switch (limit) {
                    case "mingjian.limits.stall-time" -> limits.stallTime();
                    case "mingjian.ocr.time" -> limits.recognition().time();
                    default -> limits.parseTime();
                };
        return MingjianException.limit(ProblemCode.PARSER_FAILED, limit, time.toMillis());
    }

    private static String noted(Path note) {
        try {
            if (Files.exists(note)) {
                String limit = Files.readString(note);
                Files.delete(note);
                return limit;
            }
        } catch (IOException e) {
            // The note says more than the code and is not needed for it.
        }
        return "mingjian.limits.parse-time";
    }
}
