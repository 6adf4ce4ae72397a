package atelier.ui.dataset;

import atelier.model.dataset.DatasetPicture;
import atelier.model.dataset.ExistingCaptions;
import atelier.model.dataset.TaggingWish;
import atelier.model.job.CancelToken;
import atelier.service.dataset.Pictures;
import atelier.service.dataset.caption.CaptionEdit;
import atelier.service.tagging.TaggedPictures;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A tagger that sees a hat in the first picture. */
public final class FakeTagging implements TaggingWork {

    static final TaggerChoice WD = new TaggerChoice("wd", 0.35);
    static final TaggerChoice PORTRAIT = new TaggerChoice("portrait", 0.9);

    final List<String> looked = new ArrayList<>();
    final List<TaggingWish> wishes = new ArrayList<>();
    List<TaggerChoice> taggers = List.of(WD, PORTRAIT);

    @Override
    public List<TaggerChoice> taggers() {
        return taggers;
    }

    @Override
    public TaggedPictures look(Path folder, TaggerChoice tagger, CancelToken cancel) {
        looked.add(tagger.id());
        DatasetPicture picture = Pictures.of(folder.resolve("00.png"), null);
        return new TaggedPictures(tagger.id(), List.of(picture), List.of(List.of()));
    }

    @Override
    public CaptionProposal propose(Path folder, TaggedPictures seen, TaggingWish wish) {
        wishes.add(wish);
        Path picture = folder.resolve("00.png");
        String text = wish.trigger() + ", a hat by " + seen.tagger();
        return new CaptionProposal(
                new CaptionEdit.SetEach("captions", Map.of(picture, text)),
                wish.existing() == ExistingCaptions.ADD
                        ? List.of()
                        : List.of(new ProposedCaption("00.txt", "", text)));
    }
}
