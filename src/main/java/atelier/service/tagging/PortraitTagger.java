package atelier.service.tagging;

import atelier.engine.score.Cosine;
import atelier.model.job.CancelToken;
import atelier.model.job.ProgressListener;
import atelier.model.starter.PortraitAttribute;
import atelier.service.job.Accelerator;
import atelier.service.review.score.ModelLikeness;
import atelier.service.review.score.ModelTexts;
import atelier.service.review.score.PictureEmbeddings;
import atelier.service.starter.caption.TraitPhrases;
import atelier.service.storage.PictureReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Tags cartoon portraits by the CLIP of a starter model: of the words for each attribute of a
 * portrait, those that lie nearest to the picture. How sure that is comes from how much nearer they
 * are than the attribute's other words, as CLIP was trained to tell them apart.
 */
final class PortraitTagger implements Tagger {

    /** What CLIP multiplies cosines by (Radford et al. 2021). */
    private static final double SCALE = 100;

    /** From here on, nine of ten are right on portraits that it never saw. */
    private static final double USUAL_THRESHOLD = 0.9;

    /** What a caption says that says nothing. */
    private static final String NOTHING = "a person";

    private final Accelerator accelerator;
    private final PictureReader reader;
    private final Path model;

    /**
     * @param model a starter model with a picture tower
     */
    PortraitTagger(Accelerator accelerator, PictureReader reader, Path model) {
        this.accelerator = accelerator;
        this.reader = reader;
        this.model = model;
    }

    @Override
    public String name() {
        return "CLIP of the starter model";
    }

    @Override
    public double usualThreshold() {
        return USUAL_THRESHOLD;
    }

    /**
     * An attribute.
     *
     * @param words for each of its values; empty for what nobody would say
     * @param places where the words lie
     */
    private record Question(List<String> words, List<float[]> places) {

        Optional<FoundTag> answer(float[] picture) {
            double[] scores = new double[words.size()];
            int best = 0;
            for (int i = 0; i < scores.length; i++) {
                scores[i] = SCALE * Cosine.of(picture, places.get(i));
                best = scores[i] > scores[best] ? i : best;
            }
            double sum = 0;
            for (double score : scores) {
                sum += Math.exp(score - scores[best]);
            }
            return words.get(best).isEmpty()
                    ? Optional.empty()
                    : Optional.of(new FoundTag(words.get(best), false, 1 / sum));
        }
    }

    @Override
    public List<List<FoundTag>> tag(
            List<Path> pictures, ProgressListener progress, CancelToken cancel) {
        List<Question> questions = questions(cancel);
        return new PictureEmbeddings(reader, progress, cancel)
                .of(ModelLikeness.clip(accelerator, model), pictures).stream()
                        .map(picture -> answers(questions, picture))
                        .toList();
    }

    private List<Question> questions(CancelToken cancel) {
        ModelTexts texts = new ModelTexts(accelerator, model);
        List<Question> questions = new ArrayList<>();
        for (PortraitAttribute attribute : PortraitAttribute.ALL) {
            List<String> words =
                    attribute.values().stream().map(value -> TraitPhrases.of(value)).toList();
            if (words.stream().distinct().count() > 1) {
                List<String> said =
                        words.stream().map(one -> one.isEmpty() ? NOTHING : one).toList();
                questions.add(new Question(words, texts.embed(said, cancel)));
            }
        }
        return questions;
    }

    private static List<FoundTag> answers(List<Question> questions, float[] picture) {
        return questions.stream().flatMap(question -> question.answer(picture).stream()).toList();
    }
}
