package atelier.service.dataset.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import atelier.model.AtelierException;
import atelier.model.job.CancelToken;
import atelier.model.job.CancelledException;
import atelier.model.job.Progress;
import atelier.model.job.ProgressListener;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ZipSourceTest {

    private static final ZipLimits SMALL = new ZipLimits(10, 100_000, 20, 1000, 0);

    @TempDir Path folder;

    private Path write(ZipBytes zip) throws IOException {
        return Files.write(folder.resolve("pictures.zip"), zip.bytes());
    }

    private Path unpack(Path zip) {
        Path target = folder.resolve("out/content");
        ZipSource.unpack(zip, target, ProgressListener.NONE, new CancelToken());
        return target;
    }

    private void refused(Path zip, String says) throws IOException {
        assertThatThrownBy(() -> unpack(zip))
                .isInstanceOf(AtelierException.class)
                .hasMessageContaining(zip.toString())
                .hasMessageContaining(says)
                .hasMessageEndingWith(".");
        if (Files.exists(folder.resolve("out"))) {
            assertThat(folder.resolve("out")).isEmptyDirectory();
        }
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .isSubsetOf("pictures.zip", "out");
        }
    }

    @Test
    void unpacksFilesAndFolders() throws IOException {
        Path zip =
                write(
                        new ZipBytes()
                                .folder("10_mia/")
                                .file("10_mia/a.png", "a")
                                .file("deep/er/\ud83d\ude00\n.png", "b")
                                .file("__MACOSX/10_mia/._a.png", "no")
                                .file("empty.txt", ""));
        List<Progress> heard = new ArrayList<>();
        Path target = folder.resolve("content");
        ZipSource.unpack(zip, target, heard::add, new CancelToken());
        assertThat(target.resolve("10_mia/a.png")).hasContent("a");
        assertThat(target.resolve("deep/er/\ud83d\ude00\n.png")).hasContent("b");
        assertThat(target.resolve("empty.txt")).isEmptyFile();
        assertThat(target.resolve("__MACOSX")).doesNotExist();
        assertThat(heard.getLast()).isEqualTo(Progress.of("Unpacking", 4, 4, "file"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../evil.png", "a/../../evil.png", "/etc/evil.png", "\\evil.png", "..\\evil.png",
                "C:\\evil.png", "C:evil.png", "a/..", "..", "a/../b.png"
            })
    void namesThatLeadOutAreRefusedBeforeAnythingIsWritten(String name) throws IOException {
        refused(
                write(new ZipBytes().file("good.png", "good").file(name, "evil")),
                "outside its folder");
        assertThat(folder.resolve("evil.png")).doesNotExist();
    }

    @Test
    void linksAndDevicesAreRefused() throws IOException {
        refused(
                write(new ZipBytes().file("a.png", "x").unix("b.png", "/etc/passwd", 0120777)),
                "'b.png', a link");
        refused(write(new ZipBytes().unix("b.png", "", 0010644)), "a link and no file");
        assertThatCode(() -> unpack(write(new ZipBytes().unix("c.png", "x", 0100644))))
                .doesNotThrowAnyException();
    }

    @Test
    void aHundredGigabytesAreRefusedBeforeAnythingIsWritten() throws IOException {
        ZipBytes zip = new ZipBytes();
        for (int i = 0; i < 30; i++) {
            zip.claiming("%d.png".formatted(i), new byte[100], 0xfffffff0L);
        }
        refused(write(zip), "unpacks to");
    }

    /** A gigabyte of zeros in a megabyte. */
    @Test
    void whatShrinksLikeNoPictureIsRefused() throws IOException {
        refused(write(new ZipBytes().zeros("a.bmp", 300 << 20)), "which no zip of that size");
    }

    @Test
    void aDirectoryThatLiesIsFoundOutWhileUnpacking() throws IOException {
        Path zip =
                write(
                        new ZipBytes()
                                .claiming("a.bmp", new byte[50_000], 10)
                                .claiming("b.bmp", new byte[90_000], 10));
        Path content = Files.createDirectory(folder.resolve("content"));
        assertThatThrownBy(() ->
                        new ZipUnpacker(zip, SMALL)
                                .unpack(content, ProgressListener.NONE, new CancelToken()))
                .isInstanceOf(AtelierException.class);
        long written;
        try (Stream<Path> files = Files.list(content)) {
            written = files.mapToLong(file -> file.toFile().length()).sum();
        }
        assertThat(written).isLessThan(90_000);
    }

    @Test
    void tooManyFilesAndTooFullADiskAreRefused() throws IOException {
        ZipBytes many = new ZipBytes();
        for (int i = 0; i < 11; i++) {
            many.file(i + ".txt", "x");
        }
        Path zip = write(many);
        Path content = Files.createDirectory(folder.resolve("content"));
        assertThatThrownBy(() ->
                        new ZipUnpacker(zip, SMALL)
                                .unpack(content, ProgressListener.NONE, new CancelToken()))
                .hasMessageContaining("more than 10 files");
        ZipLimits noRoom = new ZipLimits(100, 100_000, 20, 1000, Long.MAX_VALUE);
        assertThatThrownBy(() ->
                        new ZipUnpacker(zip, noRoom)
                                .unpack(content, ProgressListener.NONE, new CancelToken()))
                .hasMessageContaining("to spare");
        assertThat(content).isEmptyDirectory();
    }

    @Test
    void damagedLockedAndAmbiguousZipsAreNamed() throws IOException {
        byte[] sound = new ZipBytes().file("a.png", "x".repeat(5000)).file("b.png", "y").bytes();
        Path zip = folder.resolve("pictures.zip");
        refused(Files.write(zip, Arrays.copyOf(sound, sound.length - 30)), "damaged");
        refused(Files.write(zip, Arrays.copyOf(sound, 40)), "damaged");
        refused(write(new ZipBytes().locked("a.png", "x")), "password");
        refused(write(new ZipBytes().file("a.png", "x").file("./a.png", "y")), "both called a.png");
        byte[] flipped = sound.clone();
        flipped[40] ^= 0x55;
        flipped[45] ^= 0x55;
        refused(Files.write(zip, flipped), "damaged");
    }

    @Test
    void namesInOldCodePagesAreRead() throws IOException {
        Path zip =
                write(
                        new ZipBytes(Charset.forName("windows-1251"))
                                .file("мира.png", "x")
                                .file("мира.txt", "y"));
        try (Stream<Path> files = Files.list(unpack(zip))) {
            assertThat(files.map(file -> file.getFileName().toString().replaceFirst("\\..*", "")))
                    .hasSize(2)
                    .containsOnly(
                            new String(
                                    "мира".getBytes(Charset.forName("windows-1251")),
                                    StandardCharsets.ISO_8859_1));
        }
    }

    @Test
    void aFolderThatHoldsSomethingIsNotTouched() throws IOException {
        Path zip = write(new ZipBytes().file("a.png", "x"));
        Path target = Files.createDirectories(folder.resolve("out/content"));
        assertThat(unpack(zip).resolve("a.png")).exists();
        Files.writeString(target.resolve("mine.txt"), "mine");
        assertThatThrownBy(() -> unpack(zip))
                .isInstanceOf(AtelierException.class)
                .hasMessageContaining("is not empty");
        assertThat(target.resolve("mine.txt")).hasContent("mine");
    }

    @Test
    void stoppingLeavesNothing() throws IOException {
        Path zip = write(new ZipBytes().file("a.png", "x").file("b.png", "y"));
        CancelToken cancel = new CancelToken();
        Path target = folder.resolve("out/content");
        assertThatThrownBy(() ->
                        ZipSource.unpack(
                                zip,
                                target,
                                progress -> {
                                    if (progress.done() == 1) {
                                        cancel.cancel();
                                    }
                                },
                                cancel))
                .isInstanceOf(CancelledException.class);
        assertThat(folder.resolve("out")).isEmptyDirectory();
    }

    @Test
    void zipsAreKnownByTheirContent() throws IOException {
        assertThat(ZipSource.isZip(write(new ZipBytes().file("a", "x")))).isTrue();
        assertThat(ZipSource.isZip(write(new ZipBytes()))).isTrue();
        assertThat(ZipSource.isZip(Files.writeString(folder.resolve("x.zip"), "no"))).isFalse();
        assertThat(ZipSource.isZip(folder)).isFalse();
        assertThat(unpack(write(new ZipBytes()))).isEmptyDirectory();
    }
}
