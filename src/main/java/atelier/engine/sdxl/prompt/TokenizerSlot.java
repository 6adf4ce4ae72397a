package atelier.engine.sdxl.prompt;

import atelier.engine.weights.TokenizerSettings;

/** Which of SDXL's two text encoders a tokenizer serves. */
public enum TokenizerSlot {
    /** CLIP ViT-L: padded with the end token. */
    FIRST("tokenizer", ClipTokenizer.END),
    /** OpenCLIP ViT-bigG: padded with {@code !}, whose id is 0. */
    SECOND("tokenizer_2", TokenizerSettings.SECOND_PADDING);

    private final String folder;
    private final String padding;

    TokenizerSlot(String folder, String padding) {
        this.folder = folder;
        this.padding = padding;
    }

    /** The folder's name in the diffusers layout. */
    public String folder() {
        return folder;
    }

    /** The padding token where no configuration names one. */
    String padding() {
        return padding;
    }
}
