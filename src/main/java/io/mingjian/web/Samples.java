package io.mingjian.web;

import io.mingjian.ingest.Upload;
import io.mingjian.service.Reports;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.function.Function;

/// A few invented reports inside this program, to try it with. `samples.properties` gives each file the name of a
/// report.
@Singleton
final class Samples {
    private static final String LIST = "/samples.properties";
    private static final String FOLDER = "/samples/";

    private final Reports reports;

    Samples(Reports reports) {
        this.reports = reports;
    }

    /// What became of each sample handed over as an upload, in the order of their files.
    List<Outcome> handOver(Function<Upload, Outcome> keep) {
        Properties names = names();
        List<Outcome> outcomes = new ArrayList<>();
        for (String file : names.stringPropertyNames().stream().sorted().toList()) {
            Path copy = reports.newUpload();
            try (InputStream in = open(FOLDER + file)) {
                Files.copy(in, copy, StandardCopyOption.REPLACE_EXISTING);
                outcomes.add(keep.apply(new Upload(names.getProperty(file), null, copy)));
            } catch (IOException e) {
                throw new UncheckedIOException(file, e);
            } finally {
                delete(copy);
            }
        }
        return outcomes;
    }

    private static Properties names() {
        Properties names = new Properties();
        try (InputStream in = open(LIST);
                Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
            names.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(LIST, e);
        }
        return names;
    }

    private static InputStream open(String resource) {
        InputStream in = Samples.class.getResourceAsStream(resource);
        if (in == null) {
            throw new IllegalStateException(resource + " is not in this build");
        }
        return in;
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(file.toString(), e);
        }
    }
}
