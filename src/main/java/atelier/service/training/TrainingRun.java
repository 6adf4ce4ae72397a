package atelier.service.training;

import atelier.engine.lora.AdapterWriter;
import atelier.engine.lora.OutputCheck;
import atelier.engine.sampler.NoiseSchedule;
import atelier.engine.sampler.SchedulerConfig;
import atelier.engine.training.LoraTrainer;
import atelier.engine.training.NoiseDraw;
import atelier.engine.training.Update;
import atelier.engine.training.losses.Batch;
import atelier.engine.training.losses.Example;
import atelier.engine.weights.DType;
import atelier.engine.weights.KeyMap;
import atelier.model.adapter.AdapterDescription;
import atelier.model.dataset.Framing;
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
    private final List<PreparedPicture> pictures;
    private final LongFunction<AdapterDescription> description;
    private final DataOrder<Framing> order;
    private final NoiseDraw noise;
    private final Probes probes;
    private final List<RunListener> listeners;

    /**
     * @param scheduler the noise that the model was trained with
     * @param order of the pictures
     * @param description of the adapter after that many steps
     * @param listeners that hear of each step, after it is in {@code metrics.jsonl}
     */
    TrainingRun(
            TrainingJob job,
            LoraTrainer trainer,
            List<PreparedPicture> pictures,
            SchedulerConfig scheduler,
            DataOrder<Framing> order,
            LongFunction<AdapterDescription> description,
            Probes probes,
            List<RunListener> listeners) {
        this.job = job;
        this.plan = job.plan();
        this.trainer = trainer;
        this.pictures = pictures;
        this.order = order;
        this.description = description;
        this.probes = probes;
        this.listeners = List.copyOf(listeners);
        this.noise =
                NoiseDraw.of(plan.seed(), NoiseSchedule.of(scheduler).trainSteps(), plan.noise());
    }

    /**
     * Trains to the end and writes the adapter. Where it is cancelled in between, what was trained
     * so far is kept as a checkpoint.
     */
    TrainingResult run(ProgressListener progress, CancelToken cancel) {
        trainer.initialize(plan.seed());
        List<Double> losses = new ArrayList<>();
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
                                String.format(Locale.ROOT, "loss %.4f", report.loss())));
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
                pictures.size(),
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
        List<Batch> batches = new ArrayList<>();
        for (long number = first; number < first + plan.step().gradientAccumulation(); number++) {
            batches.add(batch(number));
        }
        Update update = trainer.update(batches, cancel);
        double seconds = (System.nanoTime() - start) / 1e9;
        Probed probed = probes.after(trainer.done(), cancel);
        return new StepReport(
                trainer.done(),
                first / order.batchesPerEpoch() + 1,
                update.loss(),
                update.gradientNorm(),
                update.learningRate(),
                seconds,
                probed.probe(),
                probed.validation());
    }

    private Batch batch(long number) {
        List<Integer> chosen = order.batch(number);
        PreparedPicture first = pictures.get(chosen.getFirst());
        List<Example> examples = new ArrayList<>();
        for (int i = 0; i < chosen.size(); i++) {
            PreparedPicture picture = pictures.get(chosen.get(i));
            long place = number * plan.step().batchSize() + i;
            examples.add(
                    picture.example(
                            noise.noise(place, first.channels(), first.height(), first.width()),
                            noise.timestep(place)));
        }
        return new Batch(first.height(), first.width(), examples);
    }

    private void write(Path file, ProgressListener progress) {
        DType type =
                switch (plan.adapter().precision()) {
                    case FP16 -> DType.F16;
                    case BF16 -> DType.BF16;
                    case FP32 -> DType.F32;
                };
        KeyMap names = KeyMap.unet(job.checkpoint().unet());
        try (OutputCheck outputs = trainer.outputCheck(names)) {
            new AdapterWriter(plan.adapter().adapterFormat(), type, names, outputs)
                    .write(
                            file,
                            trainer.trained(),
                            description.apply(trainer.done()),
                            progress,
                            new CancelToken());
        }
    }
}
