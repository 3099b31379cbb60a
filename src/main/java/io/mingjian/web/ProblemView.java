package io.mingjian.web;

/// What the page of a refusal shows.
///
/// @param sentence what happened and what to do about it
/// @param code     the stable name of the problem
public record ProblemView(String sentence, int status, String code) {}
