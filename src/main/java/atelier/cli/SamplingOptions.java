package atelier.cli;

import atelier.cli.option.SamplerArgument;
import atelier.cli.option.ScheduleArgument;
import atelier.model.generation.SamplingSettings;
import atelier.service.generation.SamplingChoices;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How images are sampled. */
final class SamplingOptions {

    @Option(
            names = "--steps",
            paramLabel = "S",
            defaultValue = "30",
            description = "Sampling steps. Default: ${DEFAULT-VALUE}.")
    private int steps;

    @Option(
            names = "--sampler",
            paramLabel = "NAME",
            defaultValue = "euler",
            converter = SamplerArgument.class,
            completionCandidates = SamplerArgument.class,
            description =
                    "One of ${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}, which SDXL's own files name and every"
                            + " model works with.")
    private String sampler;

    @Option(
            names = "--schedule",
            paramLabel = "NAME",
            defaultValue = "leading",
            converter = ScheduleArgument.class,
            completionCandidates = ScheduleArgument.class,
            description =
                    "Where the steps lie: ${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}, as in SDXL's own files;"
                            + " karras is usual with dpmpp-2m, trailing for few steps and zero terminal SNR.")
    private String schedule;

    @Option(
            names = "--guidance",
            paramLabel = "G",
            defaultValue = "5",
            description =
                    "Classifier-free guidance: how strongly the prompt acts. 1 and below runs without a negative prompt, twice"
                            + " as fast. Default: ${DEFAULT-VALUE}.")
    private double guidance;

    @Option(
            names = "--guidance-rescale",
            paramLabel = "R",
            defaultValue = "0",
            description =
                    "Share, 0 to 1, of guidance rescaled to its former contrast; 0.7 is usual for v prediction. Default:"
                            + " ${DEFAULT-VALUE}.")
    private double guidanceRescale;

    @Option(
            names = "--eta",
            paramLabel = "E",
            description =
                    "Share of fresh noise, 0 to 1, for samplers that have the choice. Default: 1 for euler-a, dpmpp-2m-sde and"
                            + " dpmpp-sde, 0 for ddim.")
    private @Nullable Double eta;

    /** The settings that were made. */
    SamplingSettings settings() {
        double share = eta == null ? SamplingChoices.usualEta(sampler) : eta;
        return new SamplingSettings(sampler, schedule, steps, guidance, guidanceRescale, share);
    }
}
