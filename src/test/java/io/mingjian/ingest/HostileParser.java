package io.mingjian.ingest;

import java.nio.charset.StandardCharsets;

/// Does in a child what a hostile file makes a parser do, as the file's last word says; else reads as ours does.
public final class HostileParser extends ChildParser {
    private static final long serialVersionUID = 1L;

    @Override
    Reading read(ChildRequest request, byte[] bytes, Pulse pulse) {
        harm(request, bytes, pulse);
        return super.read(request, bytes, pulse);
    }

    @Override
    byte[] draw(ChildRequest request, byte[] bytes, Pulse pulse, PageAsk.Draw ask) {
        harm(request, bytes, pulse);
        return super.draw(request, bytes, pulse, ask);
    }

    private static void harm(ChildRequest request, byte[] bytes, Pulse pulse) {
        String all = new String(bytes, StandardCharsets.ISO_8859_1);
        switch (all.substring(all.lastIndexOf(' ') + 1)) {
            case "hang" -> loop(Pulse.NONE);
            case "drip" -> loop(pulse);
            case "write" -> write(request.limits(), pulse);
            case "eat" -> eat();
            case "die" -> Runtime.getRuntime().halt(3);
            default -> {}
        }
    }

    /// Works for ever; with a pulse, it gets on all the while.
    private static void loop(Pulse pulse) {
        while (true) {
            Thread.onSpinWait();
            pulse.beat();
        }
    }

    /// A gigabyte of text.
    private static void write(Limits limits, Pulse pulse) {
        Draft draft = new Draft(limits, pulse);
        for (int i = 0; i < 1 << 14; i++) {
            draft.paragraph("年".repeat(1 << 15));
        }
    }

    private static void eat() {
        for (int size = 1 << 20; ; size *= 2) {
            if (new byte[size].length < 0) {
                return;
            }
        }
    }
}
