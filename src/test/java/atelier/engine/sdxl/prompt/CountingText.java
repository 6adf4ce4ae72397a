package atelier.engine.sdxl.prompt;

import java.util.function.Consumer;

/** A text that counts how often its characters are looked at. */
final class CountingText implements CharSequence {

    private final String text;
    private long looks;

    private CountingText(String text) {
        this.text = text;
    }

    /** How often that work looks at a character of that text. */
    static long looks(String text, Consumer<CharSequence> work) {
        CountingText counting = new CountingText(text);
        work.accept(counting);
        return counting.looks;
    }

    @Override
    public int length() {
        return text.length();
    }

    @Override
    public char charAt(int index) {
        looks++;
        return text.charAt(index);
    }

    @Override
    public CharSequence subSequence(int start, int end) {
        looks += end - start;
        return text.substring(start, end);
    }

    @Override
    public String toString() {
        looks += text.length();
        return text;
    }
}
