package atelier.service.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import java.util.zip.DataFormatException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PngChunksTest {

    private static final Set<String> TEXT = Set.of("tEXt");

    @TempDir Path folder;

    @Test
    void chunksOfTheTypesAskedForAreKeptInOrder() throws IOException {
        Path png =
                PngBytes.onePixel()
                        .chunk("tEXt", new byte[] {1})
                        .chunk("zTXt", new byte[] {2})
                        .chunk("tEXt", new byte[] {3})
                        .endIn(folder);
        PngChunks read = PngChunks.read(png, TEXT);
        assertThat(read.chunks())
                .extracting(PngChunk::data)
                .containsExactly(new byte[] {1}, new byte[] {3});
        assertThat(read.problems()).isEmpty();
    }

    @Test
    void aWrongChecksumCostsThatChunkOnly() throws IOException {
        Path png =
                PngBytes.onePixel()
                        .chunk("tEXt", new byte[] {1}, 1)
                        .chunk("tEXt", new byte[] {2})
                        .endIn(folder);
        PngChunks read = PngChunks.read(png, TEXT);
        assertThat(read.chunks()).extracting(PngChunk::data).containsExactly(new byte[] {2});
        assertThat(read.problems()).containsExactly("the checksum of its tEXt block is wrong");
    }

    @Test
    void whatAFileMerelyClaimsTakesNoMemory() throws IOException {
        for (int length : new int[] {PngChunks.MOST_BYTES, Integer.MAX_VALUE, -1}) {
            Path png =
                    PngBytes.in(
                            folder,
                            "claim.png",
                            PngBytes.onePixel().promise("tEXt", length).unfinished());
            assertThat(PngChunks.read(png, TEXT).chunks()).isEmpty();
            assertThat(PngChunks.read(png, TEXT).problems()).contains("it ends in the middle");
        }
    }

    @Test
    void aFileThatStopsAnywhereIsReadUpToThere() throws IOException {
        byte[] whole = PngBytes.onePixel().chunk("tEXt", new byte[] {1}).end();
        for (int length = 8; length < whole.length - 4; length++) {
            byte[] part = java.util.Arrays.copyOf(whole, length);
            PngChunks read = PngChunks.read(PngBytes.in(folder, "part.png", part), TEXT);
            assertThat(read.problems()).as("%s bytes", length).contains("it ends in the middle");
        }
    }

    @Test
    void manyChunksTogetherStayWithinTheLimit() throws IOException {
        byte[] large = new byte[PngChunks.MOST_BYTES / 2];
        Path png =
                PngBytes.onePixel()
                        .chunk("tEXt", large)
                        .chunk("tEXt", large)
                        .chunk("tEXt", new byte[] {1})
                        .endIn(folder);
        PngChunks read = PngChunks.read(png, TEXT);
        assertThat(read.chunks()).hasSize(2);
        assertThat(read.problems()).containsExactly("its tEXt blocks are longer than 16 MB");
    }

    @Test
    void aCompressionBombIsStopped() {
        byte[] bomb = PngBytes.zlib(new byte[64 << 20]);
        assertThat(bomb.length).isLessThan(100_000);
        assertThatThrownBy(() -> PngChunks.inflate(bomb, 0))
                .isInstanceOf(DataFormatException.class)
                .hasMessage("a compressed block unpacks to more than 16 MB");
    }

    @Test
    void compressedDataThatStopOrLieAreRefused() {
        byte[] packed =
                PngBytes.zlib("some text".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        assertThatThrownBy(() -> PngChunks.inflate(packed, 1))
                .isInstanceOf(DataFormatException.class);
        assertThatThrownBy(() -> PngChunks.inflate(java.util.Arrays.copyOf(packed, 8), 0))
                .isInstanceOf(DataFormatException.class);
        assertThatThrownBy(() -> PngChunks.inflate(new byte[0], 0))
                .isInstanceOf(DataFormatException.class);
        assertThatThrownBy(() -> PngChunks.inflate(new byte[3], 5))
                .isInstanceOf(DataFormatException.class);
    }
}
