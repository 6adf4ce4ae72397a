package atelier.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import atelier.reference.Reference;
import atelier.service.dataset.DrawnPictures;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ProxySelector;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Starting, training and generating open no connection and need none. */
class NoNetworkTest {

    private static final Path MODEL = Reference.root().resolve("tiny-sdxl").toAbsolutePath();
    private static final Duration LONGEST = Duration.ofMinutes(3);
    private static final List<String> CUT_OFF =
            List.of("unshare", "--user", "--map-root-user", "--net");

    @TempDir private Path folder;

    /** Where the system allows it, in a network namespace of its own, that leads nowhere. */
    @Test
    void theWholeJobAsksForNoConnectionAndNeedsNone() throws Exception {
        List<String> wrapper = canBeCutOff() ? CUT_OFF : List.of();
        Path data = Files.createDirectory(folder.resolve("data"));
        DrawnPictures.into(data);
        Path run = folder.resolve("run");
        requireQuietSuccess(
                wrapper,
                "train",
                "--model",
                MODEL,
                "--data",
                data,
                "--trigger",
                "mia",
                "--out",
                run,
                "--set",
                "steps=2",
                "--set",
                "resolution=64",
                "--set",
                "previewSteps=1");
        requireQuietSuccess(
                wrapper,
                "generate",
                "--model",
                MODEL,
                "--adapter",
                run.resolve("mia.safetensors"),
                "--prompt",
                "mia",
                "--size",
                "64x64",
                "--steps",
                "2",
                "--out",
                folder.resolve("images"));
    }

    private static boolean canBeCutOff() throws IOException, InterruptedException {
        if (!System.getProperty("os.name").equals("Linux")) {
            return false;
        }
        List<String> probe = new ArrayList<>(CUT_OFF);
        probe.add("true");
        return new ProcessBuilder(probe).start().waitFor() == 0;
    }

    private void requireQuietSuccess(List<String> wrapper, Object... args) throws Exception {
        AtelierProcess process = new AtelierProcess(folder, wrapper, WatchedMain.class, args);
        assertThat(process.exit(LONGEST)).as(() -> lines(process)).isZero();
        assertThat(process.err()).noneMatch(line -> line.contains(WatchedMain.ASKED));
    }

    private static String lines(AtelierProcess process) {
        try {
            return String.join("\n", process.err());
        } catch (IOException e) {
            return e.toString();
        }
    }

    /** What watches would see a connection, also one that is made past URLs. */
    @Test
    void theWatchSeesSocketsAndPages() {
        List<URI> asked = new ArrayList<>();
        ProxySelector usual = ProxySelector.getDefault();
        ProxySelector.setDefault(new WatchedMain.Refusal(asked::add));
        try {
            InetAddress here = InetAddress.getLoopbackAddress();
            assertThatThrownBy(() -> new Socket(here, 9).close());
            assertThatThrownBy(() ->
                    URI.create("http://" + here.getHostAddress() + ":9/").toURL().openStream());
        } finally {
            ProxySelector.setDefault(usual);
        }
        assertThat(asked).extracting(URI::getScheme).containsExactly("socket", "http");
    }
}
