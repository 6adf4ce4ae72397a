package atelier.engine.weights;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.stream.Stream;

/** Copies of sound models in which one number is none. */
public final class DamagedModels {

    private DamagedModels() {}

    /**
     * Copies a diffusers folder and puts a value in place of one number.
     *
     * @param file that holds the tensor, below the folder
     * @param tensor an fp32 tensor of it
     */
    public static void copy(Path model, Path to, String file, String tensor, float value)
            throws IOException {
        try (Stream<Path> files = Files.walk(model)) {
            for (Path each : files.toList()) {
                Files.copy(each, to.resolve(model.relativize(each)));
            }
        }
        damage(to.resolve(file), tensor, value);
    }

    /** Puts a value in place of the last number of an fp32 tensor. */
    public static void damage(Path file, String tensor, float value) throws IOException {
        TensorInfo info = SafetensorsFile.open(file).tensors().get(tensor);
        ByteBuffer bytes = ByteBuffer.allocate(Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.write(bytes.putFloat(value).flip(), info.end() - Float.BYTES);
        }
    }
}
