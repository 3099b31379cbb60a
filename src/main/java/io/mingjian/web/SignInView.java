package io.mingjian.web;

import org.jspecify.annotations.Nullable;

/// What the page to sign in shows.
///
/// @param name    as it was typed
/// @param next    where to go on
/// @param refusal why the last attempt failed, or null
public record SignInView(String name, String next, @Nullable String refusal) {
    static final String TEMPLATE = "sign-in";
}
