package atelier.cli;

import atelier.cli.option.ExistingCaptionsArgument;
import atelier.cli.output.JobOutput;
import atelier.model.dataset.ExistingCaptions;
import atelier.model.dataset.TaggingWish;
import atelier.model.job.CancelToken;
import atelier.model.library.Workspace;
import atelier.service.dataset.caption.CaptionChange;
import atelier.service.dataset.caption.CaptionEdit;
import atelier.service.tagging.TaggedPictures;
import atelier.service.tagging.Tagger;
import atelier.service.tagging.TaggingService;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes captions by what a network sees. */
@Command(
        name = "caption",
        sortOptions = false,
        description = {
            "Proposes captions for pictures by what a network sees in them, shows what would change, and asks before it writes.",
            "Captions that are there stay, unless --existing says otherwise. atelier captions DIR --undo --apply takes all of it back."
        },
        footer = {
            "",
            "Taggers: wd is the WD tagger of the catalog, once it and its list of tags are fetched; portrait is the starter model's CLIP,"
                    + " which knows cartoon portraits alone.",
            "",
            "With --json nothing is asked: {\"event\":\"change\",\"file\",\"before\",\"after\"} for each caption, then {\"event\":\"changes\",\"what\","
                    + "\"count\",\"applied\"}; --yes writes them.",
            "",
            "Example:",
            "  atelier caption pictures/mia --trigger mia --leave-out \"simple background\""
        })
public final class CaptionCommand implements Runnable {

    private final Function<Workspace, TaggingService> services;
    private final Consent consent;

    @Parameters(
            paramLabel = "DIR",
            description =
                    "Folder of pictures and captions, plain or with folders like 10_name; or a dataset configuration of sd-scripts (.toml).")
    private Path source;

    @Option(
            names = "--tagger",
            paramLabel = "NAME",
            defaultValue = "",
            description = "Which network looks: wd or portrait. Default: the first that is there.")
    private String tagger;

    @ArgGroup(exclusive = false)
    private @Nullable OwnTagger own;

    @Option(
            names = "--trigger",
            paramLabel = "T",
            defaultValue = "",
            description = "Word or phrase that stands first in each caption.")
    private String trigger;

    @Option(
            names = "--threshold",
            paramLabel = "P",
            description =
                    "How sure of a tag the network must be, 0 to 1. Default: 0.35 of wd, 0.9 of portrait.")
    private @Nullable Double threshold;

    @Option(
            names = "--character-threshold",
            paramLabel = "P",
            defaultValue = "" + TaggingWish.USUAL_CHARACTER_THRESHOLD,
            description =
                    "How sure it must be of whom of a story a picture shows. Default: ${DEFAULT-VALUE}.")
    private double characterThreshold;

    @Option(
            names = "--leave-out",
            paramLabel = "TAG",
            split = ",",
            description = "Tags never to write, with commas between them; may be repeated.")
    private final List<String> unwanted = new ArrayList<>();

    @Option(
            names = "--underscores",
            description = "Keep underscores in tags. Default: write blanks.")
    private boolean underscores;

    @Option(
            names = "--existing",
            paramLabel = "USE",
            defaultValue = "keep",
            converter = ExistingCaptionsArgument.class,
            description =
                    "What becomes of captions that are there: keep, add what they lack, or replace them. Default: ${DEFAULT-VALUE}.")
    private ExistingCaptions existing;

    @Option(names = "--recursive", description = "Take the pictures in folders inside, too.")
    private boolean recursive;

    @Option(names = "--yes", description = "Write without asking.")
    private boolean yes;

    @Mixin private JobOptions job;

    /** A tagger that lies elsewhere than in the workspace. */
    static final class OwnTagger {

        @Option(
                names = "--network",
                required = true,
                paramLabel = "FILE",
                description = "Use this WD tagger (.onnx).")
        private Path network;

        @Option(
                names = "--tags",
                required = true,
                paramLabel = "FILE",
                description = "The selected_tags.csv that belongs to it.")
        private Path tags;
    }

    /**
     * @param services proposes captions in a workspace
     * @param consent asks before anything is written
     */
    public CaptionCommand(Function<Workspace, TaggingService> services, Consent consent) {
        this.services = services;
        this.consent = consent;
    }

    @Override
    public void run() {
        job.run(this::caption);
    }

    private void caption(JobOutput output, CancelToken cancel) {
        TaggingService service = services.apply(job.workspace());
        Tagger chosen =
                own == null
                        ? service.taggers().choose(tagger)
                        : service.taggers().wd(own.network, own.tags);
        TaggingWish wish = wish(chosen);
        TaggedPictures seen =
                service.look(
                        source,
                        recursive,
                        chosen,
                        existing == ExistingCaptions.KEEP,
                        output,
                        cancel);
        CaptionEdit edit = TaggingService.propose(seen, wish);
        List<CaptionChange> changes =
                service.captions().changes(source, recursive, edit, output, cancel);
        if (yes || changes.isEmpty()) {
            service.captions().apply(source, edit, changes);
            CaptionsText.written(output, edit.words(), changes);
        } else {
            CaptionsText.proposed(output, edit.words(), changes);
            if (!output.isJson() && consent.given("Write them?")) {
                service.captions().apply(source, edit, changes);
                CaptionsText.confirmed(output, changes.size());
            }
        }
    }

    private TaggingWish wish(Tagger chosen) {
        return new TaggingWish(
                trigger.strip(),
                threshold == null ? chosen.usualThreshold() : threshold,
                characterThreshold,
                unwanted,
                underscores,
                existing);
    }
}
