package atelier.engine.sampler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import atelier.model.AtelierException;
import atelier.model.generation.PredictionType;
import atelier.reference.Reference;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SchedulerConfigTest {

    @TempDir private Path folder;

    @Test
    @Tag("reference")
    void readsTheCheckpointOfTheReference() {
        Path file = Reference.root().resolve("tiny-sdxl/scheduler/scheduler_config.json");
        assertThat(SchedulerConfig.read(file)).isEqualTo(SchedulerConfig.SDXL);
    }

    @Test
    void whatIsLeftOutIsAsInSdxl() throws IOException {
        assertThat(read("{}")).isEqualTo(SchedulerConfig.SDXL);
        assertThat(read("{\"prediction_type\": null}")).isEqualTo(SchedulerConfig.SDXL);
    }

    @Test
    void readsEverySetting() throws IOException {
        SchedulerConfig config =
                read(
                        """
                        {"_class_name": "DDIMScheduler", "beta_schedule": "linear",
                         "beta_start": 0.0001, "beta_end": 0.02, "num_train_timesteps": 500,
                         "rescale_betas_zero_snr": true, "prediction_type": "v_prediction",
                         "timestep_spacing": "trailing", "steps_offset": 0,
                         "final_sigmas_type": "sigma_min", "set_alpha_to_one": true}
                        """);
        assertThat(config)
                .isEqualTo(
                        new SchedulerConfig(
                                new Betas.Linear(0.0001, 0.02, 500),
                                true,
                                PredictionType.V_PREDICTION,
                                Spacing.TRAILING,
                                0,
                                true,
                                true));
        assertThat(NoiseSchedule.of(config).trainSteps()).isEqualTo(500);
        assertThat(NoiseSchedule.of(config).alphaCumprod(499)).isZero();
    }

    @Test
    void takesListedBetas() throws IOException {
        SchedulerConfig config = read("{\"trained_betas\": [0.1, 0.2, 0.5]}");
        assertThat(config.betas()).isEqualTo(new Betas.Listed(List.of(0.1, 0.2, 0.5)));
        assertThat(NoiseSchedule.of(config).alphaCumprod(2)).isEqualTo(0.9 * 0.8 * 0.5);
    }

    @Test
    void endsAtTheSmallestNoiseWhereAsked() throws IOException {
        SchedulerConfig config = read("{\"final_sigmas_type\": \"sigma_min\"}");
        double smallest = NoiseSchedule.of(config).sigma(0);
        for (String sampler : List.of("euler", "dpmpp-2m", "dpmpp-2m-sde", "unipc")) {
            for (ScheduleType schedule : Schedules.all()) {
                for (int steps : new int[] {1, 2, 10, 20}) {
                    SamplerRun run = Samplers.start(config, sampler, schedule.id(), steps, 1);
                    assertThat(run.sigmas()[run.calls()]).isEqualTo(smallest);
                    GaussianModel model = new GaussianModel(0, 1, PredictionType.EPSILON);
                    float[] start = model.start(run, 0, new float[] {0.5f, -1});
                    for (float value : model.sample(run, 0, start, new TorchRandom(3))) {
                        assertThat(value).as("%s × %s", sampler, schedule.id()).isFinite();
                    }
                }
            }
        }
    }

    @Test
    void endsDdimAtNoNoiseWhereAsked() throws IOException {
        SchedulerConfig config = read("{\"set_alpha_to_one\": true}");
        assertThat(Samplers.start(config, "ddim", "leading", 5, 0).sigmas()[5]).isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"prediction_type\": \"sample\"}|prediction_type to sample; supported is epsilon or v_prediction.",
                "{\"beta_schedule\": \"sigmoid\"}|beta_schedule to sigmoid; supported is scaled_linear or linear.",
                "{\"timestep_spacing\": \"cosine\"}|timestep_spacing to cosine; supported is leading, trailing, linspace.",
                "{\"num_train_timesteps\": 0}|num_train_timesteps to 0; supported is a whole number from 2 to 100000.",
                "{\"num_train_timesteps\": 1e300}|num_train_timesteps to 1.0E300;",
                "{\"beta_end\": 1.5}|beta_end to 1.5;",
                "{\"beta_start\": 0}|beta_start to 0; supported is a number above 0 and at most 1.",
                "{\"beta_start\": \"small\"}|beta_start to \"small\"; supported is a value like 8.5E-4.",
                "{\"steps_offset\": -3}|steps_offset to -3; supported is a whole number from 0 to 1000.",
                "{\"num_train_timesteps\": 10.5}|num_train_timesteps to 10.5;",
                "{\"beta_start\": 0.5, \"beta_end\": 0.9}|describes noise that does not grow",
                "{\"trained_betas\": [1e-30, 1e-30, 0.1]}|describes noise that does not grow",
                "{\"rescale_betas_zero_snr\": \"yes\"}|rescale_betas_zero_snr to \"yes\";",
                "{\"trained_betas\": [0.1, 7]}|trained_betas to a list; supported is two or more numbers",
                "{\"final_sigmas_type\": \"denoise_to_zero\"}|final_sigmas_type to denoise_to_zero; supported is zero or sigma_min.",
                "{\"_class_name\": \"EDMEulerScheduler\"}|asks for EDMEulerScheduler; models trained with EDM noise are not supported.",
                "[1, 2]|is not a scheduler configuration",
                "{\"beta_end\": |cannot be read as JSON",
            })
    void namesFileAndSettingThatItCannotUse(String json, String message) {
        assertThatThrownBy(() -> read(json))
                .isInstanceOf(AtelierException.class)
                .hasMessageContaining("scheduler_config.json")
                .hasMessageContaining(message);
    }

    @Test
    void namesAFileThatIsMissingOrNotText() throws IOException {
        Path missing = folder.resolve("missing.json");
        assertThatThrownBy(() -> SchedulerConfig.read(missing))
                .isInstanceOf(AtelierException.class)
                .hasMessageContaining("missing.json cannot be read");
        Path binary = Files.write(folder.resolve("binary.json"), new byte[] {(byte) 0xff, 0, 1});
        assertThatThrownBy(() -> SchedulerConfig.read(binary))
                .isInstanceOf(AtelierException.class)
                .hasMessageContaining("binary.json cannot be read");
    }

    private SchedulerConfig read(String json) throws IOException {
        Path file = folder.resolve("scheduler_config.json");
        return SchedulerConfig.read(Files.writeString(file, json, StandardCharsets.UTF_8));
    }
}
