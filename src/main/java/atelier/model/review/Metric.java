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
    /** How alike its largest face is to those of the subject: a mean cosine. */
    IDENTITY("face identity"),
    /** How near DINO sees it to pictures of the subject: a mean cosine. */
    DINO("DINO"),
    /**
     * How far it is from the same cell without an adapter, as people see it (Zhang et al. 2018): 0
     * is no difference. It tells how much an adapter changes, not how well.
     */
    LPIPS("LPIPS");

    private final String label;

    Metric(String label) {
        this.label = label;
    }

    /** Its name in the field. */
    public String label() {
        return label;
    }
}
