package atelier.service.storage;

/** One chunk of a PNG file. */
public final class PngChunk {

    private final String type;
    private final byte[] data;

    PngChunk(String type, byte[] data) {
        this.type = type;
        this.data = data;
    }

    /** Four letters, such as {@code tEXt}. */
    public String type() {
        return type;
    }

    /** Its bytes, without length, type and checksum; not a copy. */
    public byte[] data() {
        return data;
    }
}
