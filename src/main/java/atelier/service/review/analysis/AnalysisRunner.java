package atelier.service.review.analysis;

import atelier.model.job.JobKind;
import atelier.model.review.AnalysisOrder;
import atelier.model.review.AnalysisResult;
import atelier.service.job.JobContext;
import atelier.service.job.JobRunner;

/** Analyzes pictures as jobs. */
public final class AnalysisRunner implements JobRunner<AnalysisOrder> {

    private static final String ANALYSIS = "analysis";

    private final AnalysisService service;

    /** Analyzes by that. */
    public AnalysisRunner(AnalysisService service) {
        this.service = service;
    }

    @Override
    public JobKind kind() {
        return JobKind.ANALYSIS;
    }

    @Override
    public Class<AnalysisOrder> orderType() {
        return AnalysisOrder.class;
    }

    @Override
    public String run(AnalysisOrder order, JobContext context) {
        AnalysisResult result = service.analyze(order, context.progress(), context.cancel());
        context.made(ANALYSIS, result.file());
        return "%,d pictures analyzed.".formatted(result.analysis().pictures().size());
    }

    @Override
    public String kept(AnalysisOrder order, int made) {
        return "";
    }
}
