package atelier.service.dataset;

import atelier.model.dataset.CaptionRule;
import atelier.model.dataset.DatasetPicture;
import atelier.model.dataset.LeftOut;
import atelier.model.dataset.Subset;
import atelier.service.dataset.caption.CaptionText;
import atelier.service.dataset.caption.Captions;
import atelier.service.dataset.source.SubsetFiles;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A file that may be a picture, with its caption.
 *
 * @param file where it lies
 * @param subset how it is trained on
 * @param caption as training takes it
 * @param captionFile null where it has none
 */
record Candidate(Path file, Subset subset, String caption, @Nullable Path captionFile) {

    /** OneTrainer's masks lie beside the pictures. */
    private static final String MASK = "-masklabel";

    /**
     * Tells the files of a subset that may be pictures from captions and others.
     *
     * @param trigger put in front of captions that lack it
     * @param leftOut where others go
     * @param obstacles where captions go that cannot be used
     */
    static List<Candidate> of(
            SubsetFiles listed, String trigger, List<LeftOut> leftOut, List<String> obstacles) {
        Subset subset = listed.subset();
        List<String> endings = subset.captions().endings();
        Captions captions = new Captions(listed.files(), endings);
        obstacles.addAll(captions.problems());
        Set<Path> stems = new HashSet<>();
        listed.files().forEach(file -> stems.add(Captions.stem(file)));
        List<Candidate> candidates = new ArrayList<>();
        for (Path file : listed.files()) {
            if (Captions.isCaption(file, endings)) {
                continue;
            }
            String reason = reason(file, endings, stems);
            if (reason != null) {
                leftOut.add(new LeftOut(file, reason));
                continue;
            }
            String text = CaptionText.of(captions.of(file), subset.captions());
            candidates.add(
                    new Candidate(
                            file,
                            subset,
                            subset.regularisation() ? text : CaptionText.withTrigger(text, trigger),
                            captions.file(file)));
        }
        leaveOutLonely(captions, candidates, leftOut);
        return candidates;
    }

    private static @Nullable String reason(Path file, List<String> endings, Set<Path> stems) {
        String stem = Captions.stem(file).getFileName().toString();
        if (stem.endsWith(MASK)
                && stems.contains(
                        file.resolveSibling(stem.substring(0, stem.length() - MASK.length())))) {
            return file + " is the mask of another picture, so it was left alone.";
        }
        return Captions.isCaption(file, CaptionRule.PLAIN.endings())
                ? "%s is not read, as the dataset configuration names %s as the captions' ending: correct caption_extension, or rename it."
                        .formatted(file, endings.getFirst())
                : null;
    }

    private static void leaveOutLonely(
            Captions captions, List<Candidate> candidates, List<LeftOut> leftOut) {
        Set<Path> stems = new HashSet<>();
        candidates.forEach(candidate -> stems.add(Captions.stem(candidate.file())));
        captions.stems()
                .forEach((file, stem) -> {
                    if (!stems.contains(stem)) {
                        leftOut.add(
                                new LeftOut(
                                        file,
                                        file
                                                + " describes no picture of that name: rename it, or add the picture."));
                    }
                });
    }

    /** The picture that it is. */
    DatasetPicture picture(Examined.Picture seen, int background) {
        return new DatasetPicture(
                file,
                seen.sha256(),
                seen.width(),
                seen.height(),
                caption,
                captionFile,
                background,
                subset,
                seen.measures());
    }
}
