package io.mingjian.generation;

import io.mingjian.evaluation.GoldReport;

/// A report before it takes a physical form, and what is right about it.
record Draft(Paper paper, GoldReport gold) {}
