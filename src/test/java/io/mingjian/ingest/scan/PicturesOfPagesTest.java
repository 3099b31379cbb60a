package io.mingjian.ingest.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What is made of a picture before anybody reads it.
class PicturesOfPagesTest {
    private static final int DPI = 150;

    /// A page of A4 with so many level lines, drawn askew.
    private static BufferedImage page(int lines, double degrees) {
        BufferedImage page = new BufferedImage(1240, 1754, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D graphics = page.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, page.getWidth(), page.getHeight());
        graphics.setColor(Color.BLACK);
        graphics.rotate(Math.toRadians(degrees), 620, 877);
        for (int i = 0; i < lines; i++) {
            graphics.fillRect(150, 200 + 40 * i, 900, 3);
        }
        graphics.dispose();
        return page;
    }

    @ParameterizedTest
    @ValueSource(doubles = {-3, -1, -0.4, 0, 0.1, 1, 2, 3.5})
    void theAngleOfAPageIsFound(double degrees) {
        double found = Skew.of(Picture.of(page(20, degrees)), DPI);
        assertThat(found).isCloseTo(Math.abs(degrees) < 0.15 ? 0 : degrees, Offset.offset(0.11));
    }

    @Test
    void aPageThatIsTurnedBackIsStraightAndABlankOneStaysAsItIs() {
        BufferedImage askew = page(20, 2);
        assertThat(InkLines.take(Picture.of(Skew.straightened(askew, 2)), DPI, 100)
                        .orElseThrow())
                .hasSize(20);
        assertThat(Skew.of(Picture.of(page(0, 2)), DPI)).isZero();
    }

    @ParameterizedTest
    @CsvSource({"20, 19, false", "20, 20, true", "20, 21, true", "0, 0, true"})
    void asManyLinesAreTakenAsAreAcceptedAndOneMoreIsADrawing(int lines, int most, boolean taken) {
        assertThat(InkLines.take(Picture.of(page(lines, 0)), DPI, most).isPresent())
                .isEqualTo(taken);
    }
}
