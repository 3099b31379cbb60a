package io.mingjian;

import io.micronaut.context.annotation.Factory;
import io.mingjian.cli.Launcher;
import io.mingjian.extract.Extractor;
import io.mingjian.ingest.Limits;
import io.mingjian.ingest.SourceReader;
import io.mingjian.language.Tokenizer;
import io.mingjian.language.Word;
import io.mingjian.model.ModelFiles;
import io.mingjian.model.ModelReader;
import io.mingjian.model.ReportModel;
import io.mingjian.text.Span;
import io.mingjian.wire.JsonExtractionWriter;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Puts the parts together: the one factory.
@Factory
final class Wiring {
    private static final String MODEL = "government-information-disclosure";

    /// The parts of the core, as the service and the commands use them.
    static Launcher.Parts parts(@Nullable Path models, Limits limits) {
        ReportModel model =
                ModelReader.read(models == null ? ModelFiles.bundled(MODEL) : ModelFiles.in(models.resolve(MODEL)));
        SourceReader reader = new SourceReader(limits);
        Tokenizer tokenizer = characters();
        return new Launcher.Parts(
                model, reader, tokenizer, new Extractor(model, reader, tokenizer), new JsonExtractionWriter());
    }

    /// Every character a word, until the dictionary's tokenizer takes this place.
    private static Tokenizer characters() {
        return (text, offset) -> IntStream.range(0, text.length())
                .filter(i -> !Character.isWhitespace(text.charAt(i)))
                .mapToObj(i -> new Word(text.substring(i, i + 1), "x", new Span(offset + i, offset + i + 1)))
                .toList();
    }

    @Singleton
    Launcher.Parts parts(Settings settings) {
        return parts(
                settings.models(),
                new Limits(settings.limits().uploadBytes(), settings.limits().textCharacters()));
    }
}
