package atelier.service.review.score;

import atelier.engine.sdxl.TextEmbedder;
import atelier.engine.sdxl.prompt.ClipTokenizer;
import atelier.engine.sdxl.prompt.PromptParser;
import atelier.engine.sdxl.prompt.PromptPart;
import atelier.engine.sdxl.prompt.TokenizerSlot;
import atelier.engine.weights.Component;
import atelier.engine.weights.TextEncoderFolder;
import atelier.model.job.CancelToken;
import atelier.model.settings.DeviceChoice;
import atelier.service.job.Accelerator;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

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
                            read.add(reader.embed(plain(text)));
                        }
                        return read;
                    }
                });
    }

    /** A prompt without its weights: what it says, not how loud. */
    static String plain(String prompt) {
        return PromptParser.parse(prompt).stream()
                .map(part -> part instanceof PromptPart.Text text ? text.text() : " ")
                .collect(Collectors.joining())
                .replaceAll("\\s+", " ")
                .strip();
    }
}
