package atelier.service.starter.build;

import atelier.engine.sdxl.prompt.LearnedTokenizer;
import atelier.engine.sdxl.prompt.TokenizerLearner;
import atelier.engine.sdxl.prompt.TokenizerSlot;
import atelier.service.starter.SamplePortraits;
import atelier.service.storage.OutputFolder;
import java.nio.file.Path;
import java.util.stream.IntStream;

/** Makes the starter model's two tokenizers from captions of the painter's pictures. */
public final class StarterTokenizers {

    private StarterTokenizers() {}

    /**
     * Learns one vocabulary and writes it for both, which differ in their padding as SDXL's do.
     *
     * @param model the model's folder; {@code tokenizer/} and {@code tokenizer_2/} are made in it
     * @param captions the first ones of a row of sample portraits
     * @param size tokens in all
     * @throws atelier.model.AtelierException if the folder cannot be written or is full
     */
    public static void write(Path model, SamplePortraits portraits, int captions, int size) {
        LearnedTokenizer learned =
                TokenizerLearner.learn(
                        IntStream.range(0, captions)
                                .mapToObj(place -> portraits.at(place).caption().text()),
                        size);
        for (TokenizerSlot slot : TokenizerSlot.values()) {
            Path folder = model.resolve(slot.folder());
            OutputFolder.prepare(folder);
            learned.write(folder, slot);
        }
    }
}
