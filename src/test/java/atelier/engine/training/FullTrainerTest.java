package atelier.engine.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import atelier.engine.sampler.SchedulerConfig;
import atelier.engine.sdxl.NotFiniteException;
import atelier.engine.sdxl.UNet;
import atelier.engine.torch.Autograd;
import atelier.engine.torch.ComputeType;
import atelier.engine.training.losses.Batch;
import atelier.engine.training.losses.Example;
import atelier.engine.weights.FloatTensor;
import atelier.model.AtelierException;
import atelier.model.job.CancelToken;
import atelier.model.job.CancelledException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** All weights of the tiny model's UNet, in fp32 and in bf16. */
class FullTrainerTest {

    private static TinyFull tiny;

    @BeforeAll
    static void load() {
        tiny = new TinyFull();
    }

    @AfterAll
    static void close() {
        tiny.close();
    }

    @Test
    void fitsOneBatchBetterInBothTypesAndLeavesTheNetworkAsItWas() {
        for (UNet network : List.of(tiny.unet, tiny.half)) {
            float[] plain = tiny.tiny.lane.call(() -> predict(network));
            tiny.with(
                    network,
                    tiny.settings(2e-3, 1),
                    trainer -> {
                        double first = trainer.update(tiny.batch(1), new CancelToken()).loss();
                        for (int step = 1; step < 12; step++) {
                            trainer.update(tiny.batch(1), new CancelToken());
                        }
                        assertThat(tiny.loss(trainer, 1)).isLessThan(0.8 * first);
                        assertThat(predict(network)).isNotEqualTo(plain);
                    });
            assertThat(tiny.tiny.lane.call(() -> predict(network))).isEqualTo(plain);
        }
    }

    private static float[] predict(UNet network) {
        TrainedModel model =
                TrainedModel.unet(
                        network,
                        network == tiny.half ? ComputeType.BFLOAT16 : ComputeType.FLOAT32,
                        SchedulerConfig.SDXL);
        try (Autograd autograd = new Autograd(tiny.tiny.torch);
                BatchGradients pass =
                        new BatchGradients(tiny.tiny.torch, autograd, model, List.of(), true)) {
            return new float[] {(float) pass.loss(tiny.batch(9), new CancelToken())};
        }
    }

    @Test
    void repeatsAndGoesOnFromAStateToTheBitInBf16() {
        List<TrainerState> states = new ArrayList<>();
        for (int run = 0; run < 2; run++) {
            tiny.with(
                    tiny.half,
                    tiny.settings(1e-3, 0),
                    trainer -> {
                        trainer.update(tiny.batch(1), new CancelToken());
                        states.add(trainer.state());
                        trainer.update(tiny.batch(2), new CancelToken());
                        states.add(trainer.state());
                    });
        }
        tiny.with(
                tiny.half,
                tiny.settings(1e-3, 0),
                trainer -> {
                    trainer.restore(states.getFirst());
                    trainer.update(tiny.batch(2), new CancelToken());
                    states.add(trainer.state());
                });
        tiny.assertSame(states.get(3), states.get(1));
        tiny.assertSame(states.get(4), states.get(1));
    }

    /** A step of a thousandth of what rounding to the nearest would keep still adds up. */
    @Test
    void stepsTooSmallForBf16AreNotLost() {
        tiny.with(
                tiny.half,
                tiny.settings(1e-5, 0),
                trainer -> {
                    TrainerState before = trainer.state();
                    trainer.update(tiny.batch(1), new CancelToken());
                    TrainerState after = trainer.state();
                    long changed = 0;
                    long all = 0;
                    for (String name : trainer.names()) {
                        float[] a = before.weights().get(name).values();
                        float[] b = after.weights().get(name).values();
                        for (int i = 0; i < a.length; i++) {
                            all++;
                            changed += a[i] == b[i] ? 0 : 1;
                        }
                    }
                    assertThat((double) changed / all).isBetween(0.005, 0.3);
                });
    }

    @Test
    void shortensEachBlockByItself() {
        List<TrainerState> ends = new ArrayList<>();
        for (double most : new double[] {0, 1e9, 1e-12}) {
            tiny.with(
                    tiny.unet,
                    tiny.settings(1e-3, most),
                    trainer -> {
                        trainer.update(tiny.batch(1), new CancelToken());
                        ends.add(trainer.state());
                    });
        }
        tiny.assertSame(ends.get(1), ends.getFirst());
        float[] usual = ends.getFirst().optimizer().tensors().get("conv_out.bias.square").values();
        float[] small = ends.getLast().optimizer().tensors().get("conv_out.bias.square").values();
        assertThat(small[0]).isLessThan(1e-20f).isLessThan(usual[0]);
    }

    @Test
    void stopsBeforeTheFirstWeightChanges() {
        CancelToken cancel = new CancelToken();
        cancel.cancel();
        Example first = tiny.batch(1).examples().getFirst();
        float[] latents = first.latents().clone();
        latents[0] = Float.NaN;
        Batch broken =
                new Batch(
                        8,
                        8,
                        List.of(
                                new Example(
                                        latents,
                                        first.caption(),
                                        first.sizes(),
                                        first.noise(),
                                        first.timestep())));
        tiny.with(
                tiny.unet,
                tiny.settings(1e-3, 0),
                trainer -> {
                    TrainerState before = trainer.state();
                    assertThatThrownBy(() -> trainer.update(tiny.batch(1), cancel))
                            .isInstanceOf(CancelledException.class);
                    assertThatThrownBy(() -> trainer.update(broken, new CancelToken()))
                            .isInstanceOf(NotFiniteException.class)
                            .hasMessageContaining("step 1");
                    tiny.assertSame(trainer.state(), before);
                });
    }

    @Test
    void takesNoStateOfAnotherNetwork() {
        tiny.with(
                tiny.unet,
                tiny.settings(1e-3, 0),
                trainer -> {
                    TrainerState state = trainer.state();
                    Map<String, FloatTensor> fewer = new LinkedHashMap<>(state.weights());
                    fewer.remove("conv_in.bias");
                    assertThatThrownBy(() ->
                                    trainer.restore(
                                            new TrainerState(
                                                    0,
                                                    new LinkedHashMap<>(fewer),
                                                    new LinkedHashMap<>(),
                                                    state.optimizer())))
                            .isInstanceOf(AtelierException.class);
                });
    }
}
