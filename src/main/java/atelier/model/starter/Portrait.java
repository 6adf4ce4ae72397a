package atelier.model.starter;

/**
 * A cartoon portrait in words: what is drawn, apart from small accidents such as where clouds are.
 * Its attributes are its components; no two of them have one type.
 *
 * @param faceShape the outline of the face
 * @param skin its colour
 * @param eyeShape the cut of the eyes
 * @param eyeColour their colour
 * @param brows the form of the brows
 * @param nose the form of the nose
 * @param mouth the form of the mouth
 * @param expression what the face shows
 * @param facialHair what grows on chin and lip
 * @param hairStyle how the hair is worn
 * @param hairColour the colour of hair, beard and brows
 * @param headwear what the head wears
 * @param garment what the body wears
 * @param clothColour the garment's main colour
 * @param accent the second colour of the outfit, of headwear and scarves too
 * @param pattern what is woven into the garment
 * @param accessory one thing more
 * @param background the place
 * @param time the hour
 * @param style the hand it is drawn in
 * @param turn where the head is turned
 * @param tilt where the head leans
 * @param framing how much of the person is seen
 */
public record Portrait(
        FaceShape faceShape,
        SkinTone skin,
        EyeShape eyeShape,
        EyeColour eyeColour,
        BrowShape brows,
        NoseShape nose,
        MouthShape mouth,
        Expression expression,
        FacialHair facialHair,
        HairStyle hairStyle,
        HairColour hairColour,
        Headwear headwear,
        Garment garment,
        ClothColour clothColour,
        AccentColour accent,
        Pattern pattern,
        Accessory accessory,
        Background background,
        TimeOfDay time,
        DrawingStyle style,
        Turn turn,
        Tilt tilt,
        Framing framing) {

    /** This portrait with one thing changed, or several. */
    public Portrait with(Trait... changes) {
        Portrait changed = this;
        for (Trait change : changes) {
            changed = PortraitAttribute.of(change).change(changed, change);
        }
        return changed;
    }

    /** Whether it has a trait. */
    public boolean has(Trait trait) {
        return PortraitAttribute.of(trait).in(this).equals(trait);
    }
}
