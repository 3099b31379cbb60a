package io.mingjian.model;

/// The metrics of prose: their cues, channels, units and scopes.
public record MetricModel() {
    static MetricModel read(Node node) {
        node.members();
        return new MetricModel();
    }
}
