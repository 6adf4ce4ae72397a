package atelier.cli;

import atelier.cli.output.Facts;
import atelier.cli.output.JobOutput;
import atelier.model.job.CancelToken;
import atelier.model.library.FileHashes;
import atelier.service.library.InspectionService;
import atelier.service.library.InspectionService.Finding;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Says what a weight file is. */
@Command(
        name = "inspect",
        sortOptions = false,
        description = {
            "Says what a model, VAE or adapter is, from its header alone: layout, family, sizes, types, what the UNet predicts and"
                    + " where that was read, trigger words, metadata, hashes."
        },
        footer = {
            "",
            "With --json: {\"event\":\"inspected\",\"model\" or \"adapter\",\"hashes\"}, the first with every field that is shown and"
                    + " all metadata uncut, the second with sha256, autoV2 and, for adapters, dataSha256 where they are known."
        })
public final class InspectCommand implements Runnable {

    private final InspectionService service;

    @Parameters(paramLabel = "FILE", description = "Safetensors file, or diffusers folder.")
    private Path path;

    @Option(
            names = "--hash",
            description =
                    "Compute the hashes unless they are known; a large file takes a while. They are kept until it changes.")
    private boolean hash;

    @Mixin private ModelOverrides overrides;
    @Mixin private JobOptions job;

    /** Inspects with that service. */
    public InspectCommand(InspectionService service) {
        this.service = service;
    }

    @Override
    public void run() {
        job.run(this::inspect);
    }

    private void inspect(JobOutput output, CancelToken cancel) {
        Finding finding = service.inspect(overrides.of(path));
        FileHashes hashes = hashes(output, cancel).orElse(null);
        switch (finding) {
            case Finding.OfModel(var model) ->
                    output.result(
                            "inspected",
                            Facts.of("model", model).and("hashes", facts(hashes)),
                            InspectionText.of(model, hashes));
            case Finding.OfAdapter(var adapter) ->
                    output.result(
                            "inspected",
                            Facts.of("adapter", adapter).and("hashes", facts(hashes)),
                            InspectionText.of(adapter, hashes));
        }
    }

    private Optional<FileHashes> hashes(JobOutput output, CancelToken cancel) {
        return hash ? service.hashes(path, output, cancel) : service.knownHashes(path);
    }

    private static @Nullable SequencedMap<String, String> facts(@Nullable FileHashes hashes) {
        if (hashes == null) {
            return null;
        }
        SequencedMap<String, String> facts = new LinkedHashMap<>();
        facts.put("sha256", hashes.sha256());
        facts.put("autoV2", hashes.autoV2());
        if (hashes.dataSha256() != null) {
            facts.put("dataSha256", hashes.dataSha256());
        }
        return facts;
    }
}
