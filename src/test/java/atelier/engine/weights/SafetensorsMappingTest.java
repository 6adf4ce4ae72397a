package atelier.engine.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import atelier.model.AtelierException;
import atelier.model.job.CancelToken;
import atelier.model.job.ProgressListener;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SafetensorsMappingTest {

    private static final int LARGE = (int) (SafetensorsMapping.SMALL / Float.BYTES) + 5;

    @TempDir Path folder;

    @Test
    void mapsALargeFileWithoutACopyAndKeepsItUnchanged() throws IOException {
        SafetensorsFile file = SafetensorsFile.open(write("large", LARGE));
        byte[] before = Files.readAllBytes(file.path());
        try (SafetensorsMapping mapping = SafetensorsMapping.open(file)) {
            ByteBuffer bytes = mapping.buffer(tensor(file));
            assertThat(mapping.isCopied()).isFalse();
            assertThat(bytes.isDirect()).isTrue();
            assertThat(bytes.order()).isEqualTo(ByteOrder.LITTLE_ENDIAN);
            assertThat(bytes.getFloat(4 * (LARGE - 1))).isEqualTo(LARGE - 1);
            bytes.putFloat(0, 99f);
            assertThat(mapping.buffer(tensor(file)).getFloat(0)).isEqualTo(99f);
        }
        assertThat(Files.readAllBytes(file.path())).isEqualTo(before);
    }

    @Test
    void copiesASmallFile() {
        SafetensorsFile file = SafetensorsFile.open(write("small", 6));
        try (SafetensorsMapping mapping = SafetensorsMapping.open(file)) {
            assertThat(mapping.isCopied()).isTrue();
            assertThat(FloatConversion.floats(mapping.buffer(tensor(file)), DType.F32))
                    .containsExactly(0, 1, 2, 3, 4, 5);
        }
    }

    @Test
    void givesARangeOfALargeFile() {
        SafetensorsFile file = SafetensorsFile.open(write("large", LARGE));
        TensorInfo tensor = tensor(file);
        long from = tensor.begin() + 4L * 100_001;
        try (SafetensorsMapping range = SafetensorsMapping.open(file, from, from + 12)) {
            assertThat(FloatConversion.floats(range.buffer(from, from + 12, DType.F32), DType.F32))
                    .containsExactly(100_001, 100_002, 100_003);
            assertThatThrownBy(() -> range.segment(from - 1, from))
                    .isInstanceOf(IndexOutOfBoundsException.class);
        }
    }

    @Test
    void buffersAreUnusableAfterClosing() {
        SafetensorsFile file = SafetensorsFile.open(write("large", LARGE));
        SafetensorsMapping mapping = SafetensorsMapping.open(file);
        ByteBuffer bytes = mapping.buffer(tensor(file));
        mapping.close();
        assertThatThrownBy(() -> bytes.get(0)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void alignsTensorsThatTheFileDoesNot() throws IOException {
        String header =
                "{\"odd\":{\"dtype\":\"U8\",\"shape\":[3],\"data_offsets\":[0,3]},"
                        + "\"floats\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[3,11]}}";
        ByteBuffer bytes =
                ByteBuffer.allocate(8 + header.length() + 11).order(ByteOrder.LITTLE_ENDIAN);
        bytes.putLong(header.length()).put(header.getBytes(StandardCharsets.UTF_8));
        bytes.position(bytes.position() + 3).putFloat(1.5f).putFloat(-2f);
        SafetensorsFile file =
                SafetensorsFile.open(Files.write(folder.resolve("odd.safetensors"), bytes.array()));
        try (SafetensorsMapping mapping = SafetensorsMapping.open(file)) {
            ByteBuffer floats = mapping.buffer(file.tensors().get("floats"));
            assertThat(MemorySegment.ofBuffer(floats).address() % 4).isZero();
            assertThat(FloatConversion.floats(floats, DType.F32)).containsExactly(1.5f, -2f);
        }
    }

    @Test
    void noticesAFileThatChangedSinceItsHeaderWasRead() throws IOException {
        SafetensorsFile file = SafetensorsFile.open(write("large", LARGE));
        try (RandomAccessFile shorter = new RandomAccessFile(file.path().toFile(), "rw")) {
            shorter.setLength(1000);
        }
        assertThatThrownBy(() -> SafetensorsMapping.open(file))
                .isInstanceOf(AtelierException.class)
                .hasMessageContaining("changed while in use");
    }

    @Test
    void noticesAFileThatIsReplacedUnderAMap() throws IOException {
        SafetensorsFile file = SafetensorsFile.open(write("large", LARGE));
        try (SafetensorsMapping mapping = SafetensorsMapping.open(file)) {
            mapping.requireUnchanged();
            Files.setLastModifiedTime(file.path(), FileTime.from(Instant.EPOCH));
            assertThatThrownBy(mapping::requireUnchanged)
                    .hasMessageContaining("changed while in use");
            Files.delete(file.path());
            assertThatThrownBy(mapping::requireUnchanged).hasMessageContaining("does not exist");
        }
    }

    @Test
    void mapsAFileThatMayOnlyBeRead() throws IOException {
        Path path = write("large", LARGE);
        TensorInfo tensor = tensor(SafetensorsFile.open(path));
        try (Arena arena = Arena.ofShared()) {
            long from = tensor.begin() + 4L * 70_000;
            MemorySegment bytes = PrivateMap.readOnly(path, from, 8, arena);
            assertThat(bytes.get(ValueLayout.JAVA_FLOAT_UNALIGNED, 4)).isEqualTo(70_001f);
            bytes.set(ValueLayout.JAVA_FLOAT_UNALIGNED, 4, -1f);
            assertThat(bytes.get(ValueLayout.JAVA_FLOAT_UNALIGNED, 4)).isEqualTo(-1f);
        }
        assertThat(Files.readAllBytes(path)).hasSize(Math.toIntExact(tensor.end()));
    }

    @ParameterizedTest
    @CsvSource({
        "ext4, FIXED",
        "apfs, FIXED",
        "NTFS, FIXED",
        "fuseblk, FIXED",
        "nfs4, NETWORK",
        "cifs, NETWORK",
        "smbfs, NETWORK",
        "9p, NETWORK",
        "fuse.sshfs, NETWORK",
        "vfat, REMOVABLE",
        "exFAT, REMOVABLE"
    })
    void knowsDrivesByTheirFileSystem(String type, DriveKind kind) {
        assertThat(DriveKind.ofType(type)).isEqualTo(kind);
    }

    private Path write(String name, int length) {
        float[] values = new float[length];
        for (int i = 0; i < length; i++) {
            values[i] = i;
        }
        Path path = folder.resolve(name + ".safetensors");
        new SafetensorsWriter()
                .floats("t", List.of((long) length), values)
                .write(path, ProgressListener.NONE, new CancelToken());
        return path;
    }

    private static TensorInfo tensor(SafetensorsFile file) {
        return file.tensors().firstEntry().getValue();
    }
}
