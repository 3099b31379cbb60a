package io.mingjian.cli;

import java.util.Objects;
import picocli.CommandLine.IVersionProvider;

/// The version that the jar's manifest states.
final class ProgramVersion implements IVersionProvider {
    private static final String UNPACKED = "unpacked";

    @Override
    public String[] getVersion() {
        String version = ProgramVersion.class.getPackage().getImplementationVersion();
        return new String[] {"mingjian " + Objects.requireNonNullElse(version, UNPACKED)};
    }
}
