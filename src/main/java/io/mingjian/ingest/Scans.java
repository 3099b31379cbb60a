package io.mingjian.ingest;

import io.mingjian.ingest.layout.DrawnPage;
import io.mingjian.ingest.scan.PageScanner;
import io.mingjian.ingest.scan.Recognition;
import io.mingjian.ingest.scan.Tesseract;
import io.mingjian.problem.MingjianException;
import io.mingjian.problem.ProblemCode;
import java.awt.image.BufferedImage;
import java.io.IOException;

/// Reads the pages of one file that are pictures, or says that and why they are not read. Used once.
final class Scans {
    private final Recognition recognition;
    private final PageScanner scanner;
    private final Pulse pulse;

    /// @throws MingjianException where pictures are not to be read, or cannot be
    Scans(Recognition recognition, Pulse pulse) {
        if (!recognition.enabled()) {
            throw new MingjianException(
                    ProblemCode.NO_TEXT_LAYER, "the pages are pictures, and mingjian.ocr.enabled is false");
        }
        Tesseract tesseract = new Tesseract(recognition);
        if (!tesseract.isInstalled()) {
            throw new MingjianException(
                    ProblemCode.NO_TEXT_LAYER,
                    "the pages are pictures, and this machine lacks " + recognition.command() + " with "
                            + recognition.language());
        }
        pulse.grant(recognition.time());
        this.pulse = pulse;
        this.recognition = recognition;
        this.scanner = new PageScanner(recognition);
    }

    /// @throws MingjianException where there are too many pages
    void expect(int pages) {
        if (pages > recognition.pages()) {
            throw MingjianException.limit(ProblemCode.TOO_LARGE, "mingjian.ocr.pages", recognition.pages());
        }
    }

    /// The dots an inch for a page of this size, in inches: fewer than asked for where the picture would be too
    /// large.
    int dpi(float width, float height) {
        double most = Math.sqrt(recognition.pixels() / Math.max(0.01, width * height));
        int dpi = (int) Math.min(recognition.dpi(), most);
        if (dpi < 20) {
            throw tooManyPixels();
        }
        return dpi;
    }

    /// @throws MingjianException where the picture is too large
    void expect(int width, int height) {
        if ((long) width * height > recognition.pixels()) {
            throw tooManyPixels();
        }
    }

    private MingjianException tooManyPixels() {
        return MingjianException.limit(ProblemCode.TOO_LARGE, "mingjian.ocr.pixels", recognition.pixels());
    }

    DrawnPage read(BufferedImage picture, int dpi) throws IOException {
        DrawnPage page = scanner.read(picture, dpi);
        pulse.beat();
        return page;
    }
}
