package atelier.service.training;

import atelier.engine.sampler.Seeds;
import atelier.engine.sampler.TorchRandom;
import atelier.engine.training.NoiseDraw;
import atelier.engine.training.losses.Batch;
import atelier.engine.training.losses.Caption;
import atelier.engine.training.losses.Example;
import atelier.model.dataset.Framing;
import atelier.model.training.TrainingPlan;
import java.util.ArrayList;
import java.util.List;

/**
 * The batches of a run: which pictures they show, at which size, mirrored or not, under which words
 * and which noise. Each follows from the plan and its number alone, so that a run can go on from
 * anywhere. Runs on the lane.
 */
final class TrainingBatches {

    private final PreparedData data;
    private final DataOrder<Framing> order;
    private final NoiseDraw noise;
    private final TrainingPlan plan;

    /**
     * @param order of the pictures' sizes
     */
    TrainingBatches(
            PreparedData data, DataOrder<Framing> order, NoiseDraw noise, TrainingPlan plan) {
        this.data = data;
        this.order = order;
        this.noise = noise;
        this.plan = plan;
    }

    /** The epoch of a batch, from 1. */
    long epoch(long number) {
        return order.epoch(number) + 1;
    }

    /** How many pictures there are. */
    int pictures() {
        return data.pictures().size();
    }

    /** A batch, counted from 0 over all epochs. */
    Batch batch(long number) {
        List<DataOrder.Shown> shown = order.batch(number);
        long first = number * plan.step().batchSize();
        List<PreparedPicture> pictures = new ArrayList<>();
        List<PreparedCopy> copies = new ArrayList<>();
        List<String> words = new ArrayList<>();
        for (int i = 0; i < shown.size(); i++) {
            PreparedPicture picture = data.pictures().get(shown.get(i).picture());
            pictures.add(picture);
            copies.add(copy(picture, shown.get(i).size(), first + i));
            words.add(picture.draw().at(picture.words(), epoch(number), first + i));
        }
        List<Caption> captions = data.texts().of(words);
        List<Example> examples = new ArrayList<>();
        for (int i = 0; i < shown.size(); i++) {
            PreparedCopy copy = copies.get(i);
            examples.add(
                    copy.example(
                            captions.get(i),
                            noise.noise(first + i, copy.channels(), copy.height(), copy.width()),
                            noise.timestep(first + i),
                            pictures.get(i).weight()));
        }
        return new Batch(copies.getFirst().height(), copies.getFirst().width(), examples);
    }

    /** Half of the showings are mirrored, where any is. */
    private PreparedCopy copy(PreparedPicture picture, int size, long place) {
        boolean mirrored =
                picture.flips()
                        && new TorchRandom(Seeds.of(plan.seed(), place, "flip")).integers(2, 1)[0]
                                == 1;
        return (mirrored ? picture.mirrored() : picture.copies()).get(size);
    }
}
