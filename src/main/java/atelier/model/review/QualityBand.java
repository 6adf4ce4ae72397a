package atelier.model.review;

/** What a quality is worth, in a word. */
public enum QualityBand {
    /** 0.8 and above. */
    EXCELLENT("excellent", 0.8),
    /** 0.6 and above. */
    GOOD("good", 0.6),
    /** 0.4 and above. */
    FAIR("fair", 0.4),
    /** Below. */
    POOR("poor", Double.NEGATIVE_INFINITY);

    private final String label;
    private final double least;

    QualityBand(String label, double least) {
        this.label = label;
        this.least = least;
    }

    /** The band of a quality from 0 to 1. */
    public static QualityBand of(double quality) {
        for (QualityBand band : values()) {
            if (quality >= band.least) {
                return band;
            }
        }
        return POOR;
    }

    /** The word. */
    public String label() {
        return label;
    }
}
