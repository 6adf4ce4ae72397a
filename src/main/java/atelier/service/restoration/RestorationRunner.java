package atelier.service.restoration;

import atelier.model.AtelierException;
import atelier.model.job.JobKind;
import atelier.model.restoration.RestorationOrder;
import atelier.model.restoration.RestoredPicture;
import atelier.service.job.JobContext;
import atelier.service.job.JobRunner;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/** Restores images as jobs. The folder tells which are done; a job that comes back goes on. */
public final class RestorationRunner implements JobRunner<RestorationOrder> {

    private final RestorationService service;
    private final Consumer<Path> saved;

    /**
     * @param saved hears of each result, to show it among the other images; where it fails, the job
     *     goes on and says so
     */
    public RestorationRunner(RestorationService service, Consumer<Path> saved) {
        this.service = service;
        this.saved = saved;
    }

    @Override
    public JobKind kind() {
        return JobKind.RESTORATION;
    }

    @Override
    public Class<RestorationOrder> orderType() {
        return RestorationOrder.class;
    }

    @Override
    public String run(RestorationOrder order, JobContext context) {
        List<RestoredPicture> all =
                service.restore(
                        order,
                        picture -> note(picture, context),
                        context.progress(),
                        context.cancel());
        long failed = all.stream().filter(RestoredPicture::isFailed).count();
        return failed == 0
                ? "%,d pictures.".formatted(all.size())
                : "%,d pictures, %,d could not be read.".formatted(all.size() - failed, failed);
    }

    private void note(RestoredPicture picture, JobContext context) {
        Path file = picture.file();
        if (file == null) {
            context.progress().noticed(picture.problem());
            return;
        }
        String item = picture.source().toString();
        if (!context.made().containsKey(item)) {
            tell(file, context);
            context.made(item, file);
        }
    }

    private void tell(Path file, JobContext context) {
        try {
            saved.accept(file);
        } catch (AtelierException e) {
            context.progress().noticed(String.valueOf(e.getMessage()));
        }
    }

    @Override
    public String kept(RestorationOrder order, int made) {
        return made == 0
                ? ""
                : "%,d of %,d pictures are kept.".formatted(made, order.items().size());
    }
}
