package io.mingjian;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;

/// Files as disks, mail and hands damage them. The same random numbers give the same damage.
///
/// What is packed is damaged within the package, too: else a checksum would keep the damage from whoever reads it.
final class DamagedFiles {
    private DamagedFiles() {}

    static byte[] damaged(byte[] whole, RandomGenerator random) throws IOException {
        boolean inside = random.nextInt(3) > 0;
        if (inside && whole.length > 4 && whole[0] == 'P' && whole[1] == 'K') {
            return withinZip(whole, random);
        }
        if (inside && whole.length > 4 && whole[0] == '%' && whole[1] == 'P') {
            return withinPdf(whole, random);
        }
        return bytes(whole, random);
    }

    private static byte[] bytes(byte[] whole, RandomGenerator random) {
        byte[] damaged = whole.clone();
        if (damaged.length == 0) {
            return damaged;
        }
        int from = random.nextInt(damaged.length);
        int length = Math.min(damaged.length - from, 1 + random.nextInt(200));
        switch (random.nextInt(6)) {
            case 0 -> {
                return Arrays.copyOf(damaged, from);
            }
            case 1 -> Arrays.fill(damaged, from, from + length, (byte) 0);
            case 2 -> {
                // A piece that is there twice.
                byte[] longer = Arrays.copyOf(damaged, damaged.length + length);
                System.arraycopy(damaged, from, longer, from + length, damaged.length - from);
                return longer;
            }
            case 3 -> {
                // A piece that is missing.
                System.arraycopy(damaged, from + length, damaged, from, damaged.length - from - length);
                return Arrays.copyOf(damaged, damaged.length - length);
            }
            case 4 -> {
                int to = random.nextInt(damaged.length - length + 1);
                System.arraycopy(whole, from, damaged, to, length);
            }
            default -> {
                for (int i = 1 + random.nextInt(32); i > 0; i--) {
                    damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
                }
            }
        }
        return damaged;
    }

    private static byte[] withinZip(byte[] whole, RandomGenerator random) throws IOException {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(whole))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                parts.put(entry.getName(), zip.readAllBytes());
            }
        }
        int damaged = random.nextInt(parts.size());
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            int at = 0;
            for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                boolean hit = at++ == damaged;
                if (hit && random.nextInt(8) == 0) {
                    continue;
                }
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(hit ? bytes(part.getValue(), random) : part.getValue());
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }

    private static byte[] withinPdf(byte[] whole, RandomGenerator random) throws IOException {
        try (PDDocument document = Loader.loadPDF(whole)) {
            for (PDPage page : document.getPages()) {
                if (page.getCOSObject().getDictionaryObject(COSName.CONTENTS) instanceof COSStream stream
                        && random.nextBoolean()) {
                    byte[] content = stream.createInputStream().readAllBytes();
                    try (OutputStream out = stream.createOutputStream(COSName.FLATE_DECODE)) {
                        out.write(bytes(content, random));
                    }
                }
            }
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            document.save(bytes);
            return bytes.toByteArray();
        }
    }
}
