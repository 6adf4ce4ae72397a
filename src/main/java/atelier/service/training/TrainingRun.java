package atelier.service.training;

import atelier.engine.lora.AdapterWriter;
import atelier.engine.lora.OutputCheck;
import atelier.engine.training.LoraTrainer;
import atelier.engine.training.Update;
import atelier.engine.training.losses.Batch;
import atelier.engine.weights.KeyMap;
import atelier.model.adapter.AdapterDescription;
import atelier.model.job.CancelToken;
import atelier.model.job.CancelledException;
import atelier.model.job.Progress;
import atelier.model.job.ProgressListener;
import atelier.model.training.TrainingPlan;
import atelier.model.training.TrainingResult;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.LongFunction;

/** The steps of one run, on the lane: data in, numbers and files out. */
final class TrainingRun {

    private static final String STAGE = "Training";
    private static final int TENTH = 10;

    private final TrainingJob job;
    private final TrainingPlan plan;
    private final LoraTrainer trainer;
    private final TrainingBatches batches;
    private final LongFunction<AdapterDescription> description;
    private final Probes probes;
    private final List<RunListener> listeners;

    /**
     * @param description of the adapter after that many steps
     * @param listeners that hear of each step, after it is in {@code metrics.jsonl}
     */
    TrainingRun(
            TrainingJob job,
            LoraTrainer trainer,
            TrainingBatches batches,
            LongFunction<AdapterDescription> description,
            Probes probes,
            List<RunListener> listeners) {
        this.job = job;
        this.plan = job.plan();
        this.trainer = trainer;
        this.batches = batches;
        this.description = description;
        this.probes = probes;
        this.listeners = List.copyOf(listeners);
    }

    /**
     * Trains to the end and writes the adapter. Where it is cancelled in between, what was trained
     * so far is kept as a checkpoint.
     */
    TrainingResult run(ProgressListener progress, CancelToken cancel) {
        trainer.initialize(plan.seed());
        List<Double> losses = new ArrayList<>();
        SmoothedLoss smoothed = new SmoothedLoss(plan.steps());
        progress.progressed(Progress.of(STAGE, 0, plan.steps(), "step"));
        try (RunListeners all = listening()) {
            all.begins(trainer.done(), probes.after(trainer.done(), cancel));
            while (trainer.done() < plan.steps()) {
                cancel.check();
                StepReport report = step(cancel);
                all.stepped(report);
                losses.add(report.loss());
                progress.progressed(
                        new Progress(
                                STAGE,
                                report.step(),
                                plan.steps(),
                                "step",
                                String.format(
                                        Locale.ROOT, "loss %.4f", smoothed.add(report.loss()))));
            }
        } catch (CancelledException e) {
            if (trainer.done() > 0) {
                write(job.folder().checkpoint(trainer.done()), ProgressListener.NONE);
            }
            throw e;
        } finally {
            if (trainer.done() == 0) {
                job.folder().release();
            }
        }
        Path adapter = job.folder().adapter(job.order().trigger());
        write(adapter, progress);
        int part = Math.ceilDiv(losses.size(), TENTH);
        return new TrainingResult(
                adapter,
                plan,
                batches.pictures(),
                mean(losses.subList(0, part)),
                mean(losses.subList(losses.size() - part, losses.size())),
                job.leftOut());
    }

    private RunListeners listening() {
        List<RunListener> all = new ArrayList<>();
        all.add(MetricsFile.create(job.folder().metrics()));
        all.addAll(listeners);
        return new RunListeners(all);
    }

    private static double mean(List<Double> losses) {
        return losses.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
    }

    private StepReport step(CancelToken cancel) {
        long start = System.nanoTime();
        long first = trainer.done() * plan.step().gradientAccumulation();
        List<Batch> accumulated = new ArrayList<>();
        for (long number = first; number < first + plan.step().gradientAccumulation(); number++) {
            accumulated.add(batches.batch(number));
        }
        Update update = trainer.update(accumulated, cancel);
        double seconds = (System.nanoTime() - start) / 1e9;
        Probed probed = probes.after(trainer.done(), cancel);
        return new StepReport(
                trainer.done(),
                batches.epoch(first),
                update.loss(),
                update.gradientNorm(),
                update.learningRate(),
                seconds,
                probed.probe(),
                probed.validation());
    }

    private void write(Path file, ProgressListener progress) {
        KeyMap names = KeyMap.unet(job.checkpoint().unet());
        try (OutputCheck outputs = trainer.outputCheck(names)) {
            new AdapterWriter(
                            plan.adapter().adapterFormat(), AdapterFiles.type(plan), names, outputs)
                    .write(
                            file,
                            trainer.trained(),
                            description.apply(trainer.done()),
                            progress,
                            new CancelToken());
        }
    }
}
