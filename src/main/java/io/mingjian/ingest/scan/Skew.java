package io.mingjian.ingest.scan;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.Arrays;

/// How far a page was laid askew when it was scanned. Stateless.
///
/// Lines of text and of tables leave the rows of a picture full of ink or empty where they run along them: the
/// angle at which the rows differ most is the page's.
final class Skew {
    /// Pages further askew than this were not meant to be straight, in degrees.
    private static final double MOST = 4;

    private static final double STEP = 0.1;

    /// What moves no line by more than its own thickness is left as it is, in degrees.
    private static final double STRAIGHT = 0.15;

    /// Dots an inch that are looked at: enough to tell a line from the room above it.
    private static final int DOTS = 100;

    private Skew() {}

    /// By how many degrees the page's lines fall to the right; 0 where they are straight, or nobody can tell.
    static double of(Picture picture, int dpi) {
        int apart = Math.max(1, dpi / DOTS);
        int[] places = new int[1024];
        int count = 0;
        for (int y = 0; y < picture.height(); y += apart) {
            for (int x = 0; x < picture.width(); x += apart) {
                if (picture.isInk(x, y)) {
                    places = count + 2 > places.length ? Arrays.copyOf(places, 2 * places.length) : places;
                    places[count++] = x / apart;
                    places[count++] = y / apart;
                }
            }
        }
        int height = picture.height() / apart + 1;
        int room = (int) (Math.tan(Math.toRadians(MOST)) * picture.width() / apart) + 1;
        double best = 0;
        double most = sharpness(places, count, 0, height, room);
        for (double angle = -MOST; angle <= MOST; angle += STEP) {
            double sharpness = sharpness(places, count, angle, height, room);
            if (sharpness > 1.02 * most || (sharpness > most && best != 0)) {
                most = sharpness;
                best = angle;
            }
        }
        return Math.abs(best) < STRAIGHT ? 0 : best;
    }

    /// How unevenly the ink is spread over rows that fall by an angle.
    private static double sharpness(int[] places, int count, double angle, int height, int room) {
        double fall = Math.tan(Math.toRadians(angle));
        long[] rows = new long[height + 2 * room + 2];
        for (int i = 0; i < count; i += 2) {
            rows[(int) Math.round(places[i + 1] - fall * places[i]) + room]++;
        }
        double sum = 0;
        for (long row : rows) {
            sum += (double) row * row;
        }
        return sum;
    }

    /// The picture turned back by so many degrees.
    static BufferedImage straightened(BufferedImage drawn, double degrees) {
        BufferedImage straight = new BufferedImage(drawn.getWidth(), drawn.getHeight(), BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D graphics = straight.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, straight.getWidth(), straight.getHeight());
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        graphics.rotate(Math.toRadians(-degrees), drawn.getWidth() / 2.0, drawn.getHeight() / 2.0);
        graphics.drawImage(drawn, 0, 0, null);
        graphics.dispose();
        return straight;
    }
}
