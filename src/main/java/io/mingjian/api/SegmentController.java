package io.mingjian.api;

import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.serde.annotation.Serdeable;
import io.mingjian.language.Tokenizer;
import io.mingjian.language.Word;
import io.mingjian.problem.MingjianException;
import io.mingjian.problem.ProblemCode;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Cuts a text into words.
@Controller("/api/v1/segment")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "segment")
final class SegmentController {
    private final Tokenizer tokenizer;
    private final ApiLimits limits;

    SegmentController(Tokenizer tokenizer, ApiLimits limits) {
        this.tokenizer = tokenizer;
        this.limits = limits;
    }

    /// The words of a text, with the domain's lexicon.
    @Serdeable
    public record WordsJson(List<WordJson> words) {}

    /// A word: as written, its part of speech, and its place in the text, in UTF-16 units.
    @Serdeable
    public record WordJson(String text, String tag, List<Integer> span) {
        static WordJson of(Word word) {
            return new WordJson(
                    word.surface(),
                    word.tag(),
                    List.of(word.span().start(), word.span().end()));
        }
    }

    /// The words of the body's text in order.
    @Post
    @Consumes(MediaType.TEXT_PLAIN)
    @Operation(operationId = "segment", summary = "Cut a text into words")
    WordsJson segment(@Nullable @Body String text) {
        if (text == null || text.isBlank()) {
            throw new MingjianException(ProblemCode.EMPTY_DOCUMENT, "no text");
        }
        if (text.length() > limits.segmentCharacters()) {
            throw MingjianException.limit(
                    ProblemCode.TEXT_TOO_LONG, "mingjian.limits.segment-characters", limits.segmentCharacters());
        }
        return new WordsJson(tokenizer.words(text, 0).stream().map(WordJson::of).toList());
    }
}
