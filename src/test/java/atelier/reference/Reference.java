package atelier.reference;

import atelier.engine.weights.SafetensorsFile;
import atelier.engine.weights.TensorInfo;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * One case folder of the reference set, from {@code -Dreference.dir}: its manifest, and tensors as
 * plain arrays. Sizes, names and tolerances are taken from the manifest, so that another set of the
 * same form can be put in its place.
 */
public final class Reference {

    private final Path folder;
    private final JsonNode manifest;

    private Reference(Path folder) {
        this.folder = folder;
        try {
            this.manifest =
                    new JsonMapper().readTree(Files.readString(folder.resolve("manifest.json")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The root of the reference set. */
    public static Path root() {
        return Path.of(System.getProperty("reference.dir", "src/test/resources/reference"));
    }

    /** The case of that name; fails where it is missing. */
    public static Reference of(String name) {
        return new Reference(root().resolve(name));
    }

    public JsonNode manifest() {
        return manifest;
    }

    public Path path(String file) {
        return folder.resolve(file);
    }

    /** The tensors of one file of this case. */
    public Tensors tensors(String file) {
        return new Tensors(
                SafetensorsFile.open(folder.resolve(file)), tolerance("rtol"), tolerance("atol"));
    }

    private double tolerance(String name) {
        return manifest.path("tolerance").path(name).asDouble(0);
    }

    /** The tensors of one file, read whole. */
    public record Tensors(SafetensorsFile file, double rtol, double atol) {

        public Set<String> names() {
            return file.tensors().keySet();
        }

        public List<Long> shape(String name) {
            return info(name).shape();
        }

        public float[] floats(String name) {
            TensorInfo info = info(name);
            ByteBuffer bytes = bytes(info);
            float[] values = new float[Math.toIntExact(info.elements())];
            for (int i = 0; i < values.length; i++) {
                values[i] =
                        switch (info.dtype()) {
                            case F32 -> bytes.getFloat();
                            case F64 -> (float) bytes.getDouble();
                            case F16 -> Float.float16ToFloat(bytes.getShort());
                            case I64 -> bytes.getLong();
                            case I32 -> bytes.getInt();
                            case U8 -> bytes.get() & 0xff;
                            default ->
                                    throw new IllegalArgumentException(
                                            name + " is " + info.dtype());
                        };
            }
            return values;
        }

        public double[] doubles(String name) {
            TensorInfo info = info(name);
            ByteBuffer bytes = bytes(info);
            double[] values = new double[Math.toIntExact(info.elements())];
            for (int i = 0; i < values.length; i++) {
                values[i] =
                        switch (info.dtype()) {
                            case F64 -> bytes.getDouble();
                            case F32 -> bytes.getFloat();
                            case I64 -> bytes.getLong();
                            case I32 -> bytes.getInt();
                            default ->
                                    throw new IllegalArgumentException(
                                            name + " is " + info.dtype());
                        };
            }
            return values;
        }

        public long[] longs(String name) {
            TensorInfo info = info(name);
            ByteBuffer bytes = bytes(info);
            long[] values = new long[Math.toIntExact(info.elements())];
            for (int i = 0; i < values.length; i++) {
                values[i] =
                        switch (info.dtype()) {
                            case I64 -> bytes.getLong();
                            case I32 -> bytes.getInt();
                            default ->
                                    throw new IllegalArgumentException(
                                            name + " is " + info.dtype());
                        };
            }
            return values;
        }

        /**
         * Fails unless {@code |got - want| <= atol + rtol * max|want|} for every element of that
         * tensor.
         */
        public void assertClose(String name, float[] got) {
            assertClose(name, floats(name), got);
        }

        /** The same against values that are part of a tensor. */
        public void assertClose(String what, float[] want, float[] got) {
            if (got.length != want.length) {
                throw new AssertionError(
                        what + ": " + got.length + " values instead of " + want.length);
            }
            double largest = 0;
            for (float w : want) {
                largest = Math.max(largest, Math.abs(w));
            }
            double bound = atol + rtol * largest;
            double worst = 0;
            int at = 0;
            for (int i = 0; i < want.length; i++) {
                double difference = Math.abs((double) got[i] - want[i]);
                // Once not a number, it stays so.
                if (!(difference <= worst) && !Double.isNaN(worst)) {
                    worst = difference;
                    at = i;
                }
            }
            if (!(worst <= bound)) {
                throw new AssertionError(
                        "%s: largest difference %.3e at %d (got %s, want %s), allowed %.3e"
                                .formatted(what, worst, at, got[at], want[at], bound));
            }
        }

        private TensorInfo info(String name) {
            TensorInfo info = file.tensors().get(name);
            if (info == null) {
                throw new AssertionError(file.path() + " has no tensor " + name);
            }
            return info;
        }

        private ByteBuffer bytes(TensorInfo info) {
            ByteBuffer bytes =
                    ByteBuffer.allocate(Math.toIntExact(info.bytes()))
                            .order(ByteOrder.LITTLE_ENDIAN);
            try (FileChannel channel = FileChannel.open(file.path())) {
                while (bytes.hasRemaining()
                        && channel.read(bytes, info.begin() + bytes.position()) > 0) {
                    continue;
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return bytes.flip();
        }
    }
}
