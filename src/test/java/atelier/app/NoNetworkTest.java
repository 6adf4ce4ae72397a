package atelier.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import atelier.reference.Reference;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ProxySelector;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Starting, training and generating open no connection and need none. */
class NoNetworkTest {

    private static final Duration LONGEST = Duration.ofMinutes(3);
    private static final List<String> CUT_OFF =
            List.of("unshare", "--user", "--map-root-user", "--net");

    @TempDir private Path folder;

    /** Where the system allows it, in a network namespace of its own, that leads nowhere. */
    @Test
    void theWholeJobAsksForNoConnectionAndNeedsNone() throws Exception {
        requireQuietSuccess(canBeCutOff() ? CUT_OFF : List.of());
    }

    private static boolean canBeCutOff() throws IOException, InterruptedException {
        if (!System.getProperty("os.name").equals("Linux")) {
            return false;
        }
        List<String> probe = new ArrayList<>(CUT_OFF);
        probe.add("true");
        return new ProcessBuilder(probe).start().waitFor() == 0;
    }

    private void requireQuietSuccess(List<String> wrapper) throws Exception {
        AtelierProcess process =
                new AtelierProcess(
                        folder,
                        wrapper,
                        WatchedMain.class,
                        "plumbing",
                        "--model",
                        Reference.root().resolve("tiny-sdxl").toAbsolutePath(),
                        "--out",
                        folder.resolve("plumbing"));
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
