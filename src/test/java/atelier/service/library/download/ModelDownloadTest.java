package atelier.service.library.download;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import atelier.model.AtelierException;
import atelier.model.job.CancelToken;
import atelier.model.job.CancelledException;
import atelier.model.job.Progress;
import atelier.model.job.ProgressListener;
import atelier.model.library.CatalogEntry;
import atelier.model.library.CatalogLicence;
import atelier.model.library.DownloadOrder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelDownloadTest {

    private static final int SIZE = 3 << 20;

    @TempDir private Path folder;
    private final byte[] content = new byte[SIZE];
    private final List<Progress> progress = new CopyOnWriteArrayList<>();
    private final List<String> notices = new CopyOnWriteArrayList<>();
    private final CancelToken cancel = new CancelToken();
    private FileServer server;
    private long free = Long.MAX_VALUE;

    @BeforeEach
    void start() throws IOException {
        new Random(1).nextBytes(content);
        server = new FileServer(content);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private CatalogEntry entry(String url, byte[] promised) throws Exception {
        return new CatalogEntry(
                "test",
                "Test model",
                "tests",
                "model.onnx",
                url,
                promised.length,
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(promised)),
                new CatalogLicence("MIT", "Do what you like.", "https://example.org", true),
                "");
    }

    private DownloadOrder order() throws Exception {
        return new DownloadOrder(entry(server.url(), content), "MIT");
    }

    private Path fetch(DownloadOrder order, Duration patience) {
        return new ModelDownload(folder.resolve("models"), place -> free, patience, Duration.ZERO)
                .fetch(
                        order,
                        new ProgressListener() {
                            @Override
                            public void progressed(Progress now) {
                                progress.add(now);
                            }

                            @Override
                            public void noticed(String notice) {
                                notices.add(notice);
                            }
                        },
                        cancel);
    }

    private Path fetch(DownloadOrder order) {
        return fetch(order, Duration.ofMinutes(5));
    }

    private List<String> names() throws IOException {
        Path models = folder.resolve("models");
        if (!Files.exists(models)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(models)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    @Test
    void aModelIsFetchedWholeAndOnce() throws Exception {
        assertThat(fetch(order())).hasBinaryContent(content);
        assertThat(names()).containsExactly("model.onnx");
        assertThat(progress)
                .contains(Progress.of("Fetching Test model", 3, 3, "MiB"))
                .endsWith(Progress.of("Checking Test model", 3, 3, "MiB"));
        fetch(order());
        assertThat(server.asked).containsExactly("all");
    }

    @Test
    void nothingIsAskedOfTheServerBeforeTheLicenceIsAccepted() throws Exception {
        CatalogEntry entry = entry(server.url(), content);
        assertThatThrownBy(() -> fetch(new DownloadOrder(entry, "")))
                .isInstanceOf(AtelierException.class)
                .hasMessage("Test model comes under the licence MIT: read and accept it first.");
        assertThat(server.asked).isEmpty();
        assertThat(names()).isEmpty();
    }

    @Test
    void aBrokenConnectionIsGoneOnWithWhereItBroke() throws Exception {
        server.broken.set(3);
        assertThat(fetch(order())).hasBinaryContent(content);
        assertThat(server.asked)
                .hasSize(4)
                .startsWith("all")
                .element(1)
                .asString()
                .matches("bytes=\\d{5,}-");
        assertThat(notices).hasSize(3).allMatch(notice -> notice.contains("is gone on with"));
    }

    @Test
    void aServerWithoutRangesSendsEverythingAgain() throws Exception {
        server.ranges = false;
        server.broken.set(1);
        assertThat(fetch(order())).hasBinaryContent(content);
        assertThat(server.asked).hasSize(2);
    }

    @Test
    void aServerThatIsBusyIsAskedAgainAndInTheEndSaidToBe() throws Exception {
        server.busy.set(2);
        assertThat(fetch(order())).hasBinaryContent(content);
        Files.delete(folder.resolve("models/model.onnx"));
        server.busy.set(100);
        assertThatThrownBy(() -> fetch(order()))
                .isInstanceOf(AtelierException.class)
                .hasMessage(
                        "Test model cannot be fetched now: the server is busy (it answered 503); what came is kept, so check the connection and try again.");
    }

    @Test
    void whatCameBeforeAFailureIsKeptForTheNextTry() throws Exception {
        server.stalls = true;
        assertThatThrownBy(() -> fetch(order(), Duration.ofMillis(300)))
                .isInstanceOf(AtelierException.class)
                .hasMessageContaining("the connection broke; what came is kept");
        server.stalls = false;
        server.asked.clear();
        assertThat(fetch(order())).hasBinaryContent(content);
        assertThat(server.asked).singleElement().asString().matches("bytes=\\d{6,}-");
        assertThat(names()).containsExactly("model.onnx");
    }

    @Test
    void cancellingStopsInTheMiddleAndTheNextTryGoesOn() throws Exception {
        // Half of the file comes, which is more than the mebibyte that is waited for.
        server.stalls = true;
        Thread canceller =
                Thread.startVirtualThread(() -> {
                    try {
                        while (progress.stream().noneMatch(one -> one.done() >= 1)) {
                            Thread.sleep(5);
                        }
                    } catch (InterruptedException e) {
                        throw new IllegalStateException(e);
                    }
                    cancel.cancel();
                });
        assertThatThrownBy(() -> fetch(order())).isInstanceOf(CancelledException.class);
        canceller.join();
        assertThat(names()).singleElement().asString().endsWith(".partial");
        server.stalls = false;
        Path file =
                new ModelDownload(folder.resolve("models"))
                        .fetch(order(), ProgressListener.NONE, new CancelToken());
        assertThat(file).hasBinaryContent(content);
        assertThat(server.asked.getLast()).matches("bytes=\\d{7,}-");
    }

    @Test
    void aFileOfAnotherContentIsNeverKept() throws Exception {
        byte[] promised = content.clone();
        promised[SIZE / 2] ^= 1;
        DownloadOrder order = new DownloadOrder(entry(server.url(), promised), "MIT");
        assertThatThrownBy(() -> fetch(order))
                .isInstanceOf(AtelierException.class)
                .hasMessageStartingWith("Test model has not the content that the catalog promises");
        assertThat(names()).isEmpty();
    }

    @Test
    void aFileOfAnotherSizeIsNotEvenFetched() throws Exception {
        DownloadOrder order = new DownloadOrder(entry(server.url(), new byte[SIZE + 1]), "MIT");
        assertThatThrownBy(() -> fetch(order))
                .isInstanceOf(AtelierException.class)
                .hasMessageContaining("(3145728 bytes in place of 3145729)");
        assertThat(names()).isEmpty();
    }

    @Test
    void aFileThatIsGoneFromItsAddressIsSaidAtOnce() throws Exception {
        server.status = 404;
        assertThatThrownBy(() -> fetch(order()))
                .isInstanceOf(AtelierException.class)
                .hasMessageContaining("is not at its address any more (the server answered 404)");
        assertThat(server.asked).hasSize(1);
    }

    @Test
    void whatDoesNotFitTheDiskIsNotBegun() throws Exception {
        free = 100_000_000;
        assertThatThrownBy(() -> fetch(order()))
                .isInstanceOf(AtelierException.class)
                .hasMessage(
                        "Test model needs 0.0 GB more in %s, where 0.1 GB are free: make room, then try again.",
                        folder.resolve("models"));
        assertThat(server.asked).isEmpty();
    }

    @Test
    void anotherFileOfThatNameIsLeftAlone() throws Exception {
        Path there = Files.createDirectory(folder.resolve("models")).resolve("model.onnx");
        Files.writeString(there, "mine");
        assertThatThrownBy(() -> fetch(order()))
                .isInstanceOf(AtelierException.class)
                .hasMessageContaining("is there already and is another file");
        assertThat(there).hasContent("mine");
    }

    @Test
    void anAddressThatPointsElsewhereIsFollowed() throws Exception {
        String url = server.url().replace("/model", "/elsewhere");
        assertThat(fetch(new DownloadOrder(entry(url, content), "MIT"))).hasBinaryContent(content);
    }
}
