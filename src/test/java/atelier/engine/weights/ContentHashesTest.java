package atelier.engine.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import atelier.model.AtelierException;
import atelier.model.job.CancelToken;
import atelier.model.job.CancelledException;
import atelier.model.job.Progress;
import atelier.model.job.ProgressListener;
import atelier.model.library.FileHashes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContentHashesTest {

    @TempDir Path folder;

    private final CancelToken cancel = new CancelToken();
    private ContentHashes hashes;
    private Path store;

    @BeforeEach
    void store() {
        store = folder.resolve("hashes.json");
        hashes = new ContentHashes(store);
    }

    @Test
    void hashesTheWholeFileAndAnAdaptersData() throws Exception {
        Path adapter = adapter(3_000_001);
        byte[] bytes = Files.readAllBytes(adapter);
        int data = (int) SafetensorsFile.open(adapter).dataBegin();
        FileHashes got = hashes.compute(adapter, ProgressListener.NONE, cancel);
        assertThat(got.sha256()).isEqualTo(sha256(bytes));
        assertThat(got.dataSha256())
                .isEqualTo(sha256(Arrays.copyOfRange(bytes, data, bytes.length)));
        assertThat(got.autoV2()).isEqualTo(sha256(bytes).substring(0, 10));
    }

    @Test
    void hashesOtherFilesAsAWhole() throws Exception {
        Path file = Files.writeString(folder.resolve("abc"), "abc");
        assertThat(hashes.compute(file, ProgressListener.NONE, cancel))
                .isEqualTo(
                        new FileHashes(
                                "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
                                null));
    }

    @Test
    void keepsThemUntilTheFileChanges() throws IOException {
        Path file = Files.writeString(folder.resolve("a"), "abc");
        assertThat(hashes.known(file)).isEmpty();
        FileHashes first = hashes.compute(file, ProgressListener.NONE, cancel);
        ContentHashes later = new ContentHashes(store);
        assertThat(later.known(file)).contains(first);
        Files.setLastModifiedTime(file, FileTime.from(Instant.EPOCH));
        assertThat(later.known(file)).isEmpty();
        Files.writeString(file, "abcd");
        assertThat(later.compute(file, ProgressListener.NONE, cancel)).isNotEqualTo(first);
    }

    @Test
    void doesNotReadAKnownFileAgain() throws IOException {
        Path file = Files.writeString(folder.resolve("a"), "abc");
        hashes.compute(file, ProgressListener.NONE, cancel);
        List<Progress> heard = new ArrayList<>();
        hashes.compute(file, heard::add, cancel);
        assertThat(heard).isEmpty();
    }

    @Test
    void forgetsFilesThatAreGone() throws IOException {
        Path gone = Files.writeString(folder.resolve("gone"), "1");
        hashes.compute(gone, ProgressListener.NONE, cancel);
        Files.delete(gone);
        hashes.compute(Files.writeString(folder.resolve("b"), "2"), ProgressListener.NONE, cancel);
        assertThat(store).content().doesNotContain("gone");
    }

    @Test
    void startsAnewWhenTheStoreIsDamaged() throws IOException {
        Files.writeString(store, "{\"a\":");
        Path file = Files.writeString(folder.resolve("a"), "abc");
        assertThat(hashes.known(file)).isEmpty();
        FileHashes got = hashes.compute(file, ProgressListener.NONE, cancel);
        assertThat(hashes.known(file)).contains(got);
    }

    @Test
    void worksInTheBackgroundAndSharesTheWork() throws Exception {
        List<Runnable> waiting = new ArrayList<>();
        ContentHashes delayed = new ContentHashes(store, waiting::add);
        Path file = Files.writeString(folder.resolve("a"), "abc");
        CompletableFuture<FileHashes> one = delayed.request(file, ProgressListener.NONE, cancel);
        CompletableFuture<FileHashes> two = delayed.request(file, ProgressListener.NONE, cancel);
        assertThat(two).isSameAs(one).isNotDone();
        waiting.getFirst().run();
        assertThat(waiting).hasSize(1);
        assertThat(one.join().sha256()).startsWith("ba7816bf");
        CompletableFuture<FileHashes> real =
                hashes.request(adapter(100), ProgressListener.NONE, cancel);
        assertThat(real.get(1, TimeUnit.MINUTES).dataSha256()).isNotNull();
    }

    @Test
    void cancellingKeepsNothing() throws IOException {
        Path file = Files.write(folder.resolve("a"), new byte[5 << 20]);
        ProgressListener stop =
                progress -> {
                    if (progress.done() >= 2) {
                        cancel.cancel();
                    }
                };
        CompletableFuture<FileHashes> result = hashes.request(file, stop, cancel);
        assertThatThrownBy(result::join)
                .isInstanceOf(CompletionException.class)
                .hasCauseInstanceOf(CancelledException.class);
        assertThat(hashes.known(file)).isEmpty();
    }

    @Test
    void saysThatAFileIsMissing() {
        assertThatThrownBy(
                        () -> hashes.compute(folder.resolve("gone"), ProgressListener.NONE, cancel))
                .isInstanceOf(AtelierException.class)
                .hasMessageContaining("does not exist");
    }

    private Path adapter(int size) {
        return TestModels.write(
                folder.resolve("lora.safetensors"),
                Map.of("lora_unet_x.lora_down.weight", List.of((long) size)),
                DType.F16,
                Map.of("ss_network_dim", "8"));
    }

    private static String sha256(byte[] bytes) throws NoSuchAlgorithmException {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }
}
