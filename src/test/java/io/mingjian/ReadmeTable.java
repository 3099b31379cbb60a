package io.mingjian;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// A table of the README that is made of what the program says of itself, between `<!-- name -->` and
/// `<!-- end of name -->`. `-Dgolden.update=true` writes it anew.
final class ReadmeTable {
    private static final Path README = Path.of("README.md");

    private ReadmeTable() {}

    static void holds(String name, String table) throws IOException {
        String begin = "<!-- " + name + " -->\n";
        String text = Files.readString(README);
        int from = text.indexOf(begin) + begin.length();
        int to = text.indexOf("<!-- end of " + name + " -->");
        assertThat(from).isGreaterThan(begin.length());
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(README, text.substring(0, from) + table + text.substring(to));
            return;
        }
        assertThat(text.substring(from, to)).isEqualTo(table);
    }
}
