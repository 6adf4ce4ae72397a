package atelier.engine.sdxl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ai.djl.Device;
import atelier.engine.sdxl.prompt.ClipTokenizer;
import atelier.engine.sdxl.prompt.SdxlPrompt;
import atelier.engine.sdxl.prompt.TokenizerSlot;
import atelier.engine.torch.ComputeType;
import atelier.engine.torch.CpuFeatures;
import atelier.engine.torch.Lane;
import atelier.engine.torch.NativeMemory;
import atelier.engine.torch.Torch;
import atelier.engine.weights.Checkpoint;
import atelier.engine.weights.Component;
import atelier.engine.weights.DType;
import atelier.engine.weights.SafetensorsFile;
import atelier.engine.weights.SafetensorsWriter;
import atelier.engine.weights.TestModels;
import atelier.model.job.CancelToken;
import atelier.model.job.ProgressListener;
import atelier.reference.Reference;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Loads a single file of SDXL's full size, 7 GB of random weights, as it would be loaded for
 * generating. Times are printed and never asserted; the resident memory is held.
 */
@Tag("slow")
class FullSizeLoadTest {

    private static final long GIB = 1L << 30;
    private static final int VALUES = 1 << 20;

    @TempDir Path folder;

    @ParameterizedTest
    @EnumSource(names = {"BF16", "F16"})
    void takesNoMoreMemoryThanTheWeightsAndAGigabyte(DType dtype) throws IOException {
        assumeTrue(
                CpuFeatures.ofThisMachine().bestType() == ComputeType.BFLOAT16,
                "this CPU does not multiply bf16, and fp32 weights of this size do not fit every machine");
        Path path = write(dtype);
        warm(path);
        SdxlPrompt prompts =
                new SdxlPrompt(
                        ClipTokenizer.open(
                                Reference.root().resolve("tiny-sdxl/tokenizer"),
                                TokenizerSlot.FIRST),
                        ClipTokenizer.open(
                                Reference.root().resolve("tiny-sdxl/tokenizer_2"),
                                TokenizerSlot.SECOND));
        Lane lane = new Lane();
        Torch torch = lane.call(() -> new Torch(lane, Device.cpu()));
        try {
            // 5 asks the kernel to count the peak anew.
            Files.writeString(Path.of("/proc/self/clear_refs"), "5");
            long before = residentBytes("VmRSS");
            long start = System.nanoTime();
            Checkpoint checkpoint = Checkpoint.open(path);
            long opened = System.nanoTime();
            SdxlModel model =
                    lane.call(() ->
                            SdxlModel.load(
                                    torch,
                                    checkpoint,
                                    ComputeType.BFLOAT16,
                                    prompts,
                                    ProgressListener.NONE,
                                    new CancelToken()));
            long loaded = System.nanoTime();
            long grown = residentBytes("VmHWM") - before;
            System.out.printf(
                    "%s single file of %.2f GB: opened in %.2f s, ready after %.2f s, peak resident memory grew by %.2f GB%n",
                    dtype,
                    Files.size(path) / 1e9,
                    (opened - start) / 1e9,
                    (loaded - start) / 1e9,
                    grown / 1e9);
            long weights = bytes(checkpoint);
            assertThat(grown).isLessThan((dtype == DType.BF16 ? 0 : weights) + GIB);
            lane.run(model::close);
        } finally {
            lane.run(torch::close);
            lane.run(NativeMemory::trim);
            lane.close();
        }
    }

    private static long bytes(Checkpoint checkpoint) {
        long bytes = 0;
        for (Component component : checkpoint.components()) {
            for (SafetensorsFile file : checkpoint.files(component)) {
                bytes = Math.max(bytes, file.stamp().size());
            }
        }
        return bytes;
    }

    private Path write(DType dtype) {
        ByteBuffer values = ByteBuffer.allocate(2 * VALUES).order(ByteOrder.LITTLE_ENDIAN);
        Random random = new Random(1);
        for (int i = 0; i < VALUES; i++) {
            float value = (float) random.nextGaussian() * 0.02f;
            values.putShort(
                    dtype == DType.F16
                            ? Float.floatToFloat16(value)
                            : (short) (Float.floatToRawIntBits(value) >>> 16));
        }
        Path path = folder.resolve("sdxl-" + dtype + ".safetensors");
        SafetensorsWriter writer = new SafetensorsWriter();
        TestModels.singleFile(TestModels.SDXL)
                .forEach((name, shape) -> {
                    long bytes = 2 * shape.stream().reduce(1L, Math::multiplyExact);
                    writer.tensor(
                            name,
                            dtype,
                            shape,
                            channel -> {
                                for (long left = bytes; left > 0; ) {
                                    ByteBuffer part = values.duplicate().clear();
                                    part.limit((int) Math.min(left, part.capacity()));
                                    left -= part.remaining();
                                    channel.write(part);
                                }
                            });
                });
        writer.write(path, ProgressListener.NONE, new CancelToken());
        return path;
    }

    /** Reads the file once, so that it lies in the page cache. */
    private static void warm(Path path) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocateDirect(1 << 24);
        try (FileChannel channel = FileChannel.open(path)) {
            while (channel.read(buffer.clear()) > 0) {
                continue;
            }
        }
    }

    private static long residentBytes(String field) throws IOException {
        return Files.readString(Path.of("/proc/self/status"))
                .lines()
                .filter(line -> line.startsWith(field + ":"))
                .mapToLong(line -> 1024 * Long.parseLong(line.replaceAll("\\D", "")))
                .findFirst()
                .orElseThrow();
    }
}
