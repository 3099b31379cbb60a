package io.mingjian.ingest;

/// Which pictures may hold a table or a page of text, and are missed where nobody reads them. Seals, emblems and
/// portraits are smaller.
final class LargePicture {
    private static final double WIDTH = 250;
    private static final double HEIGHT = 60;

    /// Points in an inch.
    static final double INCH = 72;

    private LargePicture() {}

    /// @param width  in points, as shown on the page
    /// @param height in points
    static boolean is(double width, double height) {
        return width >= WIDTH && height >= HEIGHT;
    }

    /// A length as style sheets write it (`15.2cm`, `415pt`, `600px`, `600`), in points; 0 where it is none.
    static double points(String length) {
        String bare = length.strip();
        int end = 0;
        while (end < bare.length() && (Character.isDigit(bare.charAt(end)) || bare.charAt(end) == '.')) {
            end++;
        }
        double factor =
                switch (bare.substring(end).strip()) {
                    case "pt" -> 1;
                    case "in" -> INCH;
                    case "cm" -> INCH / 2.54;
                    case "mm" -> INCH / 25.4;
                    case "", "px" -> 0.75;
                    default -> 0;
                };
        try {
            return Double.parseDouble(bare.substring(0, end)) * factor;
        } catch (NumberFormatException e) {
            return 0;
        }
    }
}
