package atelier.model.restoration;

/**
 * Whether a face is still the same person's.
 *
 * @param similarity cosine between the face before and after, from −1 to 1
 * @param samePerson at which and above which the network takes two faces for one person's
 */
public record IdentityChange(double similarity, double samePerson) {

    /** Whether people would be warned that it became another person's face. */
    public boolean isLost() {
        return similarity < samePerson;
    }
}
