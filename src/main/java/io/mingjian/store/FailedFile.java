package io.mingjian.store;

import io.mingjian.problem.ProblemCode;

/// Why a file could not be read, and whose it is.
public record FailedFile(Belonging belonging, ProblemCode code, String detail) {}
