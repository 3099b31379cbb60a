package io.mingjian.ingest.scan;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/// A page as shades of grey, 0 black to 255 white, row by row. Not safe to share: lines are erased in it.
final class Picture {
    private final BufferedImage image;
    private final byte[] grey;
    private final int threshold;

    private Picture(BufferedImage image) {
        this.image = image;
        this.grey = ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
        this.threshold = threshold(grey);
    }

    static Picture of(BufferedImage drawn) {
        BufferedImage image = new BufferedImage(drawn.getWidth(), drawn.getHeight(), BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, image.getWidth(), image.getHeight());
        graphics.drawImage(drawn, 0, 0, null);
        graphics.dispose();
        return new Picture(image);
    }

    int width() {
        return image.getWidth();
    }

    int height() {
        return image.getHeight();
    }

    /// The picture in the plainest of formats.
    void writeTo(OutputStream out) throws IOException {
        out.write(("P5 " + width() + " " + height() + " 255\n").getBytes(StandardCharsets.US_ASCII));
        out.write(grey);
    }

    boolean isInk(int x, int y) {
        return (grey[y * width() + x] & 0xFF) < threshold;
    }

    void erase(int x, int y) {
        if (x >= 0 && y >= 0 && x < width() && y < height()) {
            grey[y * width() + x] = (byte) 255;
        }
    }

    /// The shade that parts ink and paper best (Otsu's method), kept from the extremes of pages without any ink.
    private static int threshold(byte[] grey) {
        long[] counts = new long[256];
        long sum = 0;
        for (byte shade : grey) {
            counts[shade & 0xFF]++;
            sum += shade & 0xFF;
        }
        long dark = 0;
        long darkSum = 0;
        double best = -1;
        int threshold = 128;
        for (int shade = 0; shade < 256; shade++) {
            dark += counts[shade];
            darkSum += shade * counts[shade];
            long light = grey.length - dark;
            if (dark == 0 || light == 0) {
                continue;
            }
            double apart = (double) darkSum / dark - (double) (sum - darkSum) / light;
            double between = (double) dark * light * apart * apart;
            if (between > best) {
                best = between;
                threshold = shade + 1;
            }
        }
        return Math.clamp(threshold, 90, 200);
    }
}
