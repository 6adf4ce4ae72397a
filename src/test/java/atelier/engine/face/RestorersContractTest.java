package atelier.engine.face;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import atelier.engine.onnx.OnnxRuntime;
import atelier.engine.restoration.BandFaces;
import atelier.engine.restoration.RestorationNetworks;
import atelier.engine.sampler.TorchRandom;
import atelier.engine.torch.Lane;
import atelier.model.AtelierException;
import atelier.model.job.CancelToken;
import atelier.model.job.CancelledException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every restorer, also for those that are added. */
class RestorersContractTest {

    private static final String CONFIG =
            "{\"network\": \"face-restorer\", \"template\": \"ffhq\", \"side\": 256}";

    @TempDir private Path folder;

    static List<String> ids() {
        return Restorers.all().stream().map(RestorerType::id).toList();
    }

    /** A network of the restorer's exact inputs and outputs. */
    private Path network(String id) throws IOException {
        Path file = folder.resolve("model.onnx");
        Files.writeString(folder.resolve("config.json"), CONFIG);
        return switch (id) {
            case "codeformer" -> RestorationNetworks.codeFormer(file);
            case "gpen-bfr-256", "starter" -> RestorationNetworks.plain(file, 256);
            default -> RestorationNetworks.gfpgan(file);
        };
    }

    private static float[] face(int side) {
        return new TorchRandom(3).normal(3 * side * side);
    }

    @ParameterizedTest
    @MethodSource("ids")
    void runsANetworkOfItsSignature(String id) throws IOException {
        Path file = network(id);
        try (Lane lane = new Lane()) {
            lane.run(() -> {
                try (FaceRestorer restorer =
                        Restorers.get(id).open(OnnxRuntime.onCpu(lane), file, 0.7)) {
                    float[] face = face(restorer.side());
                    float[] before = face.clone();
                    float[] restored = restorer.restore(face, new CancelToken());
                    assertThat(restored).hasSize(face.length).isNotEqualTo(face);
                    assertThat(face).as("what went in").isEqualTo(before);
                    assertThat(restorer.template().points(restorer.side()))
                            .allSatisfy(point -> {
                                assertThat(point.x()).isBetween(0.0, (double) restorer.side());
                                assertThat(point.y()).isBetween(0.0, (double) restorer.side());
                            });
                    CancelToken cancel = new CancelToken();
                    cancel.cancel();
                    assertThatThrownBy(() -> restorer.restore(face, cancel))
                            .isInstanceOf(CancelledException.class);
                }
            });
        }
    }

    @ParameterizedTest
    @MethodSource("ids")
    void fidelityMakesADifferenceWhereItSaysSo(String id) throws IOException {
        Path file = network(id);
        try (Lane lane = new Lane()) {
            float[] low = lane.call(() -> restored(lane, id, file, 0.1));
            float[] high = lane.call(() -> restored(lane, id, file, 0.9));
            assertThat(Arrays.equals(low, high)).isNotEqualTo(Restorers.get(id).usesFidelity());
        }
    }

    private static float[] restored(Lane lane, String id, Path file, double fidelity) {
        try (FaceRestorer restorer =
                Restorers.get(id).open(OnnxRuntime.onCpu(lane), file, fidelity)) {
            return restorer.restore(face(restorer.side()), new CancelToken());
        }
    }

    @ParameterizedTest
    @MethodSource("ids")
    void refusesAnotherNetwork(String id) throws IOException {
        network(id);
        Path other = BandFaces.network(folder.resolve("model.onnx"), 128);
        try (Lane lane = new Lane()) {
            lane.run(() ->
                    assertThatThrownBy(() ->
                                    Restorers.get(id).open(OnnxRuntime.onCpu(lane), other, 0.5))
                            .isInstanceOf(AtelierException.class)
                            .hasMessageContaining(
                                    "model.onnx holds no network for restoring faces"));
        }
    }

    @ParameterizedTest
    @MethodSource("ids")
    void hasANameInEachLanguage(String id) throws IOException {
        assertThat(id).matches("[a-z0-9.]+(-[a-z0-9.]+)*");
        for (String bundle : new String[] {"messages", "messages_ru"}) {
            Properties texts = new Properties();
            try (InputStream in =
                    getClass().getResourceAsStream("/atelier/ui/text/" + bundle + ".properties")) {
                texts.load(in);
            }
            assertThat(texts.getProperty(Restorers.get(id).nameKey())).as(bundle).isNotBlank();
        }
    }

    @Test
    void idsAreThereOnceAndUnknownOnesAreAnsweredWithThem() {
        assertThat(ids()).doesNotHaveDuplicates().contains("gfpgan-1.4", "codeformer");
        assertThatThrownBy(() -> Restorers.get("gfpgan"))
                .isInstanceOf(AtelierException.class)
                .hasMessageStartingWith("There is no restorer 'gfpgan'; choose one of gfpgan-1.4,");
    }

    @Test
    void theStartersFolderMustSayHowItIsUsed() throws IOException {
        Path file = network("starter");
        for (String config :
                new String[] {
                    "",
                    "[]",
                    "{}",
                    "{\"network\": \"matting\", \"template\": \"ffhq\", \"side\": 256}",
                    "{\"network\": \"face-restorer\", \"template\": \"none\", \"side\": 256}",
                    "{\"network\": \"face-restorer\", \"template\": \"ffhq\", \"side\": 0}"
                }) {
            Files.writeString(folder.resolve("config.json"), config);
            try (Lane lane = new Lane()) {
                lane.run(() ->
                        assertThatThrownBy(() ->
                                        Restorers.get("starter")
                                                .open(OnnxRuntime.onCpu(lane), file, 0.5))
                                .as(config)
                                .isInstanceOf(AtelierException.class)
                                .hasMessageContaining(
                                        "config.json does not say how its network restores"));
            }
        }
    }
}
