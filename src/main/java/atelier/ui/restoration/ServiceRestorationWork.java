package atelier.ui.restoration;

import atelier.model.generation.ImageSettings;
import atelier.model.generation.SettingsLookup;
import atelier.model.job.JobKind;
import atelier.model.library.Workspace;
import atelier.model.restoration.FacesToLeave;
import atelier.model.restoration.RestorationItem;
import atelier.model.restoration.RestorationOrder;
import atelier.model.restoration.RestorationWish;
import atelier.model.restoration.RestoredPicture;
import atelier.service.generation.metadata.ImageSettingsReader;
import atelier.service.job.JobOrders;
import atelier.service.job.JobQueue;
import atelier.service.restoration.RestorationFolder;
import atelier.service.restoration.RestorationItems;
import atelier.service.restoration.RestorationModels;
import atelier.service.settings.SettingsStore;
import atelier.service.storage.FileManager;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Over the services and the queue of a workspace. */
public final class ServiceRestorationWork implements RestorationWork {

    private final Workspace workspace;
    private final RestorationModels models;
    private final JobQueue queue;
    private final SettingsStore settings;
    private final Clock clock;
    private final ImageSettingsReader reader = new ImageSettingsReader();
    private final JobOrders<RestorationOrder> orders =
            new JobOrders<>(JobKind.RESTORATION, RestorationOrder.class);

    /**
     * @param models that are there
     * @param settings tell the device
     * @param clock names folders of results
     */
    public ServiceRestorationWork(
            Workspace workspace,
            RestorationModels models,
            JobQueue queue,
            SettingsStore settings,
            Clock clock) {
        this.workspace = workspace;
        this.models = models;
        this.queue = queue;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public Networks networks() {
        return new Networks(models.restorers(), models.upscalers());
    }

    @Override
    public List<Path> find(List<Path> sources) {
        return RestorationItems.find(sources, true).stream().map(RestorationItem::source).toList();
    }

    @Override
    public boolean showsTrained(List<Path> pictures) {
        return pictures.stream().anyMatch(this::usesAdapter);
    }

    private boolean usesAdapter(Path picture) {
        return reader.read(picture) instanceof SettingsLookup.Found(ImageSettings found)
                && !found.adapters().isEmpty();
    }

    @Override
    public RestorationJob submit(
            List<Path> pictures, Map<Path, FacesToLeave> leave, RestorationWish wish) {
        // Refused before it stands in the queue.
        models.settings(wish);
        List<RestorationItem> items =
                RestorationItems.find(pictures, false).stream()
                        .map(item ->
                                item.leaving(leave.getOrDefault(item.source(), FacesToLeave.NONE)))
                        .toList();
        Path out =
                workspace
                        .images(LocalDate.now(clock))
                        .resolve("restored-" + Workspace.stamp(LocalDateTime.now(clock)));
        RestorationOrder order =
                new RestorationOrder(items, out, wish, settings.get().machine().device());
        return new RestorationJob(queue.submit(JobKind.RESTORATION, title(items), order), order);
    }

    private static String title(List<RestorationItem> items) {
        String first = items.getFirst().source().getFileName().toString();
        return items.size() == 1 ? first : "%s + %,d".formatted(first, items.size() - 1);
    }

    @Override
    public List<RestoredPicture> results(RestorationJob job) {
        return new RestorationFolder(job.order().out()).all();
    }

    @Override
    public void listen(Consumer<List<RestorationJob>> listener) {
        queue.listen(jobs ->
                listener.accept(
                        orders.of(jobs, RestorationJob::new).stream()
                                .sorted(Comparator.comparingLong(one -> one.job().id()))
                                .toList()));
    }

    @Override
    public void showInFiles(Path file) {
        FileManager.show(file);
    }
}
