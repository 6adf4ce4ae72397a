package atelier.engine.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import atelier.engine.weights.HostileFiles.HostileFile;
import atelier.model.AtelierException;
import atelier.reference.Reference;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SafetensorsFileTest {

    @TempDir Path folder;

    static Stream<HostileFile> hostile() {
        return HostileFiles.all();
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void refusesInOneSentence(HostileFile hostile) throws IOException {
        Path path = Files.write(folder.resolve("model.safetensors"), hostile.bytes());
        assertThatThrownBy(() -> SafetensorsFile.open(path))
                .isInstanceOf(AtelierException.class)
                .hasMessageStartingWith(path.toString())
                .hasMessageContaining(hostile.says())
                .hasMessageEndingWith(".")
                .message()
                .doesNotContain("\n")
                .hasSizeLessThan(folder.toString().length() + 300);
    }

    @Test
    void refusesAFolder() {
        assertThatThrownBy(() -> SafetensorsFile.open(folder))
                .isInstanceOf(AtelierException.class)
                .hasMessageContaining("is a folder");
    }

    @Test
    void saysThatAFileIsMissing() {
        assertThatThrownBy(() -> SafetensorsFile.open(folder.resolve("gone.safetensors")))
                .isInstanceOf(AtelierException.class)
                .hasMessageContaining("gone.safetensors does not exist");
    }

    @Test
    void opensAnEmptySetAndPaddingAfterTheHeader() throws IOException {
        Path path =
                Files.write(
                        folder.resolve("a.safetensors"),
                        bytes("{\"__metadata__\":{\"k\":\"ü\"}}   ", 0));
        SafetensorsFile file = SafetensorsFile.open(path);
        assertThat(file.tensors()).isEmpty();
        assertThat(file.metadata()).containsExactlyEntriesOf(Map.of("k", "ü"));
    }

    @Test
    void countsOffsetsFromTheStartOfTheFileInAnyOrder() throws IOException {
        String header =
                "{\"late\":{\"dtype\":\"F16\",\"shape\":[3],\"data_offsets\":[8,14]},"
                        + "\"none\":{\"dtype\":\"F32\",\"shape\":[0,5],\"data_offsets\":[8,8]},"
                        + "\"early\":{\"dtype\":\"F64\",\"shape\":[],\"data_offsets\":[0,8]}}";
        SafetensorsFile file =
                SafetensorsFile.open(
                        Files.write(folder.resolve("a.safetensors"), bytes(header, 14)));
        long data = 8 + header.length();
        assertThat(file.dataBegin()).isEqualTo(data);
        assertThat(file.tensors().values())
                .containsExactly(
                        new TensorInfo("late", DType.F16, List.of(3L), data + 8, data + 14),
                        new TensorInfo("none", DType.F32, List.of(0L, 5L), data + 8, data + 8),
                        new TensorInfo("early", DType.F64, List.of(), data, data + 8));
        assertThat(file.tensors().get("late").elements()).isEqualTo(3);
    }

    @Test
    @Tag("reference")
    void opensEveryFileOfTheReferenceSet() throws IOException {
        try (Stream<Path> walk = Files.walk(Reference.root())) {
            List<Path> files =
                    walk.filter(path -> path.toString().endsWith(".safetensors")).toList();
            assertThat(files)
                    .isNotEmpty()
                    .allSatisfy(
                            path -> assertThat(SafetensorsFile.open(path).tensors()).isNotEmpty());
        }
    }

    private static byte[] bytes(String header, int data) {
        byte[] json = header.getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(8 + json.length + data)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(json.length)
                .put(json)
                .array();
    }
}
