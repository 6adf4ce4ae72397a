package atelier.service.training;

import static org.assertj.core.api.Assertions.assertThat;

import atelier.engine.lora.AdapterFile;
import atelier.model.adapter.AdapterInfo;
import atelier.model.adapter.AdapterLayout;
import atelier.model.adapter.AdapterMethod;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whole runs on the tiny random model, by each method. */
class TrainingMethodsTest {

    private static TinyTraining tiny;

    @TempDir static Path folder;

    @BeforeAll
    static void start() throws IOException {
        tiny = new TinyTraining();
        TinyTraining.data(folder);
    }

    @AfterAll
    static void stop() {
        tiny.close();
    }

    /** With the pictures that another run has prepared. */
    private static AdapterInfo train(String out, String... sets) throws IOException {
        Path first = folder.resolve("lora");
        if (!Files.exists(first)) {
            tiny.train(TinyTraining.order(folder, "lora", "targets=attn", "steps=1"));
        }
        TinyTraining.copyCache(first, folder.resolve(out));
        return AdapterFile.open(tiny.train(TinyTraining.order(folder, out, sets)).adapter()).info();
    }

    private static Set<Integer> ranks(AdapterInfo info, boolean convolution) {
        Set<Integer> ranks = new HashSet<>();
        info.groups().stream()
                .filter(group -> group.convolution() == convolution)
                .forEach(group -> ranks.add(group.rank()));
        return ranks;
    }

    @Test
    void loha() throws IOException {
        AdapterInfo info = train("loha", "method=loha", "targets=attn");
        assertThat(info.groups())
                .allMatch(group -> group.method() == AdapterMethod.LOHA && !group.dora());
        assertThat(info.metadata())
                .containsEntry("ss_network_module", "lycoris.kohya")
                .containsEntry("ss_network_dim", "4")
                .containsEntry("ss_network_args", "{\"algo\":\"loha\"}");
    }

    @Test
    void lokrWithDora() throws IOException {
        AdapterInfo info =
                train("lokr", "method=lokr", "dora=true", "lokrFactor=4", "targets=attn");
        assertThat(info.groups())
                .allMatch(group -> group.method() == AdapterMethod.LOKR && group.dora());
        assertThat(info.metadata())
                .containsEntry(
                        "ss_network_args",
                        "{\"algo\":\"lokr\",\"dora_wd\":\"True\",\"wd_on_out\":\"False\",\"factor\":\"4\"}");
    }

    @Test
    void loconWithARankOfItsOwn() throws IOException {
        AdapterInfo info = train("locon", "targets=all", "convRank=2", "convAlpha=1");
        assertThat(ranks(info, true)).containsExactly(2);
        assertThat(ranks(info, false)).containsExactly(4);
        assertThat(info.metadata())
                .containsEntry("ss_network_module", "networks.lora")
                .containsEntry("ss_network_args", "{\"conv_dim\":\"2\",\"conv_alpha\":\"1.0\"}");
    }

    @Test
    void diffusersNames() throws IOException {
        AdapterInfo info = train("diffusers", "adapterFormat=diffusers", "alpha=2", "targets=attn");
        assertThat(info.layout()).isEqualTo(AdapterLayout.PEFT);
        assertThat(info.groups()).allMatch(group -> group.alpha() == group.rank());
    }
}
