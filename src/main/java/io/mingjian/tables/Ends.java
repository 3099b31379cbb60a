package io.mingjian.tables;

import java.util.BitSet;

/// Where numbers that stand without anything between them end, as far as it is known: the index behind their last
/// character.
///
/// @param must  where one ends: a unit or a note stood there
/// @param never where none does: a comma between thousands stood there
record Ends(BitSet must, BitSet never) {
    static final Ends UNKNOWN = new Ends(new BitSet(), new BitSet());

    Ends {
        must = (BitSet) must.clone();
        never = (BitSet) never.clone();
    }

    boolean mustEnd(int index) {
        return must.get(index);
    }

    /// Whether a number ends before the last of so many characters.
    boolean areSeveral(int length) {
        int first = must.nextSetBit(0);
        return first >= 0 && first < length;
    }

    boolean mayEnd(int index) {
        return !never.get(index);
    }
}
