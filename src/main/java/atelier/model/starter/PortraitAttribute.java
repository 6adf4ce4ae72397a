package atelier.model.starter;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;

/**
 * One of the things that make up a {@link Portrait}: a component of it.
 *
 * @param place its place among the components, from 0
 * @param name the component's name
 * @param values all that it can be, in the order of the enum; a value's place is its label for a
 *     classifier
 */
public record PortraitAttribute(int place, String name, List<Trait> values) {

    private static final RecordComponent[] COMPONENTS = Portrait.class.getRecordComponents();

    /** Every attribute, in the order of the components. */
    public static final List<PortraitAttribute> ALL = all();

    /** Keeps a copy of the list. */
    public PortraitAttribute {
        values = List.copyOf(values);
    }

    private static List<PortraitAttribute> all() {
        PortraitAttribute[] all = new PortraitAttribute[COMPONENTS.length];
        for (int i = 0; i < all.length; i++) {
            Trait[] values = (Trait[]) COMPONENTS[i].getType().getEnumConstants();
            all[i] = new PortraitAttribute(i, COMPONENTS[i].getName(), List.of(values));
        }
        return List.of(all);
    }

    /** The attribute that a trait is a value of. */
    public static PortraitAttribute of(Trait trait) {
        return ALL.stream()
                .filter(attribute -> attribute.values.contains(trait))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(trait.words()));
    }

    /** A portrait of one value for each attribute, in the order of {@link #ALL}. */
    public static Portrait portrait(List<Trait> values) {
        Class<?>[] types =
                Arrays.stream(COMPONENTS).map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            return Portrait.class.getConstructor(types).newInstance(values.toArray());
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException("no portrait is made of " + values, e);
        }
    }

    /** Its value in a portrait. */
    public Trait in(Portrait portrait) {
        try {
            return (Trait) COMPONENTS[place].getAccessor().invoke(portrait);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The place of its value in a portrait among {@link #values}. */
    public int label(Portrait portrait) {
        return values.indexOf(in(portrait));
    }

    /** A portrait that differs from another in this attribute alone. */
    Portrait change(Portrait portrait, Trait value) {
        Trait[] traits = ALL.stream().map(one -> one.in(portrait)).toArray(Trait[]::new);
        traits[place] = value;
        return portrait(List.of(traits));
    }
}
