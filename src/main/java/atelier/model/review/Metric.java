package atelier.model.review;

/** Ways to measure an image of a comparison. */
public enum Metric {
    /** How near CLIP sees it to pictures of the subject: a mean cosine. */
    CLIP_IMAGE("CLIP-I"),
    /** How near CLIP sees it to its prompt: a cosine. */
    CLIP_TEXT("CLIP-T"),
    /** How well it shows the subject's features, such as hair and clothes: a mean cosine. */
    FEATURES("features"),
    /** How alike its structure is to pictures of the subject: mean SSIM of the brightness. */
    SSIM("SSIM"),
    /** How near DINO sees it to pictures of the subject: a mean cosine. */
    DINO("DINO");

    private final String label;

    Metric(String label) {
        this.label = label;
    }

    /** Its name in the field. */
    public String label() {
        return label;
    }

    /** Whether it tells how like the subject an image is; else it tells of the prompt. */
    public boolean isOfSubject() {
        return this != CLIP_TEXT;
    }
}
