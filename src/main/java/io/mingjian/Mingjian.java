package io.mingjian;

public final class Mingjian {
    private Mingjian() {}

    public static void main(String[] args) {
        System.out.println("hi " + Runtime.version());
    }
}
