package io.mingjian.web;

import io.mingjian.api.ApiLimits;

/// Where many files are handed in, to be looked at before they count.
///
/// @param mebibytes the largest upload
/// @param files     the most files of one upload
/// @param batch     the most files of one batch
public record DropView(long mebibytes, int files, int batch) {
    private static final long MEBIBYTE = 1 << 20;

    public static DropView of(ApiLimits limits, int batch) {
        return new DropView(limits.requestBytes() / MEBIBYTE, limits.filesPerRequest(), batch);
    }
}
