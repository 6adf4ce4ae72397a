package atelier.service.training;

/**
 * How often a run shows its pictures: each that often, but within bounds in all.
 *
 * @param perPicture how often each is shown
 * @param fewest pictures shown in all, however few there are
 * @param most pictures shown in all, however many there are
 */
record Passes(int perPicture, int fewest, int most) {

    /** The same run, that much longer. */
    Passes times(double factor) {
        return new Passes(scaled(perPicture, factor), scaled(fewest, factor), scaled(most, factor));
    }

    private static int scaled(int number, double factor) {
        return Math.toIntExact(Math.round(number * factor));
    }

    /** How many pictures are shown in all, where there are so many. */
    int of(int pictures) {
        return Math.clamp((long) perPicture * pictures, fewest, most);
    }

    /** The rule in words. */
    String text() {
        return "%d a picture, %d to %d in all".formatted(perPicture, fewest, most);
    }
}
