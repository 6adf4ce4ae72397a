package atelier.ui.dataset;

import atelier.model.AtelierException;
import atelier.model.dataset.TaggingWish;
import atelier.model.job.CancelToken;
import atelier.model.job.ProgressListener;
import atelier.service.dataset.caption.CaptionChange;
import atelier.service.dataset.caption.CaptionEdit;
import atelier.service.tagging.TaggedPictures;
import atelier.service.tagging.TaggingService;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * By the service that tags pictures.
 *
 * @param service that it is
 * @param busy whether the processor is at work on a job, which may take hours
 */
public record ServiceTagging(TaggingService service, BooleanSupplier busy) implements TaggingWork {

    @Override
    public List<TaggerChoice> taggers() {
        return service.taggers().all().entrySet().stream()
                .map(one -> new TaggerChoice(one.getKey(), one.getValue().usualThreshold()))
                .toList();
    }

    @Override
    public TaggedPictures look(Path folder, TaggerChoice tagger, CancelToken cancel) {
        if (busy.getAsBoolean()) {
            throw new AtelierException(
                    "The processor is at work on a job: propose captions when that is done or paused.");
        }
        return service.look(
                folder,
                false,
                service.taggers().choose(tagger.id()),
                false,
                ProgressListener.NONE,
                cancel);
    }

    @Override
    public CaptionProposal propose(Path folder, TaggedPictures seen, TaggingWish wish) {
        CaptionEdit edit = TaggingService.propose(seen, wish);
        return new CaptionProposal(
                edit,
                service
                        .captions()
                        .changes(folder, false, edit, ProgressListener.NONE, new CancelToken())
                        .stream()
                        .map(ServiceTagging::shown)
                        .toList());
    }

    private static ProposedCaption shown(CaptionChange change) {
        String before = change.before();
        return new ProposedCaption(
                change.file().getFileName().toString(),
                before == null ? "" : before.strip(),
                change.after().strip());
    }
}
