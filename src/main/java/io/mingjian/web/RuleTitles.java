package io.mingjian.web;

import io.mingjian.model.ReportModel;

/// Names rules as the model does.
final class RuleTitles {
    private RuleTitles() {}

    /// What a rule claims; its id where the model has no such rule.
    static String of(ReportModel model, String rule) {
        return model.rules().stream()
                .filter(one -> one.head().id().equals(rule))
                .findFirst()
                .map(one -> one.head().title())
                .orElse(rule);
    }
}
