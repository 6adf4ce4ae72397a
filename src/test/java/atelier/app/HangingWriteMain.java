package atelier.app;

import atelier.engine.weights.AtomicFile;
import java.nio.ByteBuffer;
import java.nio.file.Path;

/** Begins to write a file and never ends. */
final class HangingWriteMain {

    private HangingWriteMain() {}

    public static void main(String[] args) {
        AtomicFile.write(
                Path.of(args[0]),
                channel -> {
                    channel.write(ByteBuffer.allocate(1 << 16));
                    System.out.println("writing");
                    try {
                        Thread.sleep(Long.MAX_VALUE);
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                });
    }
}
