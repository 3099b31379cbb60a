package io.mingjian.model;

/// A model that cannot be used; the message is `file:line: reason`.
public final class InvalidModel extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public InvalidModel(String file, int line, String reason) {
        super(file + ":" + line + ": " + reason);
    }
}
