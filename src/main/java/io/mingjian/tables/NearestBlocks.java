package io.mingjian.tables;

import io.mingjian.tables.Deglue.Groups;
import io.mingjian.text.Squashed;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/// How the digits of blocks that do not all add up most likely end their numbers: one each where they are as
/// many as the numbers; else so that all blocks but one add up and that one is least amiss. Nothing is stated
/// of them; it is told what each number could be, so that whoever wrote them can see which sum does not hold.
final class NearestBlocks {
    private final String digits;
    private final int blocks;
    private final int size;
    private final Ends ends;

    private NearestBlocks(Content.Glued glued, int blocks, int size) {
        this.digits = glued.digits().characters();
        this.blocks = blocks;
        this.size = size;
        this.ends = glued.ends();
    }

    /// A piece a number; none where no such reading is left.
    static List<Piece> of(Content.Glued glued, int blocks, int size) {
        NearestBlocks nearest = new NearestBlocks(glued, blocks, size);
        List<int[]> readings = nearest.digits.length() == blocks * size ? nearest.digitByDigit() : nearest.leastAmiss();
        List<Piece> pieces = new ArrayList<>();
        for (int i = 0; i < blocks * size && !readings.isEmpty(); i++) {
            pieces.add(piece(glued.digits(), readings, i));
        }
        return pieces;
    }

    private List<int[]> digitByDigit() {
        return Deglue.readings(digits, new Groups(blocks, size, Groups.NO_TOTAL), ends);
    }

    private List<int[]> leastAmiss() {
        List<int[]> nearest = new ArrayList<>();
        long least = Long.MAX_VALUE;
        for (int free = 0; free < blocks; free++) {
            for (int[] reading : Deglue.readings(digits, new Groups(blocks, size, size - 1, free), ends)) {
                long amiss = Math.abs(balance(reading, free));
                if (amiss < least) {
                    nearest.clear();
                    least = amiss;
                }
                if (amiss == least) {
                    nearest.add(reading);
                }
            }
        }
        return nearest;
    }

    /// By how much the numbers of a block are more than its total.
    private long balance(int[] reading, int block) {
        int total = (block + 1) * size - 1;
        long balance = -Deglue.number(digits, reading, total);
        for (int i = block * size; i < total; i++) {
            balance += Deglue.number(digits, reading, i);
        }
        return balance;
    }

    /// What the number could be, at its place where all readings have it there.
    private static Piece piece(Squashed digits, List<int[]> readings, int index) {
        int start = index == 0 ? 0 : readings.getFirst()[index - 1];
        int end = readings.getFirst()[index];
        boolean alike =
                readings.stream().allMatch(ends -> ends[index] == end && (index == 0 ? 0 : ends[index - 1]) == start);
        List<BigDecimal> candidates = Unglue.candidates(digits, readings, index);
        return new Piece(
                alike ? digits.span(start, end) : digits.span(0, digits.length()),
                index,
                1,
                new Content.Several(candidates));
    }
}
