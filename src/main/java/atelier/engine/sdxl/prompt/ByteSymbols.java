package atelier.engine.sdxl.prompt;

/**
 * The printable character by which byte-level BPE files write each byte: the byte's own Latin-1
 * character where that is visible, else the next free one from U+0100 on.
 *
 * <p>Radford et al., <i>Language Models are Unsupervised Multitask Learners</i>, 2019, section 2.2.
 */
final class ByteSymbols {

    /** What a token carries at its end when it closes a word. */
    static final String END_OF_WORD = "</w>";

    private ByteSymbols() {}

    /** The 256 symbols, by byte. */
    static String[] all() {
        String[] symbols = new String[256];
        int free = 0x100;
        for (int b = 0; b < 256; b++) {
            boolean visible = (b > ' ' && b < 0x7f) || (b > 0xa0 && b != 0xad);
            symbols[b] = String.valueOf((char) (visible ? b : free++));
        }
        return symbols;
    }
}
