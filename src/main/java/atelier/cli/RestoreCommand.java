package atelier.cli;

import atelier.cli.option.PlaceArgument;
import atelier.cli.output.JobOutput;
import atelier.model.AtelierException;
import atelier.model.job.CancelToken;
import atelier.model.library.Workspace;
import atelier.model.restoration.FacePoint;
import atelier.model.restoration.FacesToLeave;
import atelier.model.restoration.RestorationChoice;
import atelier.model.restoration.RestorationItem;
import atelier.model.restoration.RestorationOrder;
import atelier.model.restoration.RestorationWish;
import atelier.model.restoration.RestoredPicture;
import atelier.service.restoration.RestorationItems;
import atelier.service.restoration.RestorationModels;
import atelier.service.restoration.RestorationService;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Restores faces and makes images larger. */
@Command(
        name = "restore",
        sortOptions = false,
        description = {
            "Finds faces in images and restores them, and makes images larger. The images themselves are never changed.",
            "Each result is saved as it is finished, with the texts that the image carries. The same command with the same folder goes"
                    + " on where it was stopped. An image without a face is copied as it is."
        },
        footer = {
            "",
            "Models are called as in the catalog, such as gfpgan-1.4 and real-esrgan-x4; starter restores cartoon faces, lanczos makes larger"
                    + " without inventing anything.",
            "",
            "With --json: {\"event\":\"restored\",\"source\",\"file\",\"width\",\"height\",\"changed\",\"faces\":[{\"box\",\"score\",\"outcome\",\"similarity\","
                    + "\"lost\"}],\"problem\",\"processor\"} for each image, then {\"event\":\"summary\",\"pictures\",\"changed\",\"withoutFace\",\"lostIdentities\",\"failed\",\"out\"}.",
            "",
            "Example:",
            "  atelier restore images/2026-11-29 --out restored --model gfpgan-1.4 --strength 0.8 --upscale 2"
        })
public final class RestoreCommand implements Runnable {

    private final Function<Workspace, RestorationService> services;

    @Parameters(
            arity = "1..*",
            paramLabel = "IN",
            description = "Images, and folders with images in them.")
    private List<Path> sources = new ArrayList<>();

    @Option(
            names = "--out",
            required = true,
            paramLabel = "DIR",
            description = "Folder for the results; made if need be.")
    private Path out;

    @Option(
            names = "--model",
            paramLabel = "ID",
            description =
                    "What restores faces. Default: the first that is there and may be used commercially.")
    private @Nullable String restorer;

    @Option(names = "--no-faces", description = "Leave faces alone; only make images larger.")
    private boolean noFaces;

    @Option(
            names = "--strength",
            paramLabel = "S",
            defaultValue = "0.8",
            description =
                    "How much of the restored face is blended in, 0 to 1. Default: ${DEFAULT-VALUE}.")
    private double strength;

    @Option(
            names = "--fidelity",
            paramLabel = "F",
            defaultValue = "0.5",
            description =
                    "Of CodeFormer: 0 looks best, 1 is nearest to what was there. Default: ${DEFAULT-VALUE}.")
    private double fidelity;

    @Option(
            names = "--only-below",
            paramLabel = "PX",
            defaultValue = "0",
            description = "Leave faces alone that are as high as this or higher. Default: none.")
    private int onlyBelow;

    @Option(
            names = "--leave",
            paramLabel = "X,Y",
            converter = PlaceArgument.class,
            description =
                    "Leave the face at this place of the image alone; can be given again. Only with one image.")
    private List<FacePoint> leave = new ArrayList<>();

    @Option(
            names = "--upscale",
            paramLabel = "N",
            defaultValue = "1",
            description =
                    "How many times as wide and high images come out: 1, 2 or 4. Default: ${DEFAULT-VALUE}.")
    private int factor;

    @Option(
            names = "--upscaler",
            paramLabel = "ID",
            description = "What makes them larger. Default: the first that is there, else lanczos.")
    private @Nullable String upscaler;

    @Option(names = "--recursive", description = "Take the images in folders inside, too.")
    private boolean recursive;

    @Mixin private DeviceOption device;
    @Mixin private JobOptions job;

    /**
     * @param services restores with the models of a workspace
     */
    public RestoreCommand(Function<Workspace, RestorationService> services) {
        this.services = services;
    }

    @Override
    public void run() {
        job.run(this::restore);
    }

    private void restore(JobOutput output, CancelToken cancel) {
        RestorationService service = services.apply(job.workspace());
        RestorationOrder order =
                new RestorationOrder(
                        items(),
                        out.toAbsolutePath().normalize(),
                        wish(service.models()),
                        device.choice());
        List<RestoredPicture> all =
                service.restore(
                        order, picture -> RestoredText.show(output, picture), output, cancel);
        RestoredText.summary(output, all, order);
        if (all.stream().allMatch(RestoredPicture::isFailed)) {
            throw new AtelierException(all.getFirst().problem());
        }
    }

    private List<RestorationItem> items() {
        List<RestorationItem> items = RestorationItems.find(sources, recursive);
        if (!leave.isEmpty() && items.size() > 1) {
            throw new AtelierException(
                    "A place means another face in each of %d images: take --leave with one image."
                            .formatted(items.size()));
        }
        return items.stream().map(item -> item.leaving(new FacesToLeave(leave))).toList();
    }

    private RestorationWish wish(RestorationModels models) {
        return new RestorationWish(
                noFaces ? "" : restorer(models),
                strength,
                fidelity,
                onlyBelow,
                factor,
                upscaler == null ? models.usualUpscaler().id() : upscaler);
    }

    private String restorer(RestorationModels models) {
        return restorer != null
                ? restorer
                : models.usualRestorer()
                        .map(RestorationChoice::id)
                        .orElseThrow(() ->
                                new AtelierException(
                                        "There is nothing that restores faces: fetch GFPGAN 1.4 from the catalog of models, or take --no-faces."));
    }
}
