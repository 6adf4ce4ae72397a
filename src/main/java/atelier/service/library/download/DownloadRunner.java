package atelier.service.library.download;

import atelier.model.job.JobKind;
import atelier.model.library.DownloadOrder;
import atelier.service.job.JobContext;
import atelier.service.job.JobRunner;
import java.nio.file.Path;

/** Fetches models as jobs, beside what runs on the accelerator. */
public final class DownloadRunner implements JobRunner<DownloadOrder> {

    private static final String MODEL = "model";

    private final ModelDownload download;

    /** Fetches by that. */
    public DownloadRunner(ModelDownload download) {
        this.download = download;
    }

    @Override
    public JobKind kind() {
        return JobKind.DOWNLOAD;
    }

    @Override
    public Class<DownloadOrder> orderType() {
        return DownloadOrder.class;
    }

    @Override
    public String run(DownloadOrder order, JobContext context) {
        Path file = download.fetch(order, context.progress(), context.cancel());
        context.made(MODEL, file);
        return "%s is in %s.".formatted(order.entry().name(), file);
    }

    @Override
    public String kept(DownloadOrder order, int made) {
        return "What was fetched of %s is kept.".formatted(order.entry().name());
    }
}
