package atelier.engine.weights;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.WritableByteChannel;

/**
 * Gathers small writes into large ones, and counts the bytes. Java's own arrays always go through
 * the gathering buffer, since the file channel would make a copy of each as large as it is, and
 * keep it.
 */
final class GatheringChannel implements WritableByteChannel {

    private final FileChannel channel;
    private final ByteBuffer gathered = ByteBuffer.allocateDirect(1 << 20);
    private long count;

    GatheringChannel(FileChannel channel) {
        this.channel = channel;
    }

    /** Bytes written so far, the gathered ones included. */
    long count() {
        return count;
    }

    @Override
    public int write(ByteBuffer bytes) throws IOException {
        int size = bytes.remaining();
        if (bytes.isDirect() && size > gathered.remaining()) {
            flush();
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
        }
        while (bytes.hasRemaining()) {
            int piece = Math.min(bytes.remaining(), gathered.remaining());
            gathered.put(bytes.slice(bytes.position(), piece));
            bytes.position(bytes.position() + piece);
            if (!gathered.hasRemaining()) {
                flush();
            }
        }
        count += size;
        return size;
    }

    /** Writes out what was gathered. */
    void flush() throws IOException {
        gathered.flip();
        while (gathered.hasRemaining()) {
            channel.write(gathered);
        }
        gathered.clear();
    }

    @Override
    public boolean isOpen() {
        return channel.isOpen();
    }

    /** Writes out what was gathered; the file channel is its owner's to close. */
    @Override
    public void close() throws IOException {
        flush();
    }
}
