package io.mingjian.web;

import io.mingjian.index.query.Facet;
import io.mingjian.model.ReportModel;
import io.mingjian.web.SearchView.NumberView;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a search asks for beside its query, as a reader names it.
///
/// @param number     the name of the number that the hits are ordered by, or null for the best first
/// @param descending whether the greatest comes first
public record Narrowing(List<Choice> choices, @Nullable String number, boolean descending) {
    public Narrowing {
        choices = List.copyOf(choices);
    }

    /// A value of a facet.
    ///
    /// @param name    the value, or what the model calls it
    /// @param without the address of the page without it
    public record Choice(String facet, String name, String without) {}

    /// @param path the page on which it is shown
    static Narrowing of(SearchQuestion question, ReportModel model, List<NumberView> numbers, String path) {
        String number = question.number();
        return new Narrowing(
                question.chosen().entrySet().stream()
                        .flatMap(facet -> facet.getValue().stream()
                                .map(value -> new Choice(
                                        facet.getKey().id(),
                                        facet.getKey() == Facet.RULE ? RuleTitles.of(model, value) : value,
                                        question.toggled(facet.getKey(), value, path))))
                        .toList(),
                number == null
                        ? null
                        : numbers.stream()
                                .filter(one -> one.id().equals(number))
                                .map(NumberView::name)
                                .findFirst()
                                .orElse(number),
                question.descending());
    }

    /// Whether it asks for nothing beside the query.
    public boolean isEmpty() {
        return choices.isEmpty() && number == null;
    }
}
