package atelier.engine.weights;

import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.ShortBuffer;
import java.util.stream.IntStream;

/**
 * Turns the fp16 numbers of a copy-on-write map into bf16 where they lie. Copying a page of the
 * file into memory of one's own takes less time than clearing a page and reading the file into it,
 * and nothing is ever there twice. All cores work, each on pieces that stay in its cache.
 */
public final class HalvesInPlace {

    private static final int PIECE = 1 << 19;
    private static final int CHUNK = 1 << 12;

    /** The brain float next to each half: looking one up is faster than rounding. */
    private static final short[] NEAREST = new short[1 << Short.SIZE];

    static {
        for (int half = 0; half < NEAREST.length; half++) {
            NEAREST[half] = FloatConversion.toBrainFloat(Float.float16ToFloat((short) half));
        }
    }

    private HalvesInPlace() {}

    /**
     * Rounds each number to the nearest brain float, and to the even one of two as near.
     *
     * @param memory direct, of a private map that may be written
     * @return false where the system cannot copy many pages at once, or has no memory left; what
     *     the memory holds is of no use then
     */
    public static boolean toBrainFloats(ByteBuffer memory) {
        int length = memory.capacity();
        return IntStream.range(0, Math.ceilDiv(length, PIECE))
                .parallel()
                .mapToObj(i -> memory.slice(i * PIECE, Math.min(PIECE, length - i * PIECE)))
                .allMatch(piece -> {
                    boolean own = OwnPages.make(MemorySegment.ofBuffer(piece));
                    if (own) {
                        convert(piece.order(ByteOrder.LITTLE_ENDIAN).asShortBuffer());
                    }
                    return own;
                });
    }

    private static void convert(ShortBuffer numbers) {
        short[] chunk = new short[CHUNK];
        for (int at = 0; at < numbers.capacity(); at += CHUNK) {
            int count = Math.min(CHUNK, numbers.capacity() - at);
            numbers.get(at, chunk, 0, count);
            for (int i = 0; i < count; i++) {
                chunk[i] = NEAREST[Short.toUnsignedInt(chunk[i])];
            }
            numbers.put(at, chunk, 0, count);
        }
    }
}
