package io.mingjian.generation;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/// Two streams in one file, as the office programs of the nineties keep them: sectors of 512 bytes, chained
/// by a table, under a directory (MS-CFB, version 3). The same streams give the same bytes.
final class CompoundFile {
    private static final int SECTOR = 512;
    /// What is shorter would have to be kept in small sectors.
    private static final int LEAST = 4096;

    private static final int CHAINED = SECTOR / Integer.BYTES;
    /// Sectors of the table that the header itself lists.
    private static final int MOST_TABLES = 109;

    private static final int END = -2;
    private static final int TABLE = -3;
    private static final int FREE = -1;

    /// What tells programs that the file is a document of Word.
    private static final long[] WORD = {0x0002_0906L, 0x4600_0000_0000_00C0L};

    private CompoundFile() {}

    /// A stream by its name.
    static final class Part {
        private final String name;
        private final byte[] content;

        Part(String name, byte[] content) {
            this.name = name;
            this.content = content.clone();
        }

        private int sectors() {
            return CompoundFile.sectors(Math.max(LEAST, content.length));
        }
    }

    /// @param first  the one that is found at the top of the directory
    /// @param second one with a shorter name
    static byte[] of(Part first, Part second) {
        int directory = first.sectors() + second.sectors();
        int tables = 1;
        while (tables * CHAINED < directory + 1 + tables) {
            tables++;
        }
        if (tables > MOST_TABLES) {
            throw new IllegalArgumentException("a document of more than 7 MB");
        }
        int all = directory + 1 + tables;
        ByteBuffer file = ByteBuffer.allocate((1 + all) * SECTOR).order(ByteOrder.LITTLE_ENDIAN);
        header(file, directory, tables);
        file.position(SECTOR).put(first.content);
        file.position((1 + first.sectors()) * SECTOR).put(second.content);
        file.position((1 + directory) * SECTOR);
        entry(file, "Root Entry", 5, new int[] {FREE, FREE, 1}, END, 0);
        entry(file, first.name, 2, new int[] {2, FREE, FREE}, 0, first.sectors() * SECTOR);
        entry(file, second.name, 2, new int[] {FREE, FREE, FREE}, first.sectors(), second.sectors() * SECTOR);
        entry(file, "", 0, new int[] {FREE, FREE, FREE}, 0, 0);
        chain(file, first.sectors());
        chain(file, second.sectors());
        chain(file, 1);
        for (int i = 0; i < tables; i++) {
            file.putInt(TABLE);
        }
        while (file.hasRemaining()) {
            file.putInt(FREE);
        }
        return file.array();
    }

    private static void header(ByteBuffer file, int directory, int tables) {
        file.putLong(0xE11A_B1A1_E011_CFD0L).putLong(0).putLong(0);
        file.putShort((short) 0x3E).putShort((short) 3).putShort((short) 0xFFFE);
        file.putShort((short) 9).putShort((short) 6).putShort((short) 0).putInt(0);
        file.putInt(0).putInt(tables).putInt(directory).putInt(0);
        file.putInt(LEAST).putInt(END).putInt(0).putInt(END).putInt(0);
        for (int i = 0; i < MOST_TABLES; i++) {
            file.putInt(i < tables ? directory + 1 + i : FREE);
        }
    }

    /// @param kin the entries left and right of it, and the one below
    private static void entry(ByteBuffer file, String name, int kind, int[] kin, int start, int size) {
        int from = file.position();
        file.put(name.getBytes(StandardCharsets.UTF_16LE));
        file.position(from + 64);
        file.putShort((short) (name.isEmpty() ? 0 : 2 * name.length() + 2));
        file.put((byte) kind).put((byte) 1);
        for (int one : kin) {
            file.putInt(one);
        }
        boolean root = kind == 5;
        file.putLong(root ? WORD[0] : 0).putLong(root ? WORD[1] : 0);
        file.position(from + 116);
        file.putInt(start).putInt(size).putInt(0);
    }

    /// The next `count` sectors, one after the other.
    private static void chain(ByteBuffer file, int count) {
        int first = (file.position() - file.capacity() + tableBytes(file)) / Integer.BYTES;
        for (int i = 0; i < count; i++) {
            file.putInt(i + 1 == count ? END : first + i + 1);
        }
    }

    /// Bytes of the table at the end of the file.
    private static int tableBytes(ByteBuffer file) {
        return file.getInt(44) * SECTOR;
    }

    private static int sectors(int bytes) {
        return (bytes + SECTOR - 1) / SECTOR;
    }
}
