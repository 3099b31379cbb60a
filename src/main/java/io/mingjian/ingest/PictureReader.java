package io.mingjian.ingest;

import io.mingjian.ingest.layout.DrawnPage;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.AffineTransformOp;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/// Reads photographs and scans of pages, where pictures are read at all.
final class PictureReader implements FormatReader {
    /// A picture is taken for a page of A4, in inches.
    private static final float PAGE_WIDTH = 8.27f;

    /// Characters of a coarser picture are told better when it is drawn larger, in dots an inch.
    private static final int COARSE = 200;

    @Override
    public Reading read(Source source, Limits limits) throws IOException {
        Scans scans = new Scans(limits.recognition(), source.pulse());
        try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(source.bytes()))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                throw new IOException("no picture that can be read");
            }
            ImageReader reader = readers.next();
            reader.setInput(in);
            int pages = reader.getNumImages(true);
            scans.expect(pages);
            List<DrawnPage> drawn = new ArrayList<>();
            for (int page = 0; page < pages; page++) {
                scans.expect(reader.getWidth(page), reader.getHeight(page));
                drawn.add(page(reader.read(page), scans));
            }
            return PdfReader.write(drawn, source.mediaType(), limits).fromPictures();
        }
    }

    private static DrawnPage page(BufferedImage picture, Scans scans) throws IOException {
        int shorter = Math.min(picture.getWidth(), picture.getHeight());
        int dpi = Math.clamp(Math.round(shorter / PAGE_WIDTH), 40, 1200);
        if (dpi >= COARSE) {
            return scans.read(picture, dpi);
        }
        int finer = Math.max(dpi, scans.dpi((float) picture.getWidth() / dpi, (float) picture.getHeight() / dpi));
        double scale = (double) finer / dpi;
        BufferedImage larger = new AffineTransformOp(
                        AffineTransform.getScaleInstance(scale, scale),
                        new RenderingHints(
                                RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC))
                .filter(picture, null);
        return scans.read(larger, finer);
    }
}
