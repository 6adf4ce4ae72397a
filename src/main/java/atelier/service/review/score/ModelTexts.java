package atelier.service.review.score;

import atelier.engine.sdxl.TextEmbedder;
import atelier.engine.sdxl.prompt.ClipTokenizer;
import atelier.engine.sdxl.prompt.TokenizerSlot;
import atelier.engine.weights.Component;
import atelier.engine.weights.TextEncoderFolder;
import atelier.model.job.CancelToken;
import atelier.model.settings.DeviceChoice;
import atelier.service.job.Accelerator;
import atelier.service.prompt.PlainPrompt;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Reads prompts by the second text encoder of a model, loaded while it reads. */
public final class ModelTexts implements TextLikeness {

    private final Accelerator accelerator;
    private final Path model;

    /**
     * @param model a diffusers folder
     */
    public ModelTexts(Accelerator accelerator, Path model) {
        this.accelerator = accelerator;
        this.model = model;
    }

    @Override
    public List<float[]> embed(List<String> texts, CancelToken cancel) {
        ClipTokenizer tokenizer =
                ClipTokenizer.open(
                        model.resolve(TokenizerSlot.SECOND.folder()), TokenizerSlot.SECOND);
        return accelerator.call(
                DeviceChoice.AUTO,
                (torch, device) -> {
                    try (TextEmbedder reader =
                            TextEmbedder.load(
                                    torch,
                                    TextEncoderFolder.open(model, Component.TEXT_ENCODER_2),
                                    tokenizer,
                                    cancel)) {
                        List<float[]> read = new ArrayList<>();
                        for (String text : texts) {
                            cancel.check();
                            read.add(reader.embed(PlainPrompt.of(text)));
                        }
                        return read;
                    }
                });
    }
}
