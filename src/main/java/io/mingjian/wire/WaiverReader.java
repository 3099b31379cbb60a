package io.mingjian.wire;

import io.mingjian.checks.Waiver;
import io.mingjian.model.InvalidModel;
import io.mingjian.model.Node;
import io.mingjian.problem.MingjianException;
import io.mingjian.problem.ProblemCode;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;

/// Reads a file of waivers: `{"waivers": [{"fingerprint", "by", "on", "reason", "organization"?, "year"?}]}`.
public final class WaiverReader {
    private WaiverReader() {}

    /// The waivers of the file, in its order.
    ///
    /// @param name of the file, for the message
    /// @throws MingjianException `BAD_REQUEST` with file, line and reason where there is a mistake in it
    public static List<Waiver> read(String name, String json) {
        try {
            List<Waiver> waivers = new ArrayList<>();
            for (Node waiver :
                    Node.parse(name, json).only("waivers").get("waivers").elements()) {
                waivers.add(waiver(waiver.only("fingerprint", "by", "on", "reason", "organization", "year")));
            }
            return waivers;
        } catch (InvalidModel mistake) {
            throw new MingjianException(ProblemCode.BAD_REQUEST, String.valueOf(mistake.getMessage()), mistake);
        }
    }

    private static Waiver waiver(Node waiver) {
        try {
            return new Waiver(
                    waiver.get("fingerprint").text(),
                    waiver.find("organization").map(Node::text).orElse(null),
                    waiver.find("year").map(Node::integer).orElse(null),
                    waiver.get("by").text(),
                    LocalDate.parse(waiver.get("on").text()),
                    waiver.get("reason").text());
        } catch (DateTimeParseException e) {
            throw waiver.error("\"on\" is no date like 2024-01-31");
        }
    }
}
