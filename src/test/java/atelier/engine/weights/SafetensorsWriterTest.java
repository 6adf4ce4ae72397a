package atelier.engine.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import atelier.model.AtelierException;
import atelier.model.job.CancelToken;
import atelier.model.job.CancelledException;
import atelier.model.job.Progress;
import atelier.model.job.ProgressListener;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SafetensorsWriterTest {

    @TempDir Path folder;

    private final CancelToken cancel = new CancelToken();

    @Test
    void readsBackWhatItWrote() {
        Path path = folder.resolve("a.safetensors");
        byte[] large = new byte[5_000_001];
        large[large.length - 1] = 7;
        new SafetensorsWriter()
                .metadata(Map.of("b", "\"quoted\" ü\n", "a", ""))
                .tensor(
                        "large",
                        DType.U8,
                        List.of((long) large.length),
                        channel -> channel.write(ByteBuffer.wrap(large)))
                .floats("scalar", List.of(), new float[] {-0.5f})
                .floats("none", List.of(0L, 4L), new float[0])
                .write(path, ProgressListener.NONE, cancel);
        SafetensorsFile file = SafetensorsFile.open(path);
        assertThat(file.metadata()).isEqualTo(Map.of("a", "", "b", "\"quoted\" ü\n"));
        assertThat(file.tensors().keySet()).containsExactly("none", "scalar", "large");
        try (SafetensorsMapping mapping = SafetensorsMapping.open(file)) {
            assertThat(mapping.buffer(file.tensors().get("scalar")).getFloat()).isEqualTo(-0.5f);
            assertThat(mapping.buffer(file.tensors().get("large")).get(5_000_000))
                    .isEqualTo((byte) 7);
        }
    }

    @Test
    void ordersByTypeThenNameAndAlignsTheData() {
        Path path = folder.resolve("a.safetensors");
        SafetensorsWriter writer = new SafetensorsWriter();
        for (DType type : List.of(DType.F16, DType.U8, DType.F32, DType.BF16, DType.I64)) {
            for (String name : List.of("b", "a")) {
                byte[] bytes = new byte[3 * type.bytes()];
                writer.tensor(
                        type + name,
                        type,
                        List.of(3L),
                        channel -> channel.write(ByteBuffer.wrap(bytes)));
            }
        }
        writer.write(path, ProgressListener.NONE, cancel);
        SafetensorsFile file = SafetensorsFile.open(path);
        assertThat(file.tensors().keySet())
                .containsExactly(
                        "I64a", "I64b", "F32a", "F32b", "BF16a", "BF16b", "F16a", "F16b", "U8a",
                        "U8b");
        assertThat(file.dataBegin() % 8).isZero();
        assertThat(file.tensors().values())
                .allSatisfy(tensor -> assertThat(tensor.begin() % tensor.dtype().bytes()).isZero());
    }

    @Test
    void sameTensorsGiveTheSameBytes() throws IOException {
        Path one = folder.resolve("one.safetensors");
        Path two = folder.resolve("two.safetensors");
        new SafetensorsWriter()
                .metadata("x", "1")
                .metadata("y", "2")
                .floats("a", List.of(1L), new float[] {1})
                .floats("b", List.of(1L), new float[] {2})
                .write(one, ProgressListener.NONE, cancel);
        new SafetensorsWriter()
                .floats("b", List.of(1L), new float[] {2})
                .metadata("y", "2")
                .floats("a", List.of(1L), new float[] {1})
                .metadata("x", "1")
                .write(two, ProgressListener.NONE, cancel);
        assertThat(one).hasSameBinaryContentAs(two);
    }

    @Test
    void reportsEachTensor() {
        List<Progress> heard = new ArrayList<>();
        new SafetensorsWriter()
                .floats("a", List.of(1L), new float[1])
                .floats("b", List.of(1L), new float[1])
                .write(folder.resolve("a.safetensors"), heard::add, cancel);
        assertThat(heard).extracting(Progress::done).containsExactly(0L, 1L, 2L);
        assertThat(heard).allSatisfy(progress -> assertThat(progress.total()).isEqualTo(2));
    }

    @Test
    void aFullDiskLeavesTheOldFileAndNothingElse() throws IOException {
        Path path = Files.writeString(folder.resolve("a.safetensors"), "old");
        SafetensorsWriter writer =
                new SafetensorsWriter()
                        .tensor(
                                "a",
                                DType.U8,
                                List.of(9L),
                                channel -> {
                                    channel.write(ByteBuffer.allocate(4));
                                    throw new IOException("No space left on device");
                                });
        assertThatThrownBy(() -> writer.write(path, ProgressListener.NONE, cancel))
                .isInstanceOf(AtelierException.class)
                .hasMessageContaining("disk is full");
        assertThat(path).hasContent("old");
        assertNothingElse(path);
    }

    @Test
    void cancellingLeavesNothing() throws IOException {
        Path path = folder.resolve("a.safetensors");
        SafetensorsWriter writer =
                new SafetensorsWriter()
                        .floats("a", List.of(1L), new float[1])
                        .floats("b", List.of(1L), new float[1]);
        ProgressListener stopAfterOne =
                progress -> {
                    if (progress.done() == 1) {
                        cancel.cancel();
                    }
                };
        assertThatThrownBy(() -> writer.write(path, stopAfterOne, cancel))
                .isInstanceOf(CancelledException.class);
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void aFileThatFailsItsCheckDoesNotReplaceTheOld() throws IOException {
        Path path = Files.writeString(folder.resolve("a.safetensors"), "old");
        SafetensorsWriter writer = new SafetensorsWriter().floats("a", List.of(1L), new float[1]);
        assertThatThrownBy(() ->
                        writer.write(
                                path,
                                written -> {
                                    assertThat(SafetensorsFile.open(written).tensors())
                                            .containsKey("a");
                                    throw new AtelierException("bad");
                                },
                                ProgressListener.NONE,
                                cancel))
                .hasMessage("bad");
        assertThat(path).hasContent("old");
        assertNothingElse(path);
    }

    @Test
    void tellsItsHeaderBeforeItWrites() throws IOException {
        Path path = folder.resolve("a.safetensors");
        SafetensorsWriter writer =
                new SafetensorsWriter()
                        .metadata("k", "v")
                        .floats("a", List.of(2L), new float[] {1, 2});
        ByteBuffer header = writer.header();
        writer.write(path, ProgressListener.NONE, cancel);
        ByteBuffer file = ByteBuffer.wrap(Files.readAllBytes(path));
        assertThat(file.limit() - header.limit()).isEqualTo(8);
        assertThat(file.limit(header.limit())).isEqualTo(header);
    }

    @Test
    void saysThatTheFolderIsMissing() {
        Path path = folder.resolve("gone").resolve("a.safetensors");
        assertThatThrownBy(() -> new SafetensorsWriter().write(path, ProgressListener.NONE, cancel))
                .isInstanceOf(AtelierException.class)
                .hasMessageContaining("folder does not exist");
    }

    @Test
    void refusesContentOfAnotherSizeThanDeclared() {
        SafetensorsWriter writer =
                new SafetensorsWriter()
                        .tensor(
                                "a",
                                DType.F32,
                                List.of(2L),
                                channel -> channel.write(ByteBuffer.allocate(4)));
        assertThatThrownBy(() ->
                        writer.write(
                                folder.resolve("a.safetensors"), ProgressListener.NONE, cancel))
                .isInstanceOf(IllegalStateException.class);
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void refusesANameTwice() {
        SafetensorsWriter writer = new SafetensorsWriter().floats("a", List.of(), new float[1]);
        assertThatThrownBy(() -> writer.floats("a", List.of(), new float[1]))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private void assertNothingElse(Path path) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactly(path);
        }
    }
}
