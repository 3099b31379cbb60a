package io.mingjian.ingest.numbering;

/// One level of a list.
///
/// @param format   how its number is printed
/// @param text     the pattern around the numbers, `%1` for the first level's number, `%2` for the second's
/// @param start    the first number
/// @param restartAfter the level (from 1) whose next item makes this level start again; 0 for never
/// @param legal    whether all numbers of the pattern are plain ones
/// @param bareEnd  whether nothing at all stands between the number and the text
public record ListLevel(NumberFormat format, String text, int start, int restartAfter, boolean legal, boolean bareEnd) {

    /// A level in the usual way: restarts after any higher level.
    public static ListLevel of(NumberFormat format, String text, int start, int level) {
        return new ListLevel(format, text, start, level, false, false);
    }
}
